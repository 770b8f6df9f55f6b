import { useId } from "react";
import type { Choosable } from "@/lib/critiques/answer";
import type { CritiqueState } from "@/lib/critiques/life";
import { stepHints, stepOffers } from "@/lib/critiques/words";
import { StateGlyph } from "./state-mark";

const leadsTo: Record<Choosable, CritiqueState> = {
  acknowledge: "acknowledged",
  concede: "conceded",
  rebut: "rebutted",
  clarify: "clarified",
  revise: "revised",
  satisfy: "satisfied",
  maintain: "maintained",
  withdraw: "withdrawn",
  reopen: "open",
};

type Props = { offered: readonly Choosable[]; chosen: Choosable | null; label: string; onChoose(kind: Choosable): void };

/** Which step is taken: one of a few, each by the shape of the state that it leads to. */
export function StepChoice({ offered, chosen, label, onChoose }: Props) {
  const name = useId();
  return (
    <div className="answer__how" role="radiogroup" aria-label={label} aria-describedby={chosen ? `${name}-hint` : undefined}>
      {offered.map((kind) => (
        <label className="answer__o" key={kind}>
          <input type="radio" className="vh" name={name} value={kind} checked={chosen === kind} onChange={() => onChoose(kind)} />
          <StateGlyph state={leadsTo[kind]} />
          {stepOffers[kind]}
        </label>
      ))}
      <span className="hint" id={`${name}-hint`}>
        {chosen && `${stepOffers[chosen]}: ${stepHints[chosen]}`}
      </span>
    </div>
  );
}
