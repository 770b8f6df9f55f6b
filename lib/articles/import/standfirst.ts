import type { Part } from "./reading";

const LONGEST = 300;
const SHORTEST = 20;
/** A standfirst is at most this share of the article's usual paragraph. */
const MUCH_SHORTER = 0.5;
/** Without a body to compare with there is no telling. */
const FEWEST_PARAGRAPHS = 2;

/** Ends of sentences: not the full stop after an initial ("U.S. alliance"). */
const SENTENCE_END = /(?:(?<!\b\p{Lu})\.|[!?…]|[。！？])["”’)」』]*(?=\s|$|[\p{Lo}])/gu;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One sentence or question, or a phrase without a full stop. */
function isOneSentence(text: string): boolean {
  const ends = [...text.matchAll(SENTENCE_END)];
  const first = ends[0];
  return first === undefined || (ends.length === 1 && first.index + first[0].length === text.length);
}

/** Whether the first part after the title is a standfirst: one sentence, much shorter than the paragraphs that follow. */
export function isStandfirst(part: Part, rest: readonly Part[]): boolean {
  const { kind, text } = part.block;
  if (kind !== "paragraph" || text.includes("\n") || text.length < SHORTEST || text.length > LONGEST) return false;
  const body = rest.filter((other) => other.block.kind === "paragraph").map((other) => other.block.text.length);
  if (body.length < FEWEST_PARAGRAPHS || rest[0]?.block.kind === "listItem") return false;
  return isOneSentence(text) && text.length <= median(body) * MUCH_SHORTER;
}
