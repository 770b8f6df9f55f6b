import type { MarkedFrameworks } from "@/lib/annotations/marked-html";
import type { FrameworkSummaries, FrameworkSummary } from "@/lib/frameworks/framework";

/** Frameworks by their id. One that is not there any more is skipped where it would have been shown. */
export type FrameworkLookup = ReadonlyMap<string, FrameworkSummary>;

export function frameworksById(frameworks: FrameworkSummaries): FrameworkLookup {
  return new Map(frameworks.map((framework) => [framework.id, framework]));
}

/** What a mark says of a framework; the order among lanes of one range is the taxonomy's. */
export function markedFrameworks(frameworks: FrameworkSummaries): MarkedFrameworks {
  return new Map(frameworks.map(({ id, hue, label }, rank) => [id, { hue, label, rank }]));
}
