import { describe, expect, it } from "vitest";
import { type CitedComment, citeComment } from "@/lib/threads/citation";

const given: CitedComment = {
  writer: "Aiko Tanaka",
  isAuthor: false,
  articleTitle: "On hedges",
  date: "9 November 2026",
  url: "https://hedgerow.example/articles/on-hedges/comments/1",
};

describe("a comment as it is cited", () => {
  it.each<[string, Partial<CitedComment>, string]>([
    ["a reader’s", {}, "Aiko Tanaka, comment on “On hedges”, 9 November 2026, "],
    ["the author’s", { isAuthor: true }, "Aiko Tanaka (the author), comment on “On hedges”, 9 November 2026, "],
    ["without a date", { date: null }, "Aiko Tanaka, comment on “On hedges”, "],
    ["of a title with a quotation", { articleTitle: "On “hedges”" }, "Aiko Tanaka, comment on “On ‘hedges’”, 9 November 2026, "],
    ["in one line", { writer: "Aiko\n Tanaka ", articleTitle: "On\u00a0hedges" }, "Aiko Tanaka, comment on “On hedges”, 9 November 2026, "],
    ["in another script", { writer: "田中愛子", articleTitle: "生垣について" }, "田中愛子, comment on “生垣について”, 9 November 2026, "],
  ])("%s", (_, changed, expected) => expect(citeComment({ ...given, ...changed })).toBe(expected + given.url));
});
