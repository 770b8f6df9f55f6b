import { expect, test } from "vitest";
import { readPreviewAnswer } from "@/lib/articles/preview-answer";

const preview = {
  format: "text",
  draft: { title: "", authors: [], language: "en", blocks: [{ kind: "paragraph", text: "Text.", formats: [] }], comments: [] },
  dropped: [{ line: null, text: "x", why: "Because." }],
};

test("a preview without a title is a preview: a person can give it one", () => {
  expect(readPreviewAnswer(200, preview)).toEqual({ ok: true, preview });
});

test.each([
  ["our own words", 413, { code: "too-large", message: "Too large." }, "Too large."],
  ["a proxy’s page for a large body", 413, null, "larger than an article"],
  ["a proxy’s page for too many requests", 429, null, "too often"],
  ["a body that is no preview", 200, { draft: {} }, "on our side"],
  ["nothing at all", 500, null, "on our side"],
])("%s become words", (_, status, body, words) => {
  expect(readPreviewAnswer(status, body)).toEqual({ ok: false, message: expect.stringContaining(words) });
});
