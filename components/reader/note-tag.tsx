import type { ShownTag } from "@/lib/annotations/annotation";
import type { FrameworkSummary } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";

type Props = {
  tag: ShownTag;
  framework: FrameworkSummary | undefined;
  /** shown only in the open note */
  isMore: boolean;
};

/** A framework tag on a line of its own: sign, framework, what the passage does to it. */
export function NoteTag({ tag, framework, isMore }: Props) {
  if (!framework) return null;
  const { hue, label, isDeprecated } = framework;
  return (
    <div className={isMore ? "note__h is-more" : "note__h"} style={{ "--c": `var(--fw-${hue})` }}>
      <Siglum framework={framework} isNamed />
      <span className={isDeprecated ? "note__fw is-dep" : "note__fw"}>{label}</span> <StanceWord stance={tag.stance} hue={hue} />
    </div>
  );
}
