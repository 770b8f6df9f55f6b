import type { FrameworkSummaries, FrameworkSummary } from "@/lib/frameworks/framework";

/** Frameworks by their id. One that is not there any more is skipped where it would have been shown. */
export type FrameworkLookup = ReadonlyMap<string, FrameworkSummary>;

export function frameworksById(frameworks: FrameworkSummaries): FrameworkLookup {
  return new Map(frameworks.map((framework) => [framework.id, framework]));
}
