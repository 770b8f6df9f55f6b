import type { BlockContent, DefinitionContent, List, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { isTooCostly } from "./guard";
import { orderNames, withMentions } from "./mentions";
import type { RichBlock, RichInline } from "./rich";
import { plainBlocks } from "./text";

/** Quotations and lists nested deeper than this stand in the innermost one that is shown; likewise emphasis within emphasis. */
const MAX_DEPTH = 8;

/**
 * What is no Markdown here, and stands as it was typed. HTML: nobody’s comment brings its own. Definitions: a short reference could
 * repeat a long address thousands of times. Underlined headings: “--” over a signature would make a heading of the line above it.
 * Indented code: people indent.
 */
const untouched = ["htmlFlow", "htmlText", "definition", "setextUnderline", "codeIndented"];

const extensions = [gfmStrikethrough({ singleTilde: false }), gfmAutolinkLiteral(), { disable: { null: untouched } }];
// Bare addresses are found by the tokenizer. The second search that comes with its tree would run over all text once more, by expressions of its own.
const mdastExtensions = [gfmStrikethroughFromMarkdown(), { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }];

const safeProtocols: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** The address as a browser writes it, or null for one that no comment may lead to. */
export function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return safeProtocols.has(protocol) ? href : null;
}

type Context = { source: string; names: readonly string[] };
type Node = RootContent | PhrasingContent | BlockContent | DefinitionContent;

/** As it was typed. */
function sourceOf({ source }: Context, node: Node): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

/** Lines of a paragraph stay lines: comments are typed in a field that shows them so. */
function textPieces(text: string, names: readonly string[]): RichInline[] {
  return text
    .split("\n")
    .flatMap((line, index): RichInline[] => [
      ...(index === 0 ? [] : [{ kind: "break" } as const]),
      ...(line === "" ? [] : withMentions(line, names)),
    ]);
}

/** Neighbouring texts as one, as where an address was left out. */
function joined(inlines: readonly RichInline[]): RichInline[] {
  const result: RichInline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (typeof inline === "string" && typeof last === "string") result[result.length - 1] = last + inline;
    else result.push(inline);
  }
  return result;
}

/** The link, or null where it leads nowhere that it may. A link in a link is its words; one without words shows its address. */
function linkTo(address: string, children: RichInline[], isInLink: boolean): RichInline[] | null {
  const href = safeHref(address);
  if (href === null) return null;
  const shown = children.length === 0 ? [address] : children;
  return isInLink ? shown : [{ kind: "link", href, children: shown }];
}

function inlinesOf(nodes: readonly PhrasingContent[], context: Context, depth: number, isInLink = false): RichInline[] {
  const inlines = nodes.flatMap((node): RichInline[] => {
    switch (node.type) {
      case "text":
        return textPieces(node.value, isInLink ? [] : context.names);
      case "emphasis":
      case "strong":
      case "delete": {
        const children = inlinesOf(node.children, context, depth + 1, isInLink);
        return depth >= MAX_DEPTH ? children : [{ kind: node.type === "delete" ? "strikethrough" : node.type, children }];
      }
      case "inlineCode":
        return [{ kind: "code", text: node.value }];
      case "break":
        return [{ kind: "break" }];
      case "link":
        return linkTo(node.url, inlinesOf(node.children, context, depth, true), isInLink) ?? textPieces(sourceOf(context, node), []);
      case "image":
        return linkTo(node.url, node.alt ? [node.alt] : [], isInLink) ?? textPieces(sourceOf(context, node), []);
      default:
        return textPieces(sourceOf(context, node), []);
    }
  });
  return joined(inlines);
}

function listOf(node: List, context: Context, depth: number): RichBlock[] {
  const items = node.children.map((item) => blocksOf(item.children, context, depth + 1));
  return depth >= MAX_DEPTH ? items.flat() : [{ kind: "list", isOrdered: node.ordered === true, start: node.start ?? 1, items }];
}

function blocksOf(nodes: readonly RootContent[], context: Context, depth: number): RichBlock[] {
  return nodes.flatMap((node): RichBlock[] => {
    switch (node.type) {
      case "paragraph":
        return [{ kind: "paragraph", children: inlinesOf(node.children, context, 0) }];
      case "heading": {
        const children = inlinesOf(node.children, context, 1);
        return children.length === 0 ? [] : [{ kind: "paragraph", children: [{ kind: "strong", children }] }];
      }
      case "blockquote": {
        const children = blocksOf(node.children, context, depth + 1);
        return depth >= MAX_DEPTH ? children : [{ kind: "quotation", children }];
      }
      case "list":
        return listOf(node, context, depth);
      case "code":
        // The first word after the fence is the language; with more, somebody has written their text there.
        return [{ kind: "code", text: node.meta ? `${node.lang} ${node.meta}\n${node.value}` : node.value }];
      default:
        return [{ kind: "paragraph", children: [sourceOf(context, node)] }];
    }
  });
}

/**
 * Reads Markdown (CommonMark with strikethrough and bare links) as a person typed it in a comment. Gives allow-listed nodes only,
 * nested a few levels deep; what is no Markdown here (HTML, tables, footnotes, links other than to http, https and mailto) stands as it
 * was typed, and a picture is a link to it. A text that would take long to parse comes back as plain paragraphs; none is refused.
 * @param options.mentions names that stand after an @ to mention somebody
 */
export function parseMarkdown(source: string, options: { mentions?: readonly string[] } = {}): RichBlock[] {
  if (isTooCostly(source)) return plainBlocks(source);
  const tree = fromMarkdown(source, { extensions, mdastExtensions });
  return blocksOf(tree.children, { source, names: orderNames(options.mentions ?? []) }, 0);
}
