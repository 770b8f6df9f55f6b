import type { RichNode } from "@/lib/articles/rich-text";
import type { FormatKind } from "@/lib/articles/schema";

const elements = {
  emphasis: "em",
  strong: "strong",
  code: "code",
  superscript: "sup",
  subscript: "sub",
  strikethrough: "s",
} as const satisfies Record<Exclude<FormatKind, "link">, string>;

/** Inline text with its formatting: plain elements, and nothing that adds a character. */
export function RichText({ nodes }: { nodes: readonly RichNode[] }) {
  return nodes.map((node, index) => {
    if (typeof node === "string") return node;
    const children = <RichText nodes={node.children} />;
    if (node.kind === "link") {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is immutable and its pieces have no other name
        <a key={index} href={node.href} rel="noreferrer">
          {children}
        </a>
      );
    }
    const Element = elements[node.kind];
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Element key={index}>{children}</Element>;
  });
}
