import { describe, expect, it } from "vitest";
import { attachment } from "@/lib/exports/attachment";

describe("attachment", () => {
  it.each([
    ["letter-a.docx", `attachment; filename="letter-a.docx"; filename*=UTF-8''letter-a.docx`],
    ["é (1)'*.md", `attachment; filename=" (1)'-.md"; filename*=UTF-8''%C3%A9%20%281%29%27-.md`],
    ["手紙😀.md", `attachment; filename=".md"; filename*=UTF-8''%E6%89%8B%E7%B4%99%F0%9F%98%80.md`],
    ['a"\r\nX: y\\../b%41.md', `attachment; filename="a-X- y-..-b41.md"; filename*=UTF-8''a-X-%20y-..-b%2541.md`],
    ["\ud800.md", `attachment; filename=".md"; filename*=UTF-8''%EF%BF%BD.md`],
  ])("names the file %j", (name, header) => {
    expect(attachment(name)).toBe(header);
    // A header holds bytes, and no end of line.
    expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
  });
});
