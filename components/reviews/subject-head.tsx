import type { Subject } from "@/lib/reviews/review";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import type { FrameworkLookup } from "../reader/framework-lookup";
import { Icon } from "../ui/icon";

type Props = { id: string; subject: Subject; frameworks: FrameworkLookup };

/** What is anchored to the passage: somebody's tags and note, or a claim. */
export function SubjectHead({ id, subject, frameworks }: Props) {
  if (subject.kind === "claim") {
    return (
      <h2 className="rev__on" id={id}>
        Claim C{subject.number}: {subject.statement}
      </h2>
    );
  }
  const { by, note, audience, tags } = subject;
  return (
    <div className="rev__on">
      <h2 id={id}>
        <span className="vh">{by} says that it </span>
        {tags.map(({ frameworkId, stance }) => {
          const framework = frameworks.get(frameworkId);
          return (
            framework && (
              <span key={frameworkId} className="note__h" style={{ "--c": `var(--fw-${framework.hue})` }}>
                <Siglum framework={framework} isNamed />
                <span className={framework.isDeprecated ? "note__fw is-dep" : "note__fw"}>{framework.label}</span>{" "}
                <StanceWord stance={stance} hue={framework.hue} />
              </span>
            )
          );
        })}
      </h2>
      <p>
        <b>
          {audience === "onlyMe" && <Icon name="lock" isSmall />}
          {by}
          {audience === "onlyMe" && ", privately"}
        </b>{" "}
        {note !== null && <span dir="auto">{note}</span>}
      </p>
    </div>
  );
}
