import type { Audience } from "@/lib/annotations/schema";
import { Icon } from "../ui/icon";

/** Who may see the annotation. A native select: on a phone it is the phone's own. */
export function AudienceSelect({ audience, onChange }: { audience: Audience; onChange(audience: Audience): void }) {
  return (
    <label className="filter aud">
      <Icon name={audience === "everyone" ? "globe" : "lock"} />
      <span className="vh">Who may see it</span>
      <select value={audience} onChange={(event) => onChange(event.target.value === "onlyMe" ? "onlyMe" : "everyone")}>
        <option value="everyone">Everyone</option>
        <option value="onlyMe">Only me</option>
      </select>
      <Icon name="down" isSmall />
    </label>
  );
}
