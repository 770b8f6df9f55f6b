import type { ShownTag } from "@/lib/annotations/annotation";
import { otherStance } from "@/lib/annotations/composer";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { Siglum } from "../frameworks/siglum";
import { StanceWord } from "../frameworks/stance-word";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

type Props = {
  tags: readonly ShownTag[];
  frameworks: FrameworkSummaries;
  /** the one that was just chosen a second time */
  repeated: string | null;
  onSwitch(frameworkId: string): void;
  onRemove(frameworkId: string): void;
};

/** The frameworks that the annotation will carry, each with its own stance. */
export function ChosenTags({ tags, frameworks, repeated, onSwitch, onRemove }: Props) {
  if (tags.length === 0) return null;
  return (
    <ul className="chosen" aria-label="Chosen frameworks">
      {tags.map(({ frameworkId, stance }) => {
        // Drafts outlive the taxonomy: what is no longer there can still be taken off.
        const framework = frameworks.find(({ id }) => id === frameworkId);
        const label = framework?.label ?? "A framework that no longer exists";
        return (
          <li key={frameworkId} className={frameworkId === repeated ? "chosen__i is-on" : "chosen__i"}>
            {framework && <Siglum framework={framework} isNamed />}
            <span className="chosen__t">{label}</span>
            <button
              type="button"
              className="chosen__s"
              onClick={() => onSwitch(frameworkId)}
              aria-label={`${label}: ${stance}. Switch to ${otherStance(stance)}`}
              title={`Switch to ${otherStance(stance)}`}
            >
              <StanceWord stance={stance} {...(framework && { hue: framework.hue })} />
            </button>
            <Button variant="quiet" isIcon size="sm" aria-label={`Remove ${label}`} onClick={() => onRemove(frameworkId)}>
              <Icon name="close" isSmall />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
