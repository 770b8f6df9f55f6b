import { memo, useMemo, useState, useSyncExternalStore } from "react";
import type { BlockLayer } from "@/lib/annotations/layer";
import { type MarkedFrameworks, markedHtml } from "@/lib/annotations/marked-html";
import type { PlannedBlock } from "@/lib/articles/reading-plan";

type Props = {
  planned: PlannedBlock;
  layer: BlockLayer;
  isStop: boolean;
  frameworks: MarkedFrameworks;
  as: "p" | "span" | "blockquote";
};

/** A block's text element: its text with a <mark> wherever there are annotations, and nothing else, so that places in it can be counted. */
export const MarkedText = memo(function MarkedText({ planned, layer, isStop, frameworks, as: Text }: Props) {
  const { text, formats, block } = planned;
  const isSent = useIsSent();
  // The server has drawn it already, and React leaves the contents of such an element alone: they are not worked out a second time.
  const [drawn, setDrawn] = useState(isSent ? layer : null);
  const isDrawn = drawn === layer;
  if (drawn && !isDrawn) setDrawn(null);
  const html = useMemo(
    () => (isDrawn ? "" : markedHtml({ text, start: block.start, layer, formats, isStop }, frameworks)),
    [isDrawn, text, block.start, layer, formats, isStop, frameworks],
  );
  return (
    <Text
      className="para__t"
      dir="auto"
      data-text
      data-start={block.start}
      data-end={block.end}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: everything in it is escaped, or markup of lib/annotations/marked-html.ts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
});

/** Whether this component takes over markup that the server has sent, as opposed to being drawn in the browser. */
function useIsSent(): boolean {
  const isHydrating = useSyncExternalStore(neverChanges, inBrowser, whileHydrating);
  const [isSent] = useState(isHydrating);
  return isSent;
}

const neverChanges = () => () => {};
const inBrowser = () => false;
/** Asked on the server too, where there is nothing to take over. */
const whileHydrating = () => typeof window !== "undefined";
