import { parseMarkdown } from "../markdown/parse";
import type { RichBlock, RichInline } from "../markdown/rich";
import { MAX_MENTIONS } from "./schema";

export type Mentionable = { personId: string; name: string; isAuthor: boolean };

/**
 * The people whom a comment names with an @, of those who may be named: those whom its reader will see named, by the same parser. Where two
 * bear one name, both are meant: better to tell one too many of two who may both read it than to tell neither.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): Mentionable[] {
  const names = new Set(parseMarkdown(text, { mentions: people.map(({ name }) => name) }).flatMap(namesIn));
  return people.filter(({ name }) => names.has(name)).slice(0, MAX_MENTIONS);
}

function namesIn(block: RichBlock): string[] {
  switch (block.kind) {
    case "paragraph":
      return block.children.flatMap(namesInline);
    case "quotation":
      return block.children.flatMap(namesIn);
    case "list":
      return block.items.flat().flatMap(namesIn);
    case "code":
      return [];
  }
}

function namesInline(node: RichInline): string[] {
  if (typeof node === "string" || node.kind === "break" || node.kind === "code") return [];
  return node.kind === "mention" ? [node.name] : node.children.flatMap(namesInline);
}
