import { describe, expect, it } from "vitest";
import { mentionablesFor, mentioningAt, withMention } from "@/lib/threads/mentioning";
import type { Mentionable } from "@/lib/threads/mentions";

/** The text with the caret at “|”. */
function at(marked: string) {
  const caret = marked.indexOf("|");
  return { text: marked.replace("|", ""), caret };
}

describe("an @ that is being completed", () => {
  it.each<[string, string | null]>([
    ["@|", ""],
    ["@Ai|", "Ai"],
    ["As @Aiko Ta| says", "Aiko Ta"],
    ["“@Ai|", "Ai"],
    ["(@Ai|", "Ai"],
    ["そうです。@田|", "田"],
    ["そうですね@田|", "田"],
    ["@Aiko and @Be|", "Be"],
    ["Ai|", null],
    ["|@Ai", null],
    ["write to me@exa|", null],
    ["@@|", null],
    ["@Aiko\nnext| line", null],
    [`@${"x".repeat(70)}|`, null],
  ])("%s", (marked, expected) => {
    const { text, caret } = at(marked);
    const found = mentioningAt(text, caret);
    expect(found?.query ?? null).toBe(expected);
    if (found) expect(text.slice(found.start, found.end)).toBe(`@${expected}`);
  });
});

describe("who is offered", () => {
  const people = ["Aiko Tanaka", "Ana María Sá", "田中愛子", "Tan Aik", "がくしゃ"].map(
    (name, index): Mentionable => ({ personId: String(index), name, isAuthor: false }),
  );
  it.each<[string, string[]]>([
    ["", ["Aiko Tanaka", "Ana María Sá", "田中愛子", "Tan Aik", "がくしゃ"]],
    ["ai", ["Aiko Tanaka", "Tan Aik"]],
    ["tan", ["Tan Aik", "Aiko Tanaka"]],
    ["maria s", ["Ana María Sá"]],
    ["SA", ["Ana María Sá"]],
    ["田", ["田中愛子"]],
    ["か", ["がくしゃ"]],
    ["Aiko Tanaka ", []],
    [" ", []],
    ["nobody", []],
  ])("“%s”", (query, expected) => expect(mentionablesFor(people, query).map(({ name }) => name)).toEqual(expected));

  it("offers eight at most", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ personId: String(index), name: `Reader ${index}`, isAuthor: false }));
    expect(mentionablesFor(many, "r")).toHaveLength(8);
  });
});

describe("the name in its place", () => {
  it.each<[string, string, string]>([
    ["@ai|", "Aiko Tanaka", "@Aiko Tanaka |"],
    ["So @ai| says", "Aiko Tanaka", "So @Aiko Tanaka| says"],
    ["(@ai|)", "Aiko Tanaka", "(@Aiko Tanaka|)"],
    ["@田|さん", "田中愛子", "@田中愛子 |さん"],
  ])("%s", (marked, name, expected) => {
    const { text, caret } = at(marked);
    const found = mentioningAt(text, caret);
    const put = found && withMention(text, found, name);
    expect(put && `${put.text.slice(0, put.caret)}|${put.text.slice(put.caret)}`).toBe(expected);
  });
});
