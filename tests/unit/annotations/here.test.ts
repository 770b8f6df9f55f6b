import { describe, expect, it } from "vitest";
import type { AnchoredAnnotation, ShownTag } from "@/lib/annotations/annotation";
import { lanesOf, verdictOf } from "@/lib/annotations/here";
import * as limits from "@/lib/annotations/limits";
import * as schema from "@/lib/annotations/schema";

const annotation = (...tags: ShownTag[]): AnchoredAnnotation => ({
  id: "a",
  start: 0,
  end: 1,
  quote: "x",
  blockIndex: 0,
  person: { id: "p", displayName: "P", isAuthor: false, isViewer: false },
  tags,
  note: null,
  audience: "everyone",
  version: 1,
  createdAt: "2026-11-09T00:00:00Z",
  editedAt: null,
  can: { edit: false, remove: false },
});

describe("the lanes of a passage", () => {
  it("are counted by stance, most tagged first", () => {
    const lanes = lanesOf([
      annotation({ frameworkId: "H2", stance: "supports" }, { frameworkId: "B", stance: "contests" }),
      annotation({ frameworkId: "B", stance: "supports" }),
    ]);
    expect(lanes).toEqual([
      { frameworkId: "B", supports: 1, contests: 1 },
      { frameworkId: "H2", supports: 1, contests: 0 },
    ]);
    expect(lanes.map(verdictOf)).toEqual(["split", "supports"]);
  });
});

describe("limits", () => {
  it.each(["MAX_TAGS", "MAX_NOTE_LENGTH", "MAX_PASSAGE_LENGTH"] as const)("%s is the schema’s", (name) =>
    expect(limits[name]).toBe(schema[name]),
  );
});
