import type { ReactNode } from "react";
import type { CritiqueState } from "@/lib/critiques/life";
import { stateWords } from "@/lib/critiques/words";

const ring = { cx: 6, cy: 6, r: 4.3, fill: "none", stroke: "currentColor", strokeWidth: 1.3 } as const;
const outline = { fill: "none", stroke: "currentColor", strokeWidth: 1.3, strokeLinejoin: "round" } as const;

/** Told apart by shape alone: a state has no hue. */
const marks: Record<CritiqueState, ReactNode> = {
  open: <circle {...ring} r={4.2} strokeWidth={1.7} />,
  acknowledged: (
    <>
      <circle {...ring} />
      <circle cx={6} cy={6} r={1.7} fill="currentColor" />
    </>
  ),
  clarified: (
    <>
      <circle {...ring} r={4.4} />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.800Z" fill="currentColor" />
    </>
  ),
  conceded: <path d="M1.3 2.400h9.400L6 10.600Z" {...outline} />,
  rebutted: <path d="M1.3 9.800h9.400L6 1.600Z" {...outline} fill="currentColor" />,
  // a sheet with its corner turned
  revised: <path d="M2 1.600h4.700v3.700h3.700v5.100H2ZM7.9 1.600l2.5 2.500H7.900Z" fill="currentColor" />,
  satisfied: (
    <>
      <circle {...ring} r={4.7} strokeWidth={1.1} />
      <path d="m3.9 6.2 1.5 1.5 2.8-3.2" {...outline} strokeLinecap="round" />
    </>
  ),
  maintained: (
    <>
      <circle {...ring} r={4.8} strokeWidth={1.1} />
      <circle {...ring} r={2.3} strokeWidth={1.1} />
    </>
  ),
  withdrawn: <circle {...ring} strokeWidth={1.2} strokeDasharray="1.9 1.5" />,
};

/** The mark alone, beside words that say the same; it is never read out. */
export function StateGlyph({ state }: { state: CritiqueState }) {
  return (
    <svg className="state__g" viewBox="0 0 12 12" aria-hidden="true">
      {marks[state]}
    </svg>
  );
}

/** A critique's state as its shape and its word, or other words for it. */
export function StateMark({ state, children }: { state: CritiqueState; children?: ReactNode }) {
  return (
    <span className="state" data-state={state}>
      <StateGlyph state={state} />
      {children ?? <span className="state__w">{stateWords[state]}</span>}
    </span>
  );
}
