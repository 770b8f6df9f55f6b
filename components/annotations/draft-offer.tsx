import { isWritten } from "@/lib/annotations/composer";
import { type Draft, resume } from "@/lib/annotations/draft";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Toast } from "../ui/toast";

type Props = { draft: Draft; onContinue(): void; onDiscard(): void; onLater(): void };

/** Enough of a passage to know it again by. */
const QUOTE_LENGTH = 48;

/** Something was begun here and not saved. */
export function DraftOffer({ draft, onContinue, onDiscard, onLater }: Props) {
  const quote = `“${shortened(draft.target.quote)}”`;
  return (
    <Toast>
      <span>{isWritten(resume(draft)) ? `You have an unsaved note on ${quote}` : `You were about to tag ${quote}`}</span>
      <button type="button" className="link" onClick={onContinue}>
        Continue
      </button>
      <button type="button" className="link" onClick={onDiscard}>
        Discard
      </button>
      <Button variant="quiet" isIcon size="sm" aria-label="Not now" onClick={onLater}>
        <Icon name="close" isSmall />
      </Button>
    </Toast>
  );
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, " ");
  if (line.length <= QUOTE_LENGTH) return line;
  const cut = line.slice(0, QUOTE_LENGTH);
  // At a word’s end where there is one; scripts without spaces are cut where they are, but not within a character.
  return `${cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}
