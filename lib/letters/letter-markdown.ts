import type { BlockContent, PhrasingContent, Root, RootContent } from "mdast";
import { gfmAutolinkLiteralToMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import type { RichBlock, RichInline } from "../markdown/rich";
import type { Part } from "./letter-document";

/**
 * Marks that mean something where letters are read, though not to us: bars and colons make tables (a delimiter row needs one of them),
 * dollars and carets formulas and superscripts, an @ a citation.
 */
const foreignMarks: Options = {
  unsafe: [
    ...["|", "$", "^", "@"].map((character) => ({ character, inConstruct: "phrasing" as const })),
    { atBreak: true, character: ":" },
  ],
};
const options: Options = {
  bullet: "-",
  fences: true,
  extensions: [gfmStrikethroughToMarkdown(), gfmAutolinkLiteralToMarkdown(), foreignMarks],
};

const phrasing = (inlines: readonly RichInline[]) => inlines.flatMap(inlineContent);

function inlineContent(inline: RichInline): PhrasingContent[] {
  if (typeof inline === "string") return [{ type: "text", value: inline }];
  switch (inline.kind) {
    case "break":
      return [{ type: "break" }];
    case "code":
      return inline.text === "" ? [] : [{ type: "inlineCode", value: inline.text }];
    case "mention":
      return [{ type: "text", value: `@${inline.name}` }];
    case "link":
      return [{ type: "link", url: inline.href, children: phrasing(inline.children) }];
    default: {
      const children = phrasing(inline.children);
      return children.length === 0 ? [] : [{ type: inline.kind === "strikethrough" ? "delete" : inline.kind, children }];
    }
  }
}

const flow = (blocks: readonly RichBlock[]) => blocks.flatMap(blockContent);

function blockContent(block: RichBlock): BlockContent[] {
  switch (block.kind) {
    case "paragraph":
      return [{ type: "paragraph", children: phrasing(block.children) }];
    case "quotation":
      return [{ type: "blockquote", children: flow(block.children) }];
    case "code":
      return [{ type: "code", value: block.text }];
    case "list":
      return [
        {
          type: "list",
          ordered: block.isOrdered,
          start: block.isOrdered ? block.start : null,
          spread: block.items.some((item) => item.length > 1),
          children: block.items.map((item) => ({ type: "listItem", children: flow(item) })),
        },
      ];
  }
}

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });

function partContent(part: Part): RootContent[] {
  switch (part.kind) {
    case "title":
      return [{ type: "heading", depth: 1, children: [text(part.text)] }];
    case "heading":
      return [{ type: "heading", depth: part.level, children: [text(part.text)] }];
    case "line":
      return [paragraph(part.role === "label" ? { type: "strong", children: [text(part.text)] } : text(part.text))];
    case "paragraph":
      return [paragraph(text(part.text))];
    case "quotation": {
      const lines = part.text.split(/\s*\n\s*/u).filter((line) => line !== "");
      return [{ type: "blockquote", children: lines.map((line) => paragraph(text(line))) }];
    }
    case "words":
      return flow(part.blocks);
  }
}

/**
 * The letter as Markdown (CommonMark). Whatever people wrote stays what they wrote: no text of theirs becomes a heading, a table or a link,
 * here or in what else reads Markdown.
 */
export function markdownOf(parts: readonly Part[]): string {
  const root: Root = { type: "root", children: parts.flatMap(partContent) };
  return toMarkdown(root, options);
}
