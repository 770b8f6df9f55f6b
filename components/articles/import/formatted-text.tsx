import type { ReactNode } from "react";
import type { FormatRange } from "@/lib/articles/schema";

/** A paragraph with its inline formatting. Links are shown but lead nowhere: one click must not lose an hour's corrections. */
export function FormattedText({ text, formats }: { text: string; formats: readonly FormatRange[] }) {
  if (formats.length === 0) return text;
  return runsOf(text, formats).map(({ start, text: run, covering }) => <span key={start}>{covering.reduce(wrapped, run)}</span>);
}

type Run = { start: number; text: string; covering: FormatRange[] };

/** The text cut wherever a range begins or ends. */
function runsOf(text: string, formats: readonly FormatRange[]): Run[] {
  const cuts = [...new Set([0, text.length, ...formats.flatMap((range) => [range.start, range.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    text: text.slice(start, cuts[index + 1]),
    covering: formats.filter((range) => range.start <= start && range.end > start),
  }));
}

function wrapped(content: ReactNode, range: FormatRange): ReactNode {
  switch (range.kind) {
    case "emphasis":
      return <em>{content}</em>;
    case "strong":
      return <strong>{content}</strong>;
    case "code":
      return <code>{content}</code>;
    case "superscript":
      return <sup>{content}</sup>;
    case "subscript":
      return <sub>{content}</sub>;
    case "strikethrough":
      return <s>{content}</s>;
    case "link":
      return (
        <span className="link" title={range.href}>
          {content}
        </span>
      );
  }
}
