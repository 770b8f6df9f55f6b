import { Button } from "../ui/button";

type Props = {
  /** what is selected, or null while nothing is */
  words: string | null;
  onPlace(): void;
  onKeyboard(): void;
  onCancel(): void;
};

/** At the foot of the window while a place is being selected: what to do, what is selected, and the two ways out. */
export function PlacingBar({ words, onPlace, onKeyboard, onCancel }: Props) {
  return (
    <section className="savebar review__bar" aria-label="Placing the passage">
      <Button variant="primary" size="lg" onClick={onPlace} aria-disabled={words === null || undefined}>
        Place it there
      </Button>
      <Button variant="quiet" onClick={onKeyboard}>
        Select by keyboard
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <p className="savebar__n">
        {words === null ? "Select the words in the new text that this is about." : <q dir="auto">{shortened(words)}</q>}
      </p>
    </section>
  );
}

const SHOWN = 120;

function shortened(words: string): string {
  return words.length <= SHOWN ? words : `${words.slice(0, SHOWN).trimEnd()} …`;
}
