import { totalOf } from "@/lib/annotations/tally";
import type { HedgeProfile as Profile } from "@/lib/articles/library";
import { plural } from "@/lib/format";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { drawHedge, type HedgeSize } from "./hedge-drawing";

type Props = {
  profile: Profile;
  frameworks: FrameworkSummaries;
  /** small: a row of the library. large: the head of a page. */
  size?: HedgeSize;
  /** drawn beside words that say the same */
  isDecorative?: boolean;
};

/** The article as a hedge, seen from the side: each paragraph a column, support solid above the line, contest hollow below. */
export function HedgeProfile({ profile, frameworks, size = "small", isDecorative = false }: Props) {
  const hueOf = new Map(frameworks.map((framework) => [framework.id, framework.hue]));
  const { width, height, axis, supports, contests } = drawHedge(profile, (id) => hueOf.get(id) ?? 0, size);
  return (
    <svg
      className="hedge"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-hidden={isDecorative || undefined}
      aria-label={describeProfile(profile)}
    >
      <path className="hedge__axis" d={`M0 ${axis}H${width}`} />
      {supports.map(({ hue, path }) => (
        <path key={hue} d={path} fill={colour(hue)} />
      ))}
      {contests.map(({ hue, path }) => (
        <path key={hue} d={path} fill="none" stroke={colour(hue)} />
      ))}
    </svg>
  );
}

function colour(hue: number): string {
  return hue === 0 ? "var(--ink-mark)" : `var(--fw-${hue})`;
}

/** “14 paragraphs: 62 tags support, 39 contest; the most tagged is ¶ 7, 12 support, 5 contest” */
export function describeProfile(profile: Profile): string {
  const counts = profile.map(({ paragraph, cells }) => ({
    paragraph,
    supports: cells.reduce((sum, cell) => sum + cell.supports, 0),
    contests: cells.reduce((sum, cell) => sum + cell.contests, 0),
  }));
  const supports = counts.reduce((sum, count) => sum + count.supports, 0);
  const contests = counts.reduce((sum, count) => sum + count.contests, 0);
  const paragraphs = plural(profile.length, { one: "paragraph", other: "paragraphs" });
  const [first, ...rest] = counts;
  if (!first || supports + contests === 0) return `${paragraphs}, no tags yet`;
  const most = rest.reduce((a, b) => (totalOf(b) > totalOf(a) ? b : a), first);
  const tags = plural(supports, { one: "tag supports", other: "tags support" });
  return `${paragraphs}: ${tags}, ${contests} contest; the most tagged is ¶ ${most.paragraph}, ${most.supports} support, ${most.contests} contest`;
}
