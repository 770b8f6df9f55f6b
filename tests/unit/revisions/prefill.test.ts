import { expect, it } from "vitest";
import type { ArticleDraft, ImportPreview } from "@/lib/articles/schema";
import { prefill } from "@/lib/revisions/prefill";

const blocks = [{ kind: "paragraph" as const, text: "New words.", formats: [] }];
const present: ArticleDraft = {
  ...{ title: "Present", authors: ["Keiko Arima"], language: "ja", blocks: [], comments: [] },
  ...{ citation: "Arima 2013", standfirst: "Why?", biography: "A writer." },
};
const preview = (draft: Partial<ArticleDraft>): ImportPreview => ({
  format: "text",
  draft: { title: "", authors: [], language: "en", blocks, comments: [], ...draft },
  dropped: [],
});

it("what a bare text does not say about the article stays as it is", () => {
  expect(prefill(preview({}), present).draft).toEqual({ ...present, blocks });
});

it("what it says replaces what was there, but for the language, which was chosen", () => {
  const said = { title: "Another", authors: ["B. Second"], standfirst: "How?" };
  expect(prefill(preview(said), present).draft).toEqual({ ...present, ...said, blocks });
});

it("its comments are left out, and said to be", () => {
  const comment = { commenter: "Handle", isAuthor: false, text: "Trade!", answers: [] };
  const { draft, dropped } = prefill(preview({ comments: [comment] }), present);
  expect(draft.comments).toEqual([]);
  expect(dropped).toMatchObject([{ text: "Trade!", why: expect.stringContaining("stay as they are") }]);
});
