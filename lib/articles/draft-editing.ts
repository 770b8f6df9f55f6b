import { blockNumbers, type EditedBlock, joined, splitAtBlankLines, withKind, withText } from "./draft-blocks";
import { type CommentChange, type EditedComment, withAnswer, without } from "./draft-comments";
import { type DraftFields, type EditedDraft, toEdited } from "./edited-draft";
import type { BlockKind, DraftBlock, ImportPreview } from "./schema";

/** One correction of a draft. */
export type DraftEdit =
  | { type: "field"; name: keyof DraftFields; value: string }
  | { type: "blockKind"; key: number; kind: BlockKind; level?: number }
  /** a blank line in `text` makes a new paragraph */
  | { type: "blockText"; key: number; text: string }
  | { type: "removeBlock"; key: number }
  | { type: "joinToPrevious"; key: number }
  | { type: "moveBlock"; key: number; by: -1 | 1 }
  | { type: "useBlockAs"; key: number; as: "title" | "standfirst" | "biography" | "comment" }
  /** `after`: the index of the block it is put behind, −1 for before them all; null: at the end */
  | { type: "keepDropped"; index: number; after: number | null }
  | { type: "comment"; key: number; change: CommentChange }
  | { type: "answer"; key: number; answered: number; isAnswered: boolean }
  | { type: "removeComment"; key: number }
  | { type: "useCommentAsParagraph"; key: number }
  | { type: "undo" };

/** What happens to the one editor that is open: of a block or a comment, whose keys differ. */
export type EditorEvent =
  | { type: "open"; key: number }
  /** what the words typed so far would change, were they done with now */
  | { type: "typed"; edits: readonly DraftEdit[] }
  | { type: "done" }
  | { type: "cancel" };

export type DraftEvent = DraftEdit | EditorEvent;

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

/** What an edit makes of a draft, or null where it can do nothing. */
type Outcome = { now: EditedDraft; notice?: string; usedKeys?: number } | { refused: string } | null;

const plain = (text: string): DraftBlock => ({ kind: "paragraph", text, formats: [] });

function editBlock(now: EditedDraft, key: number, edit: (block: EditedBlock, index: number) => Outcome): Outcome {
  const index = now.blocks.findIndex((block) => block.key === key);
  const found = now.blocks[index];
  return found ? edit(found, index) : null;
}

function changeText(now: EditedDraft, found: EditedBlock, index: number, text: string, nextKey: number): Outcome {
  const { block, lost } = withText(found.block, text);
  const parts = splitAtBlankLines(block);
  if (parts.length === 0) return { refused: "An empty paragraph cannot be kept. Remove it instead." };
  const changed = parts.map((part, place) => ({ key: place === 0 ? found.key : nextKey + place - 1, block: part }));
  const notice = [
    parts.length > 1 ? `The blank lines made ${parts.length} paragraphs of it.` : "",
    lost > 0 ? "Italics, links or other formatting inside the words you changed were dropped." : "",
  ];
  return {
    now: { ...now, blocks: now.blocks.toSpliced(index, 1, ...changed) },
    notice: notice.join(" ").trim(),
    usedKeys: parts.length - 1,
  };
}

function useAs(
  now: EditedDraft,
  found: EditedBlock,
  index: number,
  as: "title" | "standfirst" | "biography" | "comment",
  nextKey: number,
): Outcome {
  const rest = now.blocks.toSpliced(index, 1);
  const { text } = found.block;
  if (as === "comment") {
    const comment: EditedComment = { key: nextKey, commenter: null, addressedAs: "", isAuthor: false, text, inReplyTo: null, answers: [] };
    return {
      now: { ...now, blocks: rest, comments: [...now.comments, comment] },
      notice: "Moved to the end of the comments.",
      usedKeys: 1,
    };
  }
  const former = now.fields[as].trim();
  if (as === "biography") {
    const biography = former === "" ? text : `${former}\n\n${text}`;
    return { now: { ...now, blocks: rest, fields: { ...now.fields, biography } }, notice: "Moved to the biography." };
  }
  // the words that were the title so far are still somebody's words: they change places with the paragraph
  const blocks = former === "" ? rest : now.blocks.with(index, { key: found.key, block: plain(former) });
  const swapped = former === "" ? "" : ` The former ${as} stands in its place.`;
  return { now: { ...now, blocks, fields: { ...now.fields, [as]: text } }, notice: `This is the ${as} now.${swapped}` };
}

function moved(now: EditedDraft, found: EditedBlock, index: number, by: -1 | 1): Outcome {
  const other = now.blocks[index + by];
  if (!other) return null;
  return { now: { ...now, blocks: now.blocks.with(index, other).with(index + by, found) }, notice: by < 0 ? "Moved up." : "Moved down." };
}

function joinToPrevious(now: EditedDraft, found: EditedBlock, index: number): Outcome {
  const previous = now.blocks[index - 1];
  if (!previous) return null;
  const block = joined(previous.block, found.block);
  if (!block) return { refused: "Together these two would be longer than a paragraph may be." };
  return {
    now: { ...now, blocks: now.blocks.toSpliced(index - 1, 2, { key: previous.key, block }) },
    notice: "Joined to the paragraph before it.",
  };
}

function keepDropped(now: EditedDraft, index: number, after: number | null, nextKey: number): Outcome {
  const part = now.dropped[index];
  if (!part) return null;
  const place = after === null ? now.blocks.length : after + 1;
  const blocks = now.blocks.toSpliced(place, 0, { key: nextKey, block: plain(part.text) });
  const notice = `Kept as ¶ ${blockNumbers(blocks)[place]}.`;
  return { now: { ...now, blocks, dropped: now.dropped.toSpliced(index, 1) }, notice, usedKeys: 1 };
}

function editComment(now: EditedDraft, key: number, edit: (comment: EditedComment) => EditedComment): Outcome {
  return { now: { ...now, comments: now.comments.map((comment) => (comment.key === key ? edit(comment) : comment)) } };
}

function commentAsParagraph(now: EditedDraft, key: number, nextKey: number): Outcome {
  const comment = now.comments.find((candidate) => candidate.key === key);
  if (!comment) return null;
  const parts = splitAtBlankLines(plain(comment.text));
  const blocks = parts.map((block, place) => ({ key: nextKey + place, block }));
  return {
    now: { ...now, blocks: [...now.blocks, ...blocks], comments: without(now.comments, key) },
    notice: "Moved to the end of the article.",
    usedKeys: parts.length,
  };
}

function outcome(now: EditedDraft, edit: Exclude<DraftEdit, { type: "undo" }>, nextKey: number): Outcome {
  switch (edit.type) {
    case "field":
      return { now: { ...now, fields: { ...now.fields, [edit.name]: edit.value } } };
    case "blockKind":
      return editBlock(now, edit.key, ({ key, block }, index) => ({
        now: { ...now, blocks: now.blocks.with(index, { key, block: withKind(block, edit.kind, edit.level) }) },
      }));
    case "blockText":
      return editBlock(now, edit.key, (found, index) => changeText(now, found, index, edit.text, nextKey));
    case "removeBlock":
      return editBlock(now, edit.key, (_, index) => ({
        now: { ...now, blocks: now.blocks.toSpliced(index, 1) },
        notice: "Paragraph removed.",
      }));
    case "joinToPrevious":
      return editBlock(now, edit.key, (found, index) => joinToPrevious(now, found, index));
    case "moveBlock":
      return editBlock(now, edit.key, (found, index) => moved(now, found, index, edit.by));
    case "useBlockAs":
      return editBlock(now, edit.key, (found, index) => useAs(now, found, index, edit.as, nextKey));
    case "keepDropped":
      return keepDropped(now, edit.index, edit.after, nextKey);
    case "comment":
      return editComment(now, edit.key, (comment) => ({ ...comment, ...edit.change }));
    case "answer":
      return editComment(now, edit.key, (comment) => withAnswer(comment, edit.answered, edit.isAnswered));
    case "removeComment":
      return { now: { ...now, comments: without(now.comments, edit.key) }, notice: "Comment removed." };
    case "useCommentAsParagraph":
      return commentAsParagraph(now, edit.key, nextKey);
  }
}

function edited(state: DraftEditing, edit: Exclude<DraftEdit, { type: "undo" }>): DraftEditing {
  const result = outcome(state.now, edit, state.nextKey);
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
      const after = edit.type === "undo" ? before : edited(before, edit);
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
