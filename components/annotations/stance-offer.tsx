import type { CSSProperties, Ref } from "react";
import type { Stance } from "@/lib/annotations/schema";
import { Kbd } from "../ui/kbd";
import { StanceLine } from "./stance-line";

type Props = { onChoose(stance: Stance): void; onQuote: (() => void) | null; style: CSSProperties; ref: Ref<HTMLDivElement> };

/**
 * What appears at words that somebody has selected: the two things one can say about them. It takes no focus, so whoever selects only to
 * copy is not disturbed; choosing opens the composer.
 */
export function StanceOffer({ onChoose, onQuote, style, ref }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form; these are two acts
    <div className="pop pop--offer" role="group" aria-label="Tag the selected passage" style={style} ref={ref}>
      <div className="pop__st">
        <OfferButton stance="supports" word="Supports" hint="S" onChoose={onChoose} />
        <OfferButton stance="contests" word="Contests" hint="C" onChoose={onChoose} />
        {onQuote && (
          <button type="button" className="stbtn" onPointerDown={(event) => event.preventDefault()} onClick={onQuote}>
            <span className="stbtn__w">Quote in the reply</span>
          </button>
        )}
      </div>
    </div>
  );
}

function OfferButton({ stance, word, hint, onChoose }: { stance: Stance; word: string; hint: string; onChoose(stance: Stance): void }) {
  return (
    // Pressing must not take the selection away before the click is done.
    <button type="button" className="stbtn" onPointerDown={(event) => event.preventDefault()} onClick={() => onChoose(stance)}>
      <span className="stbtn__w">{word}</span>
      <Kbd>{hint}</Kbd>
      <StanceLine stance={stance} />
    </button>
  );
}
