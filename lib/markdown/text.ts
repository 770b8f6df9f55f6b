import type { RichBlock, RichInline } from "./rich";

/** How far the end of an excerpt may move back, UTF-16 code units, to fall between words. */
const SLACK = 24;

const characters = new Intl.Segmenter([], { granularity: "grapheme" });

function textOfInline(inline: RichInline): string {
  if (typeof inline === "string") return inline;
  switch (inline.kind) {
    case "break":
      return "\n";
    case "code":
      return inline.text;
    case "mention":
      return `@${inline.name}`;
    default:
      return inline.children.map(textOfInline).join("");
  }
}

function textOfBlock(block: RichBlock): string {
  switch (block.kind) {
    case "paragraph":
      return block.children.map(textOfInline).join("");
    case "code":
      return block.text;
    case "quotation":
      return plainTextOf(block.children);
    case "list":
      return block.items.map(plainTextOf).join("\n");
  }
}

/** What the blocks say, without any marks: an empty line between blocks, a new line for a break or the next item of a list. */
export function plainTextOf(blocks: readonly RichBlock[]): string {
  return blocks.map(textOfBlock).join("\n\n");
}

/**
 * The beginning of what the blocks say, on one line, at most `length` UTF-16 code units with the “…” that says that more follows.
 * Cut between words where there are any, and never within a character that a reader sees as one.
 */
export function excerptOf(blocks: readonly RichBlock[], length: number): string {
  const text = plainTextOf(blocks).replace(/\s+/gu, " ").trim();
  if (text.length <= length) return text;
  const end = characters.segment(text).containing(Math.max(0, length - 1))?.index ?? 0;
  const space = text.slice(0, end + 1).lastIndexOf(" ");
  const isNear = space > 0 && end - space <= SLACK;
  return `${text.slice(0, isNear ? space : end).trimEnd()}…`;
}

/** Text that was written without any markup, as it was imported: paragraphs at empty lines, every other line end a break. */
export function plainBlocks(text: string): RichBlock[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line.trim());
  }
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => ({
      kind: "paragraph",
      children: lines.flatMap((line, index): RichInline[] => (index === 0 ? [line] : [{ kind: "break" }, line])),
    }));
}
