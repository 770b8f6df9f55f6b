import { describe, expect, it } from "vitest";
import { isStorable } from "@/lib/plain-text";
import { left, outline, preview, prose } from "./samples";

const ship = prose("ship");

describe("characters that cannot be stored", () => {
  it.each([
    ["text", `On\u0001 Harbours\n\n${ship}\n\nA \u0001ship.\n\n${ship}`, "1: 2 control characters"],
    ["markdown", `# On\u0001 Harbours\n\n${ship}\n\nA \u0001*ship*.\n\n${ship}`, "1: 2 control characters"],
    ["html", `<h1>On\u0001 Harbours</h1>\n<p>${ship}</p>\n<p>A \u0001ship.</p>\n<p>${ship}</p>`, "1: 2 control characters"],
    ["html", `<h1>On Harbours</h1>\n<p>${ship}</p>\n<p>A &#1;<b>ship&#x01;</b>.</p>\n<p>${ship}</p>`, "3: 2 control characters"],
    ["markdown", `# On Harbours\n\n${ship}\n\n<p>A ship&#1;.</p>\n\n${ship}`, "-: 1 control character"],
  ] as const)("are left out of %s, and said to be: %.30j", (format, source, note) => {
    const result = preview(source, format);
    expect(result.draft.title).toBe("On Harbours");
    expect(outline(result)).toEqual([`paragraph: ${ship}`, "paragraph: A ship.", `paragraph: ${ship}`]);
    expect(left(result)).toEqual([note]);
  });

  it("are left out of what a page declares and of what was dropped", () => {
    const result = preview(
      `<head><meta property="og:title" content="On&#1; Harbours"><meta name=author content="Jane&#1; Doe"><link rel=canonical href="https://example.org/&#1;a"></head><p>${ship}</p><aside>See&#1; also</aside><p><a href="https://example.org/&#1;b">${ship}</a></p>`,
      "html",
    );
    expect(result.draft).toMatchObject({ title: "On Harbours", authors: ["Jane Doe"], sourceUrl: "https://example.org/a" });
    expect(left(result)).toEqual(expect.arrayContaining(["1: 5 control characters", "1: See also"]));
    expect(isStorable(JSON.stringify(result))).toBe(true);
    expect(JSON.stringify(result)).not.toContain("\\u0001");
  });
});
