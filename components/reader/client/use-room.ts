"use client";
import { useCallback, useMemo, useState } from "react";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { type BlockLayer, changeLayers, insert, layersOf } from "@/lib/annotations/layer";
import { UNSAVED_VERSION } from "@/lib/annotations/unsaved";
import { decodeAnnotations, keyOf } from "@/lib/annotations/wire";
import { type PlannedBlock, planBlocks } from "@/lib/articles/reading-plan";
import type { ReadingRoomPage } from "./reader-props";

/** What is in the room: the article's blocks, the annotations on them, and the way to change one. */
export type Room = {
  blocks: readonly PlannedBlock[];
  /** in text order */
  annotations: readonly AnchoredAnnotation[];
  /** by block */
  layers: readonly BlockLayer[];
  byKey(key: string): AnnotationOrNothing;
  byId(id: string): AnnotationOrNothing;
  /** a key that no annotation of this page has */
  freshKey(): string;
  /** one more, or one again: on this page only */
  add(annotation: AnchoredAnnotation): void;
  /** changes an annotation, or takes it away (null): on this page only. Nothing happens where it is not there. */
  update(key: string, change: (now: AnchoredAnnotation) => AnchoredAnnotation | null): void;
};

type AnnotationOrNothing = AnchoredAnnotation | undefined;

type State = {
  /** what the server last sent */
  sent: string;
  annotations: readonly AnchoredAnnotation[];
  layers: readonly BlockLayer[];
  /** how many keys were given out */
  keys: number;
};

export function useRoom({ revision, claims, annotations: sent, frameworks }: ReadingRoomPage): Room {
  const blocks = useMemo(() => planBlocks({ revision, claims }), [revision, claims]);
  const [state, setState] = useState<State>(() => begin(sent, frameworks, revision.blocks));
  // The server has sent the page anew: what it says now is what there is.
  const now = state.sent === sent ? state : renew(state, begin(sent, frameworks, revision.blocks), revision.blocks);
  if (now !== state) setState(now);

  const { annotations, layers } = now;
  const index = useMemo(() => {
    const keyed = new Map<string, AnchoredAnnotation>();
    const identified = new Map<string, AnchoredAnnotation>();
    for (const annotation of annotations) {
      keyed.set(annotation.key, annotation);
      identified.set(annotation.id, annotation);
    }
    return { keyed, identified };
  }, [annotations]);

  const add = useCallback(
    (annotation: AnchoredAnnotation) =>
      setState((before) => ({ ...replaced(before, null, annotation, revision.blocks), keys: before.keys + 1 })),
    [revision],
  );
  const update = useCallback(
    (key: string, change: (now: AnchoredAnnotation) => AnchoredAnnotation | null) =>
      setState((before) => {
        const from = before.annotations.find((annotation) => annotation.key === key);
        const to = from && change(from);
        return from && to !== undefined && to !== from ? replaced(before, from, to, revision.blocks) : before;
      }),
    [revision],
  );

  return {
    blocks,
    annotations,
    layers,
    byKey: (key) => index.keyed.get(key),
    byId: (id) => index.identified.get(id),
    freshKey: () => keyOf(now.keys),
    add,
    update,
  };
}

type Blocks = ReadingRoomPage["revision"]["blocks"];

function replaced(state: State, from: AnchoredAnnotation | null, to: AnchoredAnnotation | null, blocks: Blocks): State {
  const others = from ? state.annotations.filter((other) => other !== from) : state.annotations;
  return { ...state, annotations: to ? insert(others, to) : others, layers: changeLayers(state.layers, blocks, from, to) };
}

function begin(sent: string, frameworks: ReadingRoomPage["frameworks"], blocks: Blocks): State {
  const annotations = decodeAnnotations(
    sent,
    frameworks.map(({ id }) => id),
  );
  return { sent, annotations, layers: layersOf(blocks, annotations), keys: annotations.length };
}

/** Whatever was there keeps its key, and with it what is open or has focus; notes that were fetched meanwhile stay fetched. */
function renew(before: State, fresh: State, blocks: Blocks): State {
  const known = new Map(before.annotations.map((annotation) => [annotation.id, annotation]));
  let { keys } = before;
  const annotations = fresh.annotations.map((annotation) => {
    const same = known.get(annotation.id);
    if (!same) return { ...annotation, key: keyOf(keys++) };
    const note = annotation.note === undefined && same.version === annotation.version ? same.note : annotation.note;
    return { ...annotation, key: same.key, note };
  });
  // What is still on its way to the server is not lost because the server does not know it yet.
  const shown = before.annotations.filter(({ version }) => version === UNSAVED_VERSION).reduce(insert, annotations);
  return { sent: fresh.sent, annotations: shown, layers: layersOf(blocks, shown, before.layers), keys };
}
