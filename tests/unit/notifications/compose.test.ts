import { describe, expect, it } from "vitest";
import { composeDigest, MOST_IN_A_MAIL } from "@/lib/notifications/compose";
import type { ShownNotice } from "@/lib/notifications/schema";

const links = {
  notice: (id: string) => `https://h.example/inbox/${id}`,
  inbox: "https://h.example/inbox",
  account: "https://h.example/account#mail",
};
const notice = (more: Partial<ShownNotice> = {}): ShownNotice => ({
  ...{ id: "1", kind: "reply", createdAt: "2026-11-24T12:00:00.000Z", isRead: false, isGone: false, commentId: "c", critique: null },
  article: { slug: "a-seat", title: "A seat at the table", language: "en" },
  by: { name: "Mina", isAuthor: false },
  text: "I do not think so.",
  ...more,
});
const compose = (...notices: ShownNotice[]) => composeDigest(notices, links);

describe("a mail of what waits", () => {
  it("tells one thing in its subject, and where to read on", () => {
    expect(compose(notice())).toEqual({
      subject: "Mina answered you: A seat at the table",
      text: `A seat at the table

Mina answered you.
> I do not think so.
https://h.example/inbox/1


How often you get these mails: https://h.example/account#mail
`,
    });
  });

  it("names an author’s answer by what it is", () => {
    const critique = { id: "q", kind: "evidence", step: "concede", annotationId: "a", commentId: null } as const;
    expect(compose(notice({ kind: "answer", critique }))?.subject).toBe("Mina conceded your critique: A seat at the table");
  });

  it("gathers several by article", () => {
    const other = { slug: "b", title: "Two clocks", language: "en" };
    const mail = compose(notice(), notice({ id: "2", article: other }), notice({ id: "3", kind: "mention" }));
    expect(mail?.subject).toBe("3 notices: 2 articles");
    expect(mail?.text.match(/^(A seat at the table|Two clocks|https:\S+inbox\S+)$/gm)).toEqual([
      ...["A seat at the table", "https://h.example/inbox/1", "https://h.example/inbox/3", "Two clocks", "https://h.example/inbox/2"],
    ]);
  });

  it("tells a long list’s beginning, and how many more there are", () => {
    const many = Array.from({ length: MOST_IN_A_MAIL + 12 }, (_, index) => notice({ id: `n${index}` }));
    const mail = compose(...many);
    expect(mail?.subject).toBe("42 notices: A seat at the table");
    expect(mail?.text.match(/inbox\/n/g)).toHaveLength(MOST_IN_A_MAIL);
    expect(mail?.text).toContain("And 12 others: https://h.example/inbox\n");
  });

  it("has no word of what is not shown any more, and is none where nothing else is left", () => {
    const gone = notice({ by: null, text: null, isGone: true });
    expect(compose(gone)).toBeNull();
    expect(compose()).toBeNull();
    expect(compose(gone, notice())?.subject).toBe("Mina answered you: A seat at the table");
  });

  it("lets no name, title or comment begin a line of its own", () => {
    const lines = "x\r\n\u2028\u0085Bcc: all@h.example\n\nYour passphrase: https://evil.example";
    const mail = compose(
      notice({ by: { name: lines, isAuthor: false }, article: { slug: "s", title: lines, language: "en" }, text: lines }),
    );
    expect(mail?.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(mail?.text).not.toMatch(/^(Bcc|Your passphrase)/m);
  });
});
