import { escapeUTF8 } from "entities";
import type { RichBlock, RichInline } from "../markdown/rich";

/** What XML 1.0 has no place for, even escaped: control characters, halves of characters, and two that are none. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text for HTML and XML alike, between tags and in an attribute's quotes. */
export function escaped(text: string): string {
  return escapeUTF8(text.replace(NO_XML, ""));
}

const tags = { emphasis: "em", strong: "strong", strikethrough: "del" } as const;

function inlineHtml(node: RichInline): string {
  if (typeof node === "string") return escaped(node);
  switch (node.kind) {
    case "break":
      return "<br>";
    case "code":
      return `<code>${escaped(node.text)}</code>`;
    case "mention":
      return `<span dir="auto">@${escaped(node.name)}</span>`;
    case "link":
      return `<a href="${escaped(node.href)}" rel="nofollow noreferrer ugc">${node.children.map(inlineHtml).join("")}</a>`;
    default:
      return `<${tags[node.kind]}>${node.children.map(inlineHtml).join("")}</${tags[node.kind]}>`;
  }
}

function blockHtml(node: RichBlock): string {
  switch (node.kind) {
    case "paragraph":
      return `<p dir="auto">${node.children.map(inlineHtml).join("")}</p>`;
    case "quotation":
      return `<blockquote dir="auto">${htmlOf(node.children)}</blockquote>`;
    case "code":
      return `<pre><code>${escaped(node.text)}</code></pre>`;
    case "list": {
      const items = node.items.map((item) => `<li dir="auto">${htmlOf(item)}</li>`).join("");
      return node.isOrdered ? `<ol dir="auto" start="${node.start}">${items}</ol>` : `<ul dir="auto">${items}</ul>`;
    }
  }
}

/** The blocks as HTML, the same as <RichBlocks> draws them: nothing of what a person typed is markup in it. */
export function htmlOf(blocks: readonly RichBlock[]): string {
  return blocks.map(blockHtml).join("");
}
