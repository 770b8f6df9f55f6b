import { describe, expect, it } from "vitest";
import { letterOf, type StoredMail } from "@/lib/mail/letter";
import { isMailbox, subjectLine } from "@/lib/mail/mail";
import { unsubscribeToken } from "@/lib/mail/unsubscribe";

const personId = "019ab3c4-0000-7000-8000-00000000000a";
const secret = "a secret of at least thirty-two characters";
const stored: StoredMail = {
  id: "019ab3c4-0000-7000-8000-0000000000ff",
  personId,
  to: "mina@hedgerow.example",
  subject: "Two replies",
  text: "…",
  html: null,
  unsubscribable: true,
  createdAt: new Date("2026-11-24T12:00:00Z"),
};
const sender = { origin: "https://hedgerow.example", from: "Hedgerow <mail@hedgerow.example>", secret };

describe("a letter", () => {
  it("is the same at every try, and named after its row", () => {
    expect(letterOf(stored, sender)).toEqual(letterOf(stored, sender));
    expect(letterOf(stored, sender)).toMatchObject({ messageId: `<${stored.id}@hedgerow.example>`, date: stored.createdAt });
  });

  it("offers to unsubscribe with one click, by https only", () => {
    const link = (origin: string) => `<${origin}/api/unsubscribe?token=${unsubscribeToken(personId, secret)}>`;
    expect(letterOf(stored, sender).headers).toEqual({
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": link("https://hedgerow.example"),
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    const headers = letterOf(stored, { ...sender, origin: "http://localhost:3000" }).headers;
    expect(headers).toEqual({ "Auto-Submitted": "auto-generated", "List-Unsubscribe": link("http://localhost:3000") });
    expect(letterOf({ ...stored, unsubscribable: false }, sender).headers).toEqual({ "Auto-Submitted": "auto-generated" });
  });
});

it.each([
  ["Reply by 美奈 to “両国の間で”", "Reply by 美奈 to “両国の間で”"],
  ["Two\r\nBcc: somebody@elsewhere.example", "Two Bcc: somebody@elsewhere.example"],
  ["  a\u2028b\u0085c\td\u0000e ", "a b c d e"],
  ["🌿".repeat(300), `${"🌿".repeat(199)}…`],
  ["half a character \ud83c", "half a character \ufffd"],
])("a subject is one line: %j", (subject, line) => {
  expect(subjectLine(subject)).toBe(line);
});

it.each([
  ["mina@hedgerow.example", true],
  ["mina+notes@hedgerow.example", true],
  ["美奈@例え.example", true],
  ["mina@hedgerow.example, other@elsewhere.example", false],
  ["mina@hedgerow.example,other", false],
  ["Mina <mina@hedgerow.example>", false],
  ["mina@hedgerow.example\r\nRCPT TO:<other@elsewhere.example>", false],
  ["mina@hedgerow.example\n", false],
  ["mina@a@b", false],
  ["mina", false],
  ["", false],
])("%j is one mailbox: %s", (address, is) => {
  expect(isMailbox(address)).toBe(is);
});
