import { Fragment, type ReactNode } from "react";
import type { RichBlock, RichInline } from "@/lib/markdown/rich";

const tags = { emphasis: "em", strong: "strong", strikethrough: "del" } as const;

/** Keys are places: what was parsed does not change its order on the page. */
function keyed<T>(items: readonly T[], render: (item: T) => ReactNode): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes have no other name than their place, and are never moved
  return items.map((item, index) => <Fragment key={index}>{render(item)}</Fragment>);
}

function inline(node: RichInline): ReactNode {
  if (typeof node === "string") return node;
  switch (node.kind) {
    case "break":
      return <br />;
    case "code":
      return <code>{node.text}</code>;
    case "mention":
      return (
        <span className="mention" dir="auto">
          @{node.name}
        </span>
      );
    case "link":
      return (
        <a href={node.href} rel="nofollow noreferrer ugc">
          {keyed(node.children, inline)}
        </a>
      );
    default: {
      const Tag = tags[node.kind];
      return <Tag>{keyed(node.children, inline)}</Tag>;
    }
  }
}

function block(node: RichBlock): ReactNode {
  switch (node.kind) {
    case "paragraph":
      return <p dir="auto">{keyed(node.children, inline)}</p>;
    case "quotation":
      return <blockquote dir="auto">{keyed(node.children, block)}</blockquote>;
    case "code":
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
    case "list": {
      const items = keyed(node.items, (item) => <li dir="auto">{keyed(item, block)}</li>);
      return node.isOrdered ? (
        <ol dir="auto" start={node.start}>
          {items}
        </ol>
      ) : (
        <ul dir="auto">{items}</ul>
      );
    }
  }
}

/** A person’s words with their Markdown, parsed elsewhere. Works on both sides; each paragraph runs in its own script’s direction. */
export function RichBlocks({ blocks }: { blocks: readonly RichBlock[] }) {
  return <div className="rich">{keyed(blocks, block)}</div>;
}
