import { Icon } from "../ui/icon";
import type { ActionState } from "./use-action";

/** What came of an action, said aloud: that it was done, or why not. Errors of one field are shown at the field instead. */
export function ActionNote({ state, done, fields = [] }: { state: ActionState; done: string; fields?: readonly string[] }) {
  const isAtField = state.at === "failed" && state.field !== undefined && fields.includes(state.field);
  return (
    <div className="note-line" role="status">
      {state.at === "done" && (
        <p className="hint">
          <Icon name="check" isSmall /> {done}
        </p>
      )}
      {state.at === "failed" && !isAtField && (
        <p className="hint err">
          <Icon name="warn" />
          <span>{state.message}</span>
        </p>
      )}
    </div>
  );
}

/** The message of a failure that belongs to this field. */
export function errorOf(state: ActionState, field: string): string | undefined {
  return state.at === "failed" && state.field === field ? state.message : undefined;
}
