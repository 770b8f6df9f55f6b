import { describe, expect, it } from "vitest";
import {
  above,
  listed,
  loadedFrom,
  refreshed,
  UNSENT_VERSION,
  unfolded,
  withGone,
  withOwn,
  withoutOwn,
  withStretch,
} from "@/lib/threads/loaded";
import type { ShownComment } from "@/lib/threads/thread";
import { aComment, aThread } from "../../fixtures/threads";

/** "a >b >>c d": by depth. */
function comments(written: string): ShownComment[] {
  const list: ShownComment[] = [];
  for (const word of written.split(" ").filter(Boolean)) {
    const depth = word.lastIndexOf(">") + 1;
    const parent = list.findLast((other) => other.depth === depth - 1);
    list.push(aComment({ id: word.slice(depth), depth, parentId: depth === 0 ? null : (parent?.id ?? "elsewhere") }));
  }
  return list.map((comment, index) => {
    const end = list.findIndex((other, at) => at > index && other.depth <= comment.depth);
    return { ...comment, under: (end === -1 ? list.length : end) - index - 1 };
  });
}
const written = (list: readonly ShownComment[]) =>
  list.map(({ id, depth, is }) => `${">".repeat(depth)}${id}${is === "shown" ? "" : "!"}`).join(" ");
const own = (id: string, parentId: string | null, given: Partial<ShownComment> = {}) => aComment({ id, parentId, ...given });

describe("a thread as a page has it", () => {
  it.each<[string, string, string | null, string]>([
    ["last under what it answers", "a >b >>c d", "a", "a >b >>c >new d"],
    ["last under a deeper one", "a >b >>c >d", "b", "a >b >>c >>new >d"],
    ["at the end where it answers the subject", "a >b", null, "a >b new"],
    ["at the end where that is not loaded", "a >b", "elsewhere", "a >b new"],
  ])("shows one's own %s", (_, before, parentId, after) => {
    expect(written(listed(withOwn(loadedFrom(aThread(comments(before))), own("new", parentId))))).toBe(after);
  });

  it("lets the stored comment take the place of the one on its way, and counts it once", () => {
    const sent = withOwn(loadedFrom(aThread(comments("a >b"))), own("sending", "b", { version: UNSENT_VERSION }));
    expect(listed(sent).map(({ under }) => under)).toEqual([2, 1, 0]);
    const stored = withOwn(sent, own("new", "b"), "sending");
    expect(written(listed(stored))).toBe("a >b >>new");
    expect(written(listed(withoutOwn(sent, "sending")))).toBe("a >b");
  });

  it("puts one's own where it belongs when the stretch that holds it comes", () => {
    const first = withOwn(loadedFrom(aThread(comments("a >b"), { nextId: "c" })), own("new", null));
    const whole = withStretch(first, aThread(comments("c new d")));
    expect(written(listed(whole))).toBe("a >b c new d");
    expect(whole.nextId).toBeNull();
  });

  it("shows a comment once that two stretches hold", () => {
    const whole = withStretch(loadedFrom(aThread(comments("a b c"), { nextId: "d" })), aThread(comments("c d")));
    expect(written(listed(whole))).toBe("a b c d");
  });

  it("takes what the server says now, and leaves the rest where it is", () => {
    const loaded = withOwn(loadedFrom(aThread(comments("a b"))), own("new", "b"));
    const now = refreshed(
      loaded,
      aThread([aComment({ id: "b", text: "changed" }), own("new", "b", { text: "also" }), aComment({ id: "z" })]),
    );
    expect(listed(now).map(({ id, text }) => [id, text])).toEqual([
      ["a", "a"],
      ["b", "changed"],
      ["new", "also"],
    ]);
  });

  it("leaves a deleted comment standing where something stands under it, without its words, and brings it back", () => {
    const loaded = loadedFrom(aThread(comments("a >b c")));
    const gone = withGone(withGone(loaded, "a", true), "c", true);
    expect(written(listed(gone))).toBe("a! >b");
    expect(listed(gone)[0]).toMatchObject({ text: "", body: [], can: { reply: false, restore: true } });
    expect(written(listed(withGone(gone, "a", false)))).toBe("a >b");
    expect(written(listed(withOwn(withGone(loaded, "c", true), own("new", "c"))))).toBe("a >b c! >new");
  });

  it("folds what stands under a comment, and says what to unfold for one", () => {
    const list = comments("a >b >>c >d e >f");
    expect(written(unfolded(list, new Set(["a"])))).toBe("a e >f");
    expect(written(unfolded(list, new Set(["b", "e"])))).toBe("a >b >d e");
    expect(written(unfolded(list, new Set()))).toBe("a >b >>c >d e >f");
    expect(above(list, "c")).toEqual(["b", "a"]);
    expect(above(list, "d")).toEqual(["a"]);
    expect(above(list, "a")).toEqual([]);
  });
});
