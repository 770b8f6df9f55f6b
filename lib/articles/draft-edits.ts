import { blockNumbers, type EditedBlock, joined, splitAtBlankLines, withKind, withText } from "./draft-blocks";
import { type CommentChange, type EditedComment, withAnswer, without } from "./draft-comments";
import type { DraftFields, EditedDraft } from "./edited-draft";
import type { BlockKind, DraftBlock } from "./schema";

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
  | { type: "useCommentAsParagraph"; key: number };

/** What an edit makes of a draft, or null where it can do nothing. */
export type Outcome = { now: EditedDraft; notice?: string; usedKeys?: number } | { refused: string } | null;

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

/** What an edit makes of a draft; `nextKey` is the first key that is free for new items. */
export function outcomeOf(now: EditedDraft, edit: DraftEdit, nextKey: number): Outcome {
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
