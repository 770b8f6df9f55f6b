import { describe, expect, it } from "vitest";
import { canAnnotation, canReadState } from "@/lib/policy/annotation";
import { anonymous, type Viewer } from "@/lib/policy/viewer";

const person = (personId: string, role: "reader" | "curator" | "admin" = "reader"): Viewer => ({
  ...{ kind: "person", personId, displayName: personId, role, sessionId: "s" },
});
const viewers = {
  anonymous,
  maker: person("maker"),
  stranger: person("stranger"),
  curator: person("curator", "curator"),
  admin: person("admin", "admin"),
};
type Principal = keyof typeof viewers;

/** Who may: everyone not named may not. */
const table: [operation: "read" | "edit" | "remove" | "restore", audience: "everyone" | "onlyMe", isDeleted: boolean, who: Principal[]][] =
  [
    ["read", "everyone", false, ["anonymous", "maker", "stranger", "curator", "admin"]],
    ["read", "onlyMe", false, ["maker"]],
    ["read", "everyone", true, []],
    ["read", "onlyMe", true, []],
    ["edit", "everyone", false, ["maker"]],
    ["edit", "onlyMe", false, ["maker"]],
    ["edit", "everyone", true, []],
    ["remove", "everyone", false, ["maker"]],
    ["remove", "onlyMe", false, ["maker"]],
    ["remove", "everyone", true, []],
    ["restore", "everyone", true, ["maker"]],
    ["restore", "onlyMe", true, ["maker"]],
    ["restore", "everyone", false, []],
  ];

describe.each(table)("%s an annotation for %s (deleted: %s)", (operation, audience, isDeleted, who) => {
  it.each(Object.entries(viewers))("%s", (name, viewer) => {
    expect(canAnnotation(viewer, operation, { personId: "maker", audience, isDeleted })).toBe(who.some((allowed) => allowed === name));
  });
});

/** What an annotation says now, what it said then, and who may see the latter. */
const states: [now: "everyone" | "onlyMe" | "deleted", then: "everyone" | "onlyMe" | "deleted", who: Principal[]][] = [
  ["everyone", "everyone", ["anonymous", "maker", "stranger", "curator", "admin"]],
  ["everyone", "onlyMe", ["maker"]],
  ["everyone", "deleted", ["maker"]],
  ["onlyMe", "everyone", ["maker"]],
  ["onlyMe", "onlyMe", ["maker"]],
  ["deleted", "everyone", []],
];
const factsOf = (state: "everyone" | "onlyMe" | "deleted") => ({
  audience: state === "onlyMe" ? ("onlyMe" as const) : ("everyone" as const),
  isDeleted: state === "deleted",
});

describe.each(states)("of an annotation that is (for) %s, the state in which it was (for) %s", (now, then, who) => {
  it.each(Object.entries(viewers))("%s", (name, viewer) => {
    const allowed = canReadState(viewer, { personId: "maker", ...factsOf(now) }, factsOf(then));
    expect(allowed).toBe(who.some((principal) => principal === name));
  });
});
