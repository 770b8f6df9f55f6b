import { Kbd } from "../ui/kbd";

const keys: [keys: string[], does: string][] = [
  [["J", "K"], "next, previous annotation"],
  [["X"], "select it, or not; with Shift all from the last one to it"],
  [["A"], "select all that are shown, or none"],
  [["Enter"], "open it in its article"],
  [["Z"], "undo"],
  [["Esc"], "select none"],
];

/** The list's keys, and the same switch for single ones that the article has. */
export function ListKeys({ areOn, onSwitch }: { areOn: boolean; onSwitch(on: boolean): void }) {
  return (
    <details className="coll__keys">
      <summary>Keys in this list</summary>
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
      <label className="check hint">
        <input type="checkbox" checked={areOn} onChange={(event) => onSwitch(event.target.checked)} />
        Single keys work
      </label>
    </details>
  );
}
