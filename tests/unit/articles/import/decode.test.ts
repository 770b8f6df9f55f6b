import { describe, expect, it } from "vitest";
import { decodeSource } from "@/lib/articles/import/decode";
import { checkSource, withoutUnstorable } from "@/lib/articles/import/source";
import { firstInvalidByte } from "@/lib/articles/import/utf8";
import { MAX_SOURCE_BYTES } from "@/lib/articles/schema";
import { AppError } from "@/lib/errors";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, littleEndian: boolean) => {
  const result = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) result.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(result.buffer);
};

describe("decodeSource", () => {
  it.each([
    ["UTF-8", utf8("Títle — “日本” 😀\u00a0x")],
    ["UTF-8 with a byte order mark", utf8("\ufeffTítle — “日本” 😀\u00a0x")],
    ["UTF-16, little end first", utf16("\ufeffTítle — “日本” 😀\u00a0x", true)],
    ["UTF-16, big end first", utf16("\ufeffTítle — “日本” 😀\u00a0x", false)],
  ])("reads %s", (_, source) => {
    expect(decodeSource(source)).toBe("Títle — “日本” 😀\u00a0x");
  });

  it("reads a part of a larger buffer", () => {
    expect(decodeSource(utf16("xx\ufeffab", true).subarray(4))).toBe("ab");
  });

  it.each([
    ["no bytes", bytes(), "invalid", /empty/],
    ["only white space", utf8(" \n\t\u00a0\u3000\u200b\r\n"), "invalid", /nothing to read/],
    ["a NUL", utf8("line\nab\0c"), "invalid", /NUL at byte 7 \(line 2\)/],
    ["UTF-16 without a mark", utf16("hello", true), "invalid", /byte 1 .*UTF-16/],
    ["a PDF", utf8("%PDF-1.7\n…"), "invalid", /PDF/],
    ["a PNG", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), "invalid", /PNG/],
    ["a ZIP", bytes(0x50, 0x4b, 0x03, 0x04, 0, 0), "invalid", /ZIP/],
    ["a DOCX", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, ...utf8("[Content_Types].xml word/document.xml")]), "invalid", /DOCX/],
    ["Latin-1", bytes(0x61, 0x0a, 0x63, 0x61, 0x66, 0xe9), "invalid", /not UTF-8.*byte 5 \(line 2\)/],
    ["an overlong form", bytes(0x61, 0xc0, 0xaf), "invalid", /byte 1 /],
    ["an encoded surrogate", bytes(0x61, 0xed, 0xa0, 0x80), "invalid", /byte 2 /],
    ["half a UTF-16 character", bytes(0xff, 0xfe, 0x61), "invalid", /half a character/],
    ["a lone UTF-16 surrogate", utf16("\ufeffa\ud800b", true), "invalid", /lone surrogate.*line 1, character 2/],
    ["many control characters", utf8(`${"a".repeat(20)}${"\u0001".repeat(20)}`), "invalid", /20 control characters.*character 21/],
    ["too many bytes", new Uint8Array(MAX_SOURCE_BYTES + 1).fill(0x61), "too-large", /4,194,305 bytes.*4,194,304 bytes/],
  ])("refuses %s and says so", (_, source, code, message) => {
    const refusal = () => decodeSource(source);
    expect(refusal).toThrow(AppError);
    expect(refusal).toThrow(message);
    expect(refusal).toThrow(expect.objectContaining({ code }));
  });
});

describe("checkSource", () => {
  it.each([
    ["a NUL", "ab\ncd\0", /NUL.*line 2, character 3/],
    ["a high surrogate alone", "a\ud83d", /lone surrogate.*line 1, character 2/],
    ["a low surrogate alone", "x\r\n\r\n\ude00", /line 3, character 1/],
    ["nothing", "\ufeff", /empty/],
  ])("refuses %s", (_, text, message) => {
    expect(() => checkSource(text)).toThrow(message);
  });

  it("counts bytes, not characters", () => {
    expect(() => checkSource("語".repeat(MAX_SOURCE_BYTES / 2))).toThrow(expect.objectContaining({ code: "too-large" }));
  });

  it("keeps a stray control character: it is the writer's", () => {
    expect(checkSource("before\u0002after")).toBe("before\u0002after");
  });
});

describe("withoutUnstorable", () => {
  it("takes out what the database refuses, and says how much and where", () => {
    expect(withoutUnstorable("one\n\u0002tw\u0001o\u0001\u007f")).toEqual({
      text: "one\n\u0002two\u007f",
      dropped: [{ line: 2, text: "2 control characters", why: expect.stringContaining("cannot be stored") }],
    });
  });

  it("leaves every other text alone", () => {
    expect(withoutUnstorable("one\u0002\u001f")).toEqual({ text: "one\u0002\u001f", dropped: [] });
  });
});

describe("firstInvalidByte", () => {
  it.each([
    [bytes(0x61, 0xe6, 0x97, 0xa5), null],
    [bytes(0xf0, 0x9f, 0x98, 0x80), null],
    [bytes(0xf0, 0x9f, 0x98), 0],
    [bytes(0x80), 0],
    [bytes(0xf5, 0x80, 0x80, 0x80), 0],
    [bytes(0xe0, 0x80, 0x80), 1],
    [bytes(0x61, 0xe6, 0x97, 0x41), 3],
  ])("%o → %o", (source, offset) => {
    expect(firstInvalidByte(source)).toBe(offset);
  });
});
