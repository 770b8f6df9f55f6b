import type { Stance } from "@/lib/annotations/schema";
import { Kbd } from "../ui/kbd";
import { StanceLine } from "./stance-line";

type Props = {
  stance: Stance;
  /** some were chosen already, each with its own stance */
  isForAnother: boolean;
  onChange(stance: Stance): void;
};

/** What the passage does to the framework that is chosen next: two radio buttons as wide as the popover. */
export function StancePair({ stance, isForAnother, onChange }: Props) {
  return (
    <div className="pop__st" role="radiogroup" aria-label={isForAnother ? "The passage, as to another framework" : "The passage"}>
      <StanceRadio value="supports" word="Supports" hint="S" stance={stance} onChange={onChange} />
      <StanceRadio value="contests" word="Contests" hint="C" stance={stance} onChange={onChange} />
    </div>
  );
}

type StanceRadioProps = { value: Stance; word: string; hint: string } & Pick<Props, "stance" | "onChange">;

function StanceRadio({ value, word, hint, stance, onChange }: StanceRadioProps) {
  return (
    <label className="stbtn">
      <input className="vh" type="radio" name="stance" value={value} checked={stance === value} onChange={() => onChange(value)} />
      <span className="stbtn__w">{word}</span>
      <span aria-hidden="true">
        <Kbd>{hint}</Kbd>
      </span>
      <StanceLine stance={value} />
    </label>
  );
}
