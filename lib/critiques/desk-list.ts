import { z } from "zod";
import { formatNumber } from "../format";
import type { DeskCritique } from "./desk";
import { type Actor, type CritiqueState, critiqueStates } from "./life";
import { critiqueKinds } from "./schema";
import { inWords } from "./words";

export const deskSorts = ["oldest", "text", "newest"] as const;
export type DeskSort = (typeof deskSorts)[number];

const anyOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined);

/** Which critiques are listed, and in which order, as the address says it. What is no value there is none given. */
export const deskAskedSchema = z.object({
  state: anyOf(critiqueStates),
  kind: anyOf(critiqueKinds),
  /** a framework's slug */
  framework: z.string().min(1).max(200).optional().catch(undefined),
  waits: anyOf(["author", "critic"]),
  sort: z.enum(deskSorts).catch("oldest"),
});
export type DeskAsked = z.infer<typeof deskAskedSchema>;

type Filter = Pick<DeskAsked, "state" | "kind" | "waits"> & { frameworkId?: string };

/** Those that match all that is asked for. A framework matches what objects to it and what was tagged with it. */
export function matching(critiques: readonly DeskCritique[], { state, kind, waits, frameworkId }: Filter): DeskCritique[] {
  return critiques.filter(
    (critique) =>
      (state === undefined || critique.state === state) &&
      (kind === undefined || critique.kind === kind) &&
      (waits === undefined || critique.waitsFor === waits) &&
      (frameworkId === undefined || frameworksOf(critique).includes(frameworkId)),
  );
}

/** The frameworks that a critique is about: the one it objects to first. */
export function frameworksOf({ frameworkId, tags }: DeskCritique): string[] {
  const tagged = tags.map((tag) => tag.frameworkId);
  return frameworkId === null ? tagged : [frameworkId, ...tagged.filter((id) => id !== frameworkId)];
}

/** Since when it waits for whose turn it is, or when it ended: ISO 8601. To acknowledge is not to answer, so the clock runs on. */
export function waitsSince({
  steps,
  waitsFor,
  movedAt,
  createdAt,
}: Pick<DeskCritique, "steps" | "waitsFor" | "movedAt" | "createdAt">): string {
  if (waitsFor !== "author") return movedAt;
  return steps.findLast(({ kind }) => kind === "raise" || kind === "reopen")?.at ?? createdAt;
}

const turnOrder = (waitsFor: Actor | null) => (waitsFor === "author" ? 0 : waitsFor === "critic" ? 1 : 2);
const inTime = (one: string, other: string) => Date.parse(one) - Date.parse(other);

const orders: Record<DeskSort, (one: DeskCritique, other: DeskCritique) => number> = {
  // What waits for the author, the longest first; then what waits for critics; what has ended last, the latest first.
  oldest: (one, other) => {
    const turn = turnOrder(one.waitsFor);
    const waited = inTime(waitsSince(one), waitsSince(other));
    return turn - turnOrder(other.waitsFor) || (turn === 2 ? -waited : waited);
  },
  // What has no place in the text comes after what has.
  text: (one, other) =>
    (one.passage?.start ?? Number.MAX_SAFE_INTEGER) - (other.passage?.start ?? Number.MAX_SAFE_INTEGER) ||
    inTime(one.createdAt, other.createdAt),
  newest: (one, other) => inTime(other.movedAt, one.movedAt),
};

/** A copy in the order asked for; equal ones by their ids, so that the order is the same each time. */
export function sorted(critiques: readonly DeskCritique[], sort: DeskSort): DeskCritique[] {
  return critiques.toSorted((one, other) => orders[sort](one, other) || (one.id < other.id ? -1 : 1));
}

/** The states that occur, in the order of a critique's life, each with how often. */
export function countStates(critiques: readonly Pick<DeskCritique, "state">[]): { state: CritiqueState; count: number }[] {
  return critiqueStates
    .map((state) => ({ state, count: critiques.filter((critique) => critique.state === state).length }))
    .filter(({ count }) => count > 0);
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** How it stands, in a sentence or two: “18 of 27 are settled. The oldest open one has waited twelve days.” Null for no critiques. */
export function progressInWords(critiques: readonly DeskCritique[], now: Date): string | null {
  if (critiques.length === 0) return null;
  const settled = critiques.filter(({ waitsFor }) => waitsFor === null).length;
  const forCritics = critiques.filter(({ waitsFor }) => waitsFor === "critic").length;
  const open = critiques.filter(({ waitsFor }) => waitsFor === "author").map((critique) => Date.parse(waitsSince(critique)));
  const total = critiques.length;
  const settledInWords =
    settled === total && total > 1
      ? `All ${formatNumber(total)} are settled.`
      : `${formatNumber(settled)} of ${formatNumber(total)} ${settled === 1 ? "is" : "are"} settled.`;
  const parts = [
    settledInWords,
    forCritics > 0 &&
      (forCritics === 1
        ? "One is answered and waits for its critic."
        : `${formatNumber(forCritics)} are answered and wait for their critics.`),
    open.length > 0 && `The oldest open one has waited ${waitedInWords(now.getTime() - Math.min(...open))}.`,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

function waitedInWords(milliseconds: number): string {
  if (milliseconds >= DAY_MS) return inWords(Math.floor(milliseconds / DAY_MS), { one: "day", other: "days" });
  if (milliseconds >= HOUR_MS) return inWords(Math.floor(milliseconds / HOUR_MS), { one: "hour", other: "hours" });
  return "less than an hour";
}
