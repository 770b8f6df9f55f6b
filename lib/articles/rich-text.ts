import type { FormatKind } from "./schema";

/** How a stretch of text is set; a link also knows where it leads. */
export type InlineFormat = { kind: FormatKind; href?: string | undefined };

/** Text under one and the same formatting. */
export type FormattedPiece = { text: string; formats: readonly InlineFormat[] };

/** Text, or an element around more of it. */
export type RichNode = string | { kind: FormatKind; href?: string | undefined; children: RichNode[] };

/**
 * Which element stands outside which. Fixed, so that ranges which overlap without nesting still make well-formed elements;
 * a link is outermost, so that its formatting does not cut it into several links.
 */
const nesting: readonly FormatKind[] = ["link", "strong", "emphasis", "strikethrough", "superscript", "subscript", "code"];

/** Turns flat pieces into nested elements, each as long as it can be. The text of the result is the text of the pieces. */
export function nestFormats(pieces: readonly FormattedPiece[]): RichNode[] {
  return nest(pieces, 0);
}

function nest(pieces: readonly FormattedPiece[], depth: number): RichNode[] {
  const kind = nesting[depth];
  if (kind === undefined) {
    const text = pieces.map((piece) => piece.text).join("");
    return text === "" ? [] : [text];
  }
  if (!pieces.some((piece) => formatOf(piece, kind))) return nest(pieces, depth + 1);
  return runsOf(pieces, kind).flatMap(({ format, pieces: run }): RichNode[] => {
    const children = nest(run, depth + 1);
    return format ? [{ kind, href: format.href, children }] : children;
  });
}

type Run = { format: InlineFormat | undefined; pieces: FormattedPiece[] };

/** Neighbouring pieces that have the format alike, or alike have not. */
function runsOf(pieces: readonly FormattedPiece[], kind: FormatKind): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const format = formatOf(piece, kind);
    const run = runs.at(-1);
    if (run && Boolean(run.format) === Boolean(format) && run.format?.href === format?.href) run.pieces.push(piece);
    else runs.push({ format, pieces: [piece] });
  }
  return runs;
}

function formatOf(piece: FormattedPiece, kind: FormatKind): InlineFormat | undefined {
  return piece.formats.find((format) => format.kind === kind);
}
