import { countStates } from "@/lib/critiques/desk-list";
import type { CritiqueState } from "@/lib/critiques/life";
import { stateWords } from "@/lib/critiques/words";
import { formatNumber, listFormat } from "@/lib/format";
import { StateGlyph } from "./state-mark";

/** More marks of one state are a number: nobody counts them. */
const MAX_MARKS = 40;

/** Every critique as the mark of its state: how the whole stands, at a glance. */
export function StateStrip({ critiques }: { critiques: readonly { id: string; state: CritiqueState }[] }) {
  const states = countStates(critiques);
  if (states.length === 0) return null;
  const inWords = listFormat(states.map(({ state, count }) => `${formatNumber(count)} ${stateWords[state].toLowerCase()}`));
  return (
    <div className="strip" role="img" aria-label={inWords}>
      {states.map(({ state, count }) => (
        <span className="strip__g" data-state={state} key={state} title={`${formatNumber(count)} ${stateWords[state].toLowerCase()}`}>
          {critiques
            .filter((critique) => critique.state === state)
            .slice(0, MAX_MARKS)
            .map(({ id }) => (
              <StateGlyph state={state} key={id} />
            ))}
          {count > MAX_MARKS && <span className="n">+{formatNumber(count - MAX_MARKS)}</span>}
        </span>
      ))}
    </div>
  );
}
