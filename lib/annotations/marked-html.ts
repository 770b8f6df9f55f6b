/**
 * A block's text with its marks, as HTML. The server sends it as part of the page, and the browser makes it again, by this same function,
 * for a block whose annotations have changed: no component stands for a mark, so ten thousand of them cost what their markup costs.
 *
 * Every character that is not markup of this file comes through `escapeText` or `escapeAttribute`.
 */
import { escapeAttribute, escapeText } from "entities/escape";
import { nestFormats, type RichNode } from "../articles/rich-text";
import type { FormatKind, FormatRange } from "../articles/schema";
import type { AnchoredAnnotation } from "./annotation";
import { MAX_ROWS } from "./lanes";
import type { BlockLayer } from "./layer";
import { type Mark, marksOf } from "./marks";
import { markIdOf } from "./passage-start";
import { type HueAndRank, type SegmentLane, segmentBlock } from "./segments";
import { describeStances } from "./stance";
import { tallyByFramework } from "./tally";

export type MarkedBlock = {
  text: string;
  /** where the block begins in the revision's text */
  start: number;
  layer: BlockLayer;
  formats: readonly FormatRange[];
  /** its first passage is the article's one stop in the tab order, until the reader moves it */
  isStop: boolean;
};

export type MarkedFrameworks = ReadonlyMap<string, HueAndRank & { label: string }>;

/** The text of the result is the text of the block. */
export function markedHtml({ text, start, layer, formats, isStop }: MarkedBlock, frameworks: MarkedFrameworks): string {
  const begun = new Set(layer.begun);
  const byKey = new Map(layer.over.map((annotation) => [annotation.key, annotation]));
  const passages = layer.over.map((annotation) => ({
    id: annotation.key,
    start: annotation.start,
    end: annotation.end,
    tags: annotation.tags,
    begins: begun.has(annotation),
  }));
  const { segments, depth } = segmentBlock({ text, start, passages, formats, frameworks });
  const isFull = depth === MAX_ROWS ? " psg--full" : "";
  let stop = isStop;
  let html = "";
  for (const mark of marksOf(segments)) {
    const words = htmlOf(nestFormats(mark.pieces));
    if (mark.annotationIds.length === 0) html += words;
    else {
      const [own, ...others] = mark.lanes.map(laneClass);
      const inner = others.reduceRight((within, lane) => `<span class="lane ${lane}">${within}</span>`, words);
      html += `<mark class="psg${isFull}${own ? ` ${own}` : ""}" data-p="${names(mark.annotationIds, "")}" aria-details="${names(mark.annotationIds, "note-")}"${beginning(mark, byKey, stop, frameworks)}>${inner}</mark>`;
      if (mark.startsPassage.length > 0) stop = false;
    }
  }
  return html;
}

function names(keys: readonly string[], before: string): string {
  return escapeAttribute(keys.map((key) => before + key).join(" "));
}

/** See app/styles/lanes.css. Lanes that share a row are not drawn one by one, so its weight tells how many they are. */
function laneClass({ row, hue, form, shared = 0 }: SegmentLane): string {
  const density = shared >= 10 ? " is-dense3" : shared >= 5 ? " is-dense2" : "";
  return `r${row} t${hue}${form}${density}`;
}

/** What only the first words of a passage carry: a place in the (roving) tab order, and what the lines say in words. */
function beginning(mark: Mark, byKey: ReadonlyMap<string, AnchoredAnnotation>, isStop: boolean, frameworks: MarkedFrameworks): string {
  const [first] = mark.startsPassage;
  if (first === undefined) return "";
  const here = tallyByFramework(mark.annotationIds.flatMap((key) => byKey.get(key) ?? []));
  const counts = here.flatMap(({ frameworkId, supports, contests }) => {
    const label = frameworks.get(frameworkId)?.label;
    return label === undefined ? [] : [{ label, supports, contests }];
  });
  const said = escapeAttribute(describeStances(counts));
  return ` id="${escapeAttribute(markIdOf(first))}" data-first="${names(mark.startsPassage, "")}" tabindex="${isStop ? 0 : -1}" aria-description="${said}"`;
}

const elements = {
  emphasis: "em",
  strong: "strong",
  code: "code",
  superscript: "sup",
  subscript: "sub",
  strikethrough: "s",
} as const satisfies Record<Exclude<FormatKind, "link">, string>;

function htmlOf(nodes: readonly RichNode[]): string {
  let html = "";
  for (const node of nodes) {
    if (typeof node === "string") html += escapeText(node);
    else if (node.kind === "link") html += `<a href="${escapeAttribute(node.href ?? "")}" rel="noreferrer">${htmlOf(node.children)}</a>`;
    else html += `<${elements[node.kind]}>${htmlOf(node.children)}</${elements[node.kind]}>`;
  }
  return html;
}
