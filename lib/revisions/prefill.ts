import type { ArticleDraft, ImportPreview } from "../articles/schema";

const fields = ["standfirst", "sourceUrl", "citation", "published", "biography"] as const;

/**
 * The preview of a new text of an article that is there already: what the source does not say about the article stays as it is, so that
 * pasting a bare text takes nothing away. The article's comments stay too; those of the source are listed as left out.
 */
export function prefill(preview: ImportPreview, present: ArticleDraft): ImportPreview {
  const { draft, dropped } = preview;
  const kept = Object.fromEntries(fields.flatMap((name) => (draft[name] || !present[name] ? [] : [[name, present[name]]])));
  const ofComments = draft.comments.map(({ text }) => ({
    line: null,
    text: text.slice(0, 200),
    why: "A comment. The comments that came with the first text stay as they are.",
  }));
  return {
    ...preview,
    draft: {
      ...draft,
      ...kept,
      title: draft.title || present.title,
      authors: draft.authors.length > 0 ? draft.authors : present.authors,
      language: present.language,
      comments: [],
    },
    dropped: [...dropped, ...ofComments],
  };
}
