"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { readNoteTexts } from "@/lib/annotations/note-texts";
import type { ReadingRoomPage } from "./reader-props";
import type { BlockWindow, Margin } from "./use-margin";
import type { Room } from "./use-room";

/** After a failure, the notes are asked for again so many milliseconds later, or when the window moves. */
const AGAIN_MS = 4000;

/** Fetches the notes that were too many to come with the page, when the blocks they stand beside are mounted. */
export function useNoteTexts({ revision }: ReadingRoomPage, room: Room, margin: Margin): void {
  const asked = useRef(new Set<number>());
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { mounted } = margin.state;

  const fetchMissing = useEffectEvent(async () => {
    const isMissing = (index: number) =>
      !asked.current.has(index) && (room.layers[index]?.begun ?? []).some(({ id, note }) => note === undefined && !margin.texts.has(id));
    const wanted = indexesOf(mounted, room.blocks.length).filter(isMissing);
    await Promise.all(
      runsOf(wanted).map(async ({ from, to }) => {
        const [start, end] = [room.blocks[from]?.block.start, room.blocks[to - 1]?.block.end];
        for (const index of wanted) asked.current.add(index);
        const asking = new URLSearchParams({ revision: revision.id, start: String(start), end: String(end) });
        // Offline, or the server away: the notes say that they are on their way until they are.
        const answer = await fetch(`/api/notes?${asking}`).catch(() => null);
        if (answer?.ok) return margin.addTexts(readNoteTexts(await answer.json()));
        for (let index = from; index < to; index++) asked.current.delete(index);
        clearTimeout(again.current);
        again.current = setTimeout(() => fetchMissing(), AGAIN_MS);
      }),
    );
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is mounted, and new annotations in it, are what may want notes
  useEffect(() => {
    fetchMissing();
  }, [mounted, room.layers]);
  useEffect(() => () => clearTimeout(again.current), []);
}

function indexesOf({ from, to, also }: BlockWindow & { also: readonly number[] }, blocks: number): number[] {
  const near = Array.from({ length: Math.max(0, Math.min(to, blocks) - from) }, (_, index) => from + index);
  return [...near, ...also.filter((index) => index < from || index >= to)].sort((a, b) => a - b);
}

/** Neighbouring indexes as [from, to). */
function runsOf(indexes: readonly number[]): BlockWindow[] {
  const runs: BlockWindow[] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last && index - last.to < 20) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}
