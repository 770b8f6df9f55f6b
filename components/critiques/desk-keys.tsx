"use client";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Kbd } from "../ui/kbd";

type Props = { areOn: boolean; onSwitch(on: boolean): void; onClose(): void };

const keys: [keys: string[], does: string][] = [
  [["J", "K"], "next, previous; with one unfolded the next, previous that waits for you"],
  [["Enter"], "unfold it, or fold it"],
  [["R"], "write the answer"],
  [["C", "B", "L"], "concede, rebut, clarify"],
  [["V"], "point to where the text was revised"],
  [["A"], "acknowledge: an answer will come"],
  [["Ctrl Enter"], "post, and go on to the next"],
  [["Esc"], "leave the field; fold the critique"],
  [["?"], "this list"],
];

/** What the keys do on the desk, and the same switch for single ones that the article has. */
export function DeskKeys({ areOn, onSwitch, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="dialog keys" ref={dialog} aria-labelledby="desk-keys" onClose={onClose}>
      <header className="dialog__h">
        <h2 id="desk-keys">Keys among the critiques</h2>
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
          <input type="checkbox" checked={areOn} onChange={(event) => onSwitch(event.target.checked)} />
          Single keys work
        </label>
        <Button onClick={() => dialog.current?.close()}>Close</Button>
      </footer>
    </dialog>
  );
}
