import type { Span } from "./span";
import { snap } from "./words";

/** Between two of these there is always a character's edge, except within a CR LF: most text needs no segmenter to be asked. */
function isPlain(unit: number): boolean {
  if (unit < 0x300) return unit !== 0x0d && unit !== 0x0a && unit !== 0xad;
  if (unit < 0x1100) return (unit >= 0x370 && unit < 0x483) || (unit >= 0x48a && unit < 0x530) || (unit >= 0x620 && unit < 0x64b);
  return (unit >= 0x2010 && unit < 0x2028) || (unit >= 0x3041 && unit < 0x3097) || (unit >= 0x30a0 && unit < 0xa4d0);
}

function isEdge(text: string, offset: number): boolean {
  return offset <= 0 || offset >= text.length || (isPlain(text.charCodeAt(offset)) && isPlain(text.charCodeAt(offset - 1)));
}

/** The span with both ends on a character's edge, widened where they were within one. The same as snap, faster in plain text. */
export function onEdges(text: string, span: Span): Span {
  return isEdge(text, span.start) && isEdge(text, span.end) ? span : snap(text, span);
}
