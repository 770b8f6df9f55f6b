import type { ReactNode } from "react";
import { formOfVerdict, type Verdict } from "@/lib/annotations/stance";

type Props = {
  stance: Verdict;
  /** the framework's hue, for the line; without it the line is in ink */
  hue?: number;
  /** printed instead of the word: a number, a name. The word is still said. */
  children?: ReactNode;
};

/** The word of a stance over its own line: whole supports, broken contests, dash-dot is split. */
export function StanceWord({ stance, hue, children }: Props) {
  return (
    <span className={`st st--${formOfVerdict(stance)}`} style={hue === undefined ? undefined : { "--c": `var(--fw-${hue})` }}>
      {children ?? stance}
      {children !== undefined && <span className="vh"> {stance}</span>}
    </span>
  );
}
