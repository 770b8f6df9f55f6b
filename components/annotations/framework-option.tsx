import type { ReactNode } from "react";
import type { Found, Hit } from "@/lib/frameworks/find";
import { Siglum } from "../frameworks/siglum";
import { Icon } from "../ui/icon";
import { Kbd } from "../ui/kbd";

type Props = {
  id: string;
  found: Found;
  /** the key that takes it while nothing is typed */
  digit: number | undefined;
  isActive: boolean;
  isChosen: boolean;
  onChoose(frameworkId: string): void;
};

/** One framework on offer: in the tree by its indentation, among matches by the path to it, with what matched underlined. */
export function FrameworkOption({ id, found: { framework, path, hit }, digit, isActive, isChosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, aria-activedescendant names the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys of all its options
    <div
      className={isActive ? "combo__o is-on" : "combo__o"}
      role="option"
      id={id}
      aria-selected={isActive}
      aria-keyshortcuts={digit?.toString()}
      style={{ "--depth": hit ? 0 : path.length }}
      onClick={() => onChoose(framework.id)}
    >
      <Siglum framework={framework} isNamed />
      <span>
        <b>
          {hit && path.length > 0 && <span className="combo__path">{path.map((label) => `${label} › `)}</span>}
          {hit?.field === "label" ? <Underlined hit={hit} /> : framework.label}
        </b>
        {hit && <small>{explanationOf(hit) ?? framework.definition}</small>}
        {!hit && isActive && <small>{framework.definition}</small>}
      </span>
      {isChosen ? (
        <span className="combo__c">
          <Icon name="check" isSmall />
          <span className="vh">, already chosen</span>
        </span>
      ) : (
        <span className="combo__k">
          {digit !== undefined && <span className="vh">, press {digit}</span>}
          {isActive && (
            <span aria-hidden="true">
              <Kbd>Enter</Kbd>
            </span>
          )}
          {digit !== undefined && (
            <span aria-hidden="true">
              <Kbd>{digit}</Kbd>
            </span>
          )}
        </span>
      )}
    </div>
  );
}

/** Why something is on the list whose label does not say so. */
function explanationOf(hit: Hit): ReactNode {
  if (hit.field === "label") return null;
  const kind = { alternative: "alternative label", notation: "notation", sign: "sign" }[hit.field];
  return (
    <>
      Matches “<Underlined hit={hit} />” ({kind})
    </>
  );
}

function Underlined({ hit: { text, stretches } }: { hit: Hit }) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of stretches) {
    parts.push(
      text.slice(from, start),
      <mark className="hit" key={start}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return [...parts, text.slice(from)];
}
