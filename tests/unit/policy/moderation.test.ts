import { describe, expect, it } from "vitest";
import { canModerate, notesReadableBy, readableNote, readsHidden } from "@/lib/policy/moderation";
import { anonymous, type Viewer } from "@/lib/policy/viewer";

const person = (personId: string, role: "reader" | "curator" | "admin" = "reader"): Viewer => ({
  ...{ kind: "person", personId, displayName: personId, role, sessionId: "s" },
});
const viewers = {
  anonymous,
  writer: person("writer"),
  author: person("author"),
  stranger: person("stranger"),
  curator: person("curator", "curator"),
  admin: person("admin", "admin"),
  "author who is an admin": person("author", "admin"),
  "writer who is a curator": person("writer", "curator"),
};
type Principal = keyof typeof viewers;
const authorIds = new Set(["author"]);
const facts = { writerId: "writer", authorIds };
const imported = { writerId: null, authorIds };
const may = ["curator", "admin"] as const satisfies Principal[];
const read = ["writer", "writer who is a curator", "curator", "admin", "author who is an admin"] as const satisfies Principal[];

/** Who may: everyone not named may not. */
const table: [what: string, rule: (viewer: Viewer) => boolean, who: readonly Principal[]][] = [
  ["hide what is shown", (viewer) => canModerate(viewer, "hide", { ...facts, isHidden: false }), may],
  ["hide what is hidden", (viewer) => canModerate(viewer, "hide", { ...facts, isHidden: true }), []],
  ["bring back what is hidden", (viewer) => canModerate(viewer, "restore", { ...facts, isHidden: true }), may],
  ["bring back what is shown", (viewer) => canModerate(viewer, "restore", { ...facts, isHidden: false }), []],
  [
    "hide what nobody here wrote",
    (viewer) => canModerate(viewer, "hide", { ...imported, isHidden: false }),
    [...may, "writer who is a curator"],
  ],
  ["read what is hidden", (viewer) => readsHidden(viewer, "writer"), read],
  [
    "read what is hidden and nobody here wrote",
    (viewer) => readsHidden(viewer, null),
    ["curator", "admin", "author who is an admin", "writer who is a curator"],
  ],
  ["read a hidden note", (viewer) => readableNote(viewer, { note: "x", hiddenAt: new Date(0), personId: "writer" }) === "x", read],
];

describe.each(table)("%s", (_what, rule, who) => {
  it.each(Object.entries(viewers))("%s", (name, viewer) => {
    expect(rule(viewer)).toBe(who.some((allowed) => allowed === name));
  });
});

it("a note that is not hidden is everybody's, and lists leave out only the hidden", () => {
  expect(readableNote(anonymous, { note: "x", hiddenAt: null, personId: "writer" })).toBe("x");
  expect(notesReadableBy(anonymous)).toEqual({ OR: [{ hiddenAt: null }] });
  expect(notesReadableBy(viewers.writer)).toEqual({ OR: [{ hiddenAt: null }, { personId: "writer" }] });
  expect(notesReadableBy(viewers.admin)).toEqual({});
});
