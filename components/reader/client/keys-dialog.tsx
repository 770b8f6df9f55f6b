"use client";
import { useEffect, useRef } from "react";
import { Button } from "../../ui/button";
import { Kbd } from "../../ui/kbd";

type Switch = { isOn: boolean; switchTo(on: boolean): void };
type Props = { singleKeys: Switch; wholeWords: Switch; onClose(): void };

const keys: [keys: string[], does: string][] = [
  [["J", "K"], "next, previous passage"],
  [["[", "]"], "previous, next paragraph"],
  [["Enter"], "open the note of a passage; again for the next one there"],
  [["Esc"], "close, cancel"],
  [["S", "C"], "the selected words support, contest a framework"],
  [["T"], "select by keyboard: the paragraph; again its sentence, its word; arrows go on, with Shift they extend by word"],
  [["R"], "answer the open note"],
  [["X"], "fold or unfold claims"],
  [["/"], "search this article and its notes"],
  [["F"], "filter the annotations"],
  [["Z"], "undo"],
  [["?"], "this list"],
];

/** What the keys do, and the switch that turns the single ones off. */
export function KeysDialog({ singleKeys, wholeWords, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="dialog keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <header className="dialog__h">
        <h2 id="keys-title">Keys in the article</h2>
      </header>
      <div className="dialog__b">
        <table className="keys__t">
          <tbody>
            {keys.map(([names, does]) => (
              <tr key={does}>
                <th scope="row">
                  {names.map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="dialog__f">
        <label className="check hint">
          <input type="checkbox" checked={singleKeys.isOn} onChange={(event) => singleKeys.switchTo(event.target.checked)} />
          Single keys work in the article
        </label>
        <label className="check hint">
          <input type="checkbox" checked={wholeWords.isOn} onChange={(event) => wholeWords.switchTo(event.target.checked)} />
          Snap to whole words
        </label>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </footer>
    </dialog>
  );
}
