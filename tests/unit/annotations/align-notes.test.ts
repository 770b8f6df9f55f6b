import { describe, expect, it } from "vitest";
import { alignNotes } from "@/lib/annotations/align-notes";

const rest = { gap: 16, top: 0 };
const note = (want: number, height = 40, open = false) => ({ want, height, open });

describe("alignNotes", () => {
  it.each([
    ["nothing", [], []],
    ["each at its passage where there is room", [note(10), note(100)], [10, 100]],
    ["what wants one place shares it out", [note(100), note(100)], [72, 128]],
    ["and does not move those beyond it for nothing", [note(100), note(100), note(300)], [72, 128, 300]],
    ["the open one is level, those below move down", [note(10), note(200, 100, true), note(220)], [10, 200, 316]],
    ["those above move up", [note(100), note(140), note(150, 90, true)], [38, 94, 150]],
    ["only as many of them as must", [note(0), note(140), note(150, 90, true)], [0, 94, 150]],
    ["nothing is above the top", [note(10), note(20), note(30)], [0, 56, 112]],
    ["never beyond the top: then the open one gives way", [note(0), note(10, 90, true), note(20)], [0, 56, 162]],
  ])("%s", (_, notes, y) => expect(alignNotes(notes, rest)).toEqual(y));

  it("keeps notes below the key, also when one is open", () => {
    expect(alignNotes([note(10), note(20)], { ...rest, top: 50 })).toEqual([50, 106]);
    expect(alignNotes([note(60), note(80, 90, true)], { ...rest, top: 50 })).toEqual([50, 106]);
  });

  it("takes a first note that is open", () => {
    expect(alignNotes([note(50, 40, true), note(50)], rest)).toEqual([50, 106]);
  });
});
