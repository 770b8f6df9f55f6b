import type { EditedBlock } from "./draft-blocks";
import { type EditedComment, withKeys, withPlaces } from "./draft-comments";
import type { ArticleDraft, DroppedPart, ImportPreview } from "./schema";

/** What stands in the fields of the form; `authors` has one name a line, so that a name may contain a comma. */
export type DraftFields = {
  title: string;
  standfirst: string;
  authors: string;
  language: string;
  sourceUrl: string;
  citation: string;
  published: string;
  biography: string;
};

/** A draft as the form holds it; `toDraft` gives back what is saved. */
export type EditedDraft = {
  fields: DraftFields;
  blocks: readonly EditedBlock[];
  comments: readonly EditedComment[];
  dropped: readonly DroppedPart[];
};

/** An import's preview, ready to be corrected, and the first key that is still free. */
export function toEdited({ draft, dropped }: Pick<ImportPreview, "draft" | "dropped">): { edited: EditedDraft; nextKey: number } {
  const firstComment = draft.blocks.length;
  const edited: EditedDraft = {
    fields: {
      title: draft.title,
      standfirst: draft.standfirst ?? "",
      authors: draft.authors.join("\n"),
      language: draft.language,
      sourceUrl: draft.sourceUrl ?? "",
      citation: draft.citation ?? "",
      published: draft.published ?? "",
      biography: draft.biography ?? "",
    },
    blocks: draft.blocks.map((block, key) => ({ key, block })),
    comments: withKeys(draft.comments, firstComment),
    dropped,
  };
  return { edited, nextKey: firstComment + draft.comments.length };
}

/** The draft to save: fields trimmed, empty ones left out, comments named by their place again. */
export function toDraft({ fields, blocks, comments }: EditedDraft): ArticleDraft {
  const { title, authors, language, ...others } = fields;
  const given = Object.fromEntries(
    Object.entries(others)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ""),
  );
  return {
    ...given,
    title: title.trim(),
    authors: authors
      .split("\n")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    language: language.trim(),
    blocks: blocks.map(({ block }) => block),
    comments: withPlaces(comments),
  };
}
