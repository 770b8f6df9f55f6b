import { Kbd } from "../ui/kbd";

type Props = { decided: number; total: number; areKeysOn: boolean; onSwitchKeys(on: boolean): void };

/** How far the queue has come, and the keys that work in it. */
export function ReviewProgress({ decided, total, areKeysOn, onSwitchKeys }: Props) {
  return (
    <div className="review__p">
      <p>
        <b className="num">
          {decided} of {total} decided
        </b>{" "}
        <progress value={decided} max={total} aria-hidden="true" />
      </p>
      <p className="hint review__keys">
        {areKeysOn && (
          <>
            <span>
              <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous
            </span>
            <span>
              <Kbd>1</Kbd>–<Kbd>9</Kbd> or <Kbd>Enter</Kbd> accept
            </span>
            <span>
              <Kbd>P</Kbd> place by selecting
            </span>
            <span>
              <Kbd>L</Kbd> leave
            </span>
            <span>
              <Kbd>Z</Kbd> undo
            </span>
          </>
        )}
        <button type="button" className="link" onClick={() => onSwitchKeys(!areKeysOn)}>
          {areKeysOn ? "Switch keys off" : "Switch keys on"}
        </button>
      </p>
    </div>
  );
}
