import type { BlockKind } from "@/lib/articles/schema";

export const kindWords: Record<BlockKind, string> = {
  paragraph: "Paragraph",
  heading: "Heading",
  quotation: "Quotation",
  listItem: "List item",
};

/** What people call the block: the number readers will cite, or what it is. */
export function blockName(number: number | null): string {
  return number === null ? "the heading" : `¶ ${number}`;
}
