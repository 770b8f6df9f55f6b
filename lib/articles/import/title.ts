import type { DroppedPart } from "../schema";
import { articleDraftSchema } from "../schema";
import { LONGEST_TITLE_LINE } from "./limits";
import { nameKey } from "./names";
import { notice } from "./notice";
import type { Part, Reading } from "./reading";
import { clip, isBlank, oneLine } from "./white-space";

/** A declared title is looked for in this many first parts, so that it is not also the first paragraph. */
const LOOK = 6;
/** Characters of the first words that stand in for a missing title. */
const STAND_IN_LENGTH = 80;

const fits = (title: string) => !isBlank(title) && articleDraftSchema.shape.title.safeParse(title).success;

export type TitleFound = { title: string; parts: Part[]; dropped: DroppedPart[] };

const without = (parts: readonly Part[], index: number) => parts.filter((_, at) => at !== index);

/** The title as the format declares it; the heading that repeats it is no part of the body. */
function declared(title: string, parts: readonly Part[]): TitleFound {
  const repeated = parts.slice(0, LOOK).findIndex((part) => nameKey(part.block.text) === nameKey(title));
  return { title: oneLine(title), parts: repeated < 0 ? [...parts] : without(parts, repeated), dropped: [] };
}

/** The only first-level heading near the top, else a first part that is a heading or short enough to be one. */
function titlePart(parts: readonly Part[]): number {
  const top = parts.flatMap((part, index) => (part.block.kind === "heading" && part.block.level === 1 ? [index] : []));
  const [only] = top;
  if (only !== undefined && only < LOOK && (top.length === 1 || only === 0)) return only;
  const first = parts[0]?.block;
  if (first?.kind === "heading") return 0;
  const isTitleLine = first?.kind === "paragraph" && !first.text.includes("\n") && first.text.length <= LONGEST_TITLE_LINE;
  return isTitleLine ? 0 : -1;
}

function standIn(parts: readonly Part[], filename: string): TitleFound {
  const first = parts[0];
  const stem = oneLine(
    filename
      .replace(/^.*[/\\]/, "")
      .replace(/\.[a-z0-9]{1,8}$/i, "")
      .replace(/[-_]+/g, " "),
  );
  const words = oneLine(first?.block.text ?? "");
  const cut = clip(words, STAND_IN_LENGTH);
  const title = stem !== "" && fits(stem) ? stem : cut === words ? cut : `${cut.replace(/\s+\S*$/u, "")}…`;
  const source = title === stem ? "the file's name stands" : "the first words stand";
  return {
    title,
    parts: [...parts],
    dropped: [notice(first?.line ?? null, title, `No title was found: ${source} in for it. Please write one.`)],
  };
}

/** The article's title, and the parts without it. */
export function takeTitle(reading: Reading, filename: string): TitleFound {
  const { title, parts } = reading;
  if (title !== undefined && fits(title)) return declared(title, parts);
  const index = titlePart(parts);
  const found = oneLine(parts[index]?.block.text ?? "");
  return fits(found) ? { title: found, parts: without(parts, index), dropped: [] } : standIn(parts, filename);
}
