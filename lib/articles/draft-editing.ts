import { type DraftEdit, outcomeOf } from "./draft-edits";
import { type DraftFields, type EditedDraft, toEdited } from "./edited-draft";
import type { ImportPreview } from "./schema";

/** What happens to the one editor that is open: of a block or a comment, whose keys differ. */
export type EditorEvent =
  | { type: "open"; key: number }
  /** what the words typed so far would change, were they done with now */
  | { type: "typed"; edits: readonly DraftEdit[] }
  | { type: "done" }
  | { type: "cancel" };

export type DraftEvent = DraftEdit | EditorEvent | { type: "undo" };

/** A draft before an edit; `field` marks a run of typing in one field, which is undone as a whole. */
type Step = { before: EditedDraft; field: keyof DraftFields | null };

/** `notice` is for a live region: what happened that cannot be seen where the edit was made. */
export type DraftEditing = {
  now: EditedDraft;
  past: readonly Step[];
  nextKey: number;
  notice: string;
  /** the block or comment whose editor is open, and what was typed there and not done with */
  open: number | null;
  typed: readonly DraftEdit[];
};

/** Undo reaches back this far. Each step holds the lists of a whole article, though not their contents again. */
const MAX_STEPS = 100;

/** The beginning of the corrections: what an import recognised. */
export function startEditing(preview: Pick<ImportPreview, "draft" | "dropped">): DraftEditing {
  const { edited, nextKey } = toEdited(preview);
  return { now: edited, past: [], nextKey, notice: "", open: null, typed: [] };
}

/** Whether anything would be lost if the page went away. */
export function hasCorrections({ past, typed }: DraftEditing): boolean {
  return past.length > 0 || typed.length > 0;
}

function edited(state: DraftEditing, edit: DraftEdit): DraftEditing {
  const result = outcomeOf(state.now, edit, state.nextKey);
  if (result === null) return state;
  if ("refused" in result) return { ...state, notice: result.refused };
  const field = edit.type === "field" ? edit.name : null;
  const continues = field !== null && state.past.at(-1)?.field === field;
  const past = continues ? state.past : [...state.past, { before: state.now, field }].slice(-MAX_STEPS);
  return { ...state, now: result.now, past, nextKey: state.nextKey + (result.usedKeys ?? 0), notice: result.notice ?? "" };
}

/**
 * The state with what was typed in the open editor done with, and the editor closed. Where the typed words cannot be kept, the editor stays
 * open with them (`typed` is not empty) and the notice says why.
 */
export function settle(state: DraftEditing): DraftEditing {
  const settled = state.typed.reduce(
    (before, edit) => {
      const after = edited(before, edit);
      return { ...after, isRefused: before.isRefused || (after.now === before.now && after.notice !== before.notice) };
    },
    { ...state, notice: "", isRefused: false },
  );
  const { isRefused, ...after } = settled;
  return isRefused ? { ...state, notice: after.notice } : { ...after, open: null, typed: [] };
}

function undone(state: DraftEditing): DraftEditing {
  const last = state.past.at(-1);
  if (!last) return state;
  // Undoing under an editor could take away what it is about, and the words in it.
  if (state.typed.length > 0) return { ...state, notice: "Finish what you are writing first, by Done or Cancel." };
  return { ...state, now: last.before, past: state.past.slice(0, -1), notice: "The last change is undone.", open: null };
}

/** The state after an event. Pure: the same state and event always give the same answer, keys included. Nothing typed is lost but by “cancel”, or by removing a paragraph that was emptied. */
export function editDraft(state: DraftEditing, event: DraftEvent): DraftEditing {
  switch (event.type) {
    case "undo":
      return undone(state);
    case "open": {
      const settled = settle(state);
      return settled.typed.length > 0 ? settled : { ...settled, open: event.key };
    }
    case "typed":
      return { ...state, typed: event.edits };
    case "done":
      return settle(state);
    case "cancel":
      return { ...state, open: null, typed: [] };
    case "field":
    case "keepDropped":
    // the editor goes on with its words, now of another kind
    case "blockKind":
      return edited(state, event);
    default: {
      // The other edits of an item are made from its editor: what was typed there comes first, and then the editor is done with.
      if (state.open !== event.key) return edited(state, event);
      const settled = settle(state);
      if (settled.typed.length === 0) return edited(settled, event);
      // Words that cannot be kept need not be: “Remove it instead” must be possible from where it is said.
      return event.type === "removeBlock" ? edited(editDraft(state, { type: "cancel" }), event) : settled;
    }
  }
}
