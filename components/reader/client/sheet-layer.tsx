"use client";
import type { Span } from "@/lib/anchoring/span";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import type { FrameworkSummaries } from "@/lib/frameworks/framework";
import { blockAround, citationOf, firstMarkOf, passagesOf, uncover } from "./page";
import { useLoaded } from "./use-loaded";
import type { OpenNotes } from "./use-open-note";
import type { Reader } from "./use-reader";
import type { Room } from "./use-room";

const loadSheet = () => import("../../annotations/passage-sheet");

type Props = {
  reader: Reader;
  notes: OpenNotes;
  room: Room;
  /** notes that were fetched after the page, by annotation id */
  texts: ReadonlyMap<string, string>;
  frameworks: FrameworkSummaries;
  /** the article’s */
  slug: string;
  canTag: boolean;
  onTag(passage: Span): void;
  onEdit(annotation: AnchoredAnnotation): void;
  onRemove(key: string): void;
  onUnloaded(): void;
};

/** The sheet of the passage that is open, where the window is too narrow for a margin. */
export function SheetLayer({
  reader,
  notes: { open, openAt, close },
  room,
  texts,
  frameworks,
  slug,
  canTag,
  onTag,
  onEdit,
  onRemove,
  onUnloaded,
}: Props) {
  const loaded = useLoaded(loadSheet, open?.in === "sheet" && "now", onUnloaded);
  if (open?.in !== "sheet" || !loaded) return null;
  const { PassageSheet } = loaded;
  const mark = firstMarkOf(reader.root, open.key);
  const here = open.here.flatMap((key) => {
    const annotation = room.byKey(key);
    return annotation ? { ...annotation, note: annotation.note === undefined ? texts.get(annotation.id) : annotation.note } : [];
  });
  const annotation = here.find(({ key }) => key === open.key);

  const step = (direction: 1 | -1) => {
    const passages = passagesOf(reader.root);
    const next = passages[mark ? passages.indexOf(mark) + direction : 0];
    if (!next) return;
    next.scrollIntoView({ block: "start" });
    openAt(next);
  };

  return (
    <PassageSheet
      place={citationOf(blockAround(mark))}
      annotations={here}
      openKey={open.key}
      frameworks={frameworks}
      slug={slug}
      canTag={canTag}
      onShown={(sheet) => mark && uncover(mark.getClientRects()[0], sheet)}
      onStep={step}
      onTag={() => annotation && onTag(annotation)}
      onEdit={onEdit}
      onRemove={onRemove}
      onClose={() => close()}
    />
  );
}
