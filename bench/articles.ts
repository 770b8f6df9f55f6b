import { randomUUID } from "node:crypto";
import type { TagInput } from "../lib/annotations/schema";
import { composeText } from "../lib/articles/canonical";
import { storeArticle } from "../lib/articles/commands";
import { database } from "../lib/platform/db";
import { frameworks } from "../prisma/seed/taxonomy";
import { random } from "./random";

/** Words of a paragraph. */
const WORDS = 100;
/** The share of annotations that lie over the one before. */
const OVERLAPPING = 0.3;
const vocabulary =
  "alliance hedge bargain autonomy capital trade deterrence leverage partner treaty base policy cabinet export coast island power risk weight signal court doctrine 同盟 海 étage".split(
    " ",
  );

export type BenchSize = { words: number; annotations: number };
export type BenchPassage = { start: number; end: number; hue: number };
export type BenchArticle = BenchSize & {
  slug: string;
  articleId: string;
  revisionId: string;
  text: string;
  blocks: readonly { start: number; end: number }[];
  /** in text order, with the hue of their first framework */
  passages: readonly BenchPassage[];
};

/** The shipped taxonomy's frameworks, and eight people. */
export async function storeFrameworksAndPeople(): Promise<{ frameworkIds: string[]; personIds: string[] }> {
  const { id: schemeId } = await database().scheme.create({
    data: { slug: "bench", title: "Bench", description: "Bench" },
    select: { id: true },
  });
  const frameworkIds: string[] = [];
  for (const [position, { slug, notation, sign, hue, definition, labels }] of frameworks.entries()) {
    const data = { ...{ schemeId, position, slug, notation, sign, hue, definition }, labels: { create: labels } };
    frameworkIds.push((await database().framework.create({ data, select: { id: true } })).id);
  }
  const personIds: string[] = [];
  for (let index = 0; index < 8; index++) {
    personIds.push((await database().person.create({ data: { displayName: `Reader ${index + 1}` }, select: { id: true } })).id);
  }
  return { frameworkIds, personIds };
}

/**
 * An article of that many words in paragraphs of a hundred, with that many annotations of one to three frameworks each and a note, three in
 * ten of them over the one before. The same for one seed.
 */
export async function storeBenchArticle(
  { words, annotations }: BenchSize,
  { frameworkIds, personIds }: { frameworkIds: readonly string[]; personIds: readonly string[] },
  seed: number,
): Promise<BenchArticle> {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => {
    const value = from[Math.floor(next() * from.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  const paragraph = () => Array.from({ length: WORDS }, () => pick(vocabulary)).join(" ");
  const drafted = Array.from({ length: words / WORDS }, (_, index) => ({
    kind: "paragraph" as const,
    text: `${index} of ${seed}: ${paragraph()}.`,
    formats: [],
  }));
  const draft = { title: `${words} words, ${annotations} annotations`, authors: ["Bench"], language: "en", blocks: drafted, comments: [] };
  const stored = await storeArticle(draft, { createdById: null, isDemo: false, createdAt: new Date() });
  const { text, blocks } = composeText(drafted);
  const blockRows = await database().block.findMany({
    where: { revisionId: stored.revisionId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  let last = { position: 0, start: 0, end: 0 };
  const places = Array.from({ length: annotations }, () => {
    const overlaps = last.end > 0 && next() < OVERLAPPING;
    const position = overlaps ? last.position : Math.floor(next() * blocks.length);
    const block = blocks[position];
    const blockId = blockRows[position]?.id;
    if (!block || blockId === undefined) throw new RangeError("the block is not there");
    const start = overlaps
      ? last.start + Math.floor(next() * (last.end - last.start))
      : block.start + Math.floor(next() * (block.end - block.start - 60));
    const end = Math.min(block.end, start + 8 + Math.floor(next() * 50));
    last = { position, start, end };
    return { id: randomUUID(), blockId, start, end };
  });
  const { revisionId } = stored;
  const passages = places.map(({ id, blockId, start, end }) => ({
    ...{ id, rootId: id, revisionId, blockId, start, end, quote: text.slice(start, end), prefix: "", suffix: "" },
  }));
  const rows = passages.map((passage) => ({
    ...{ id: randomUUID(), articleId: stored.articleId, passageId: passage.id, personId: pick(personIds), requestId: randomUUID() },
    note: `A note of a sentence or so about ${pick(vocabulary)} and ${pick(vocabulary)}.`,
  }));
  const chosen = rows.map(() => [...new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(frameworkIds)))]);
  const tags = rows.flatMap((row, index) =>
    (chosen[index] ?? []).map((frameworkId, position): TagInput & { annotationId: string; position: number } => ({
      ...{ annotationId: row.id, frameworkId, position, stance: next() < 0.6 ? "supports" : "contests" },
    })),
  );
  // By bulk and in one transaction, since the triggers look for the tags when it is committed.
  await database().$transaction(
    async (transaction) => {
      await transaction.passage.createMany({ data: passages });
      await transaction.annotation.createMany({ data: rows });
      await transaction.frameworkTag.createMany({ data: tags });
    },
    { timeout: 120_000 },
  );
  const hueOf = new Map(frameworkIds.map((id, index) => [id, frameworks[index]?.hue ?? 1]));
  const shown = places.map(({ start, end }, index) => ({ start, end, hue: hueOf.get(chosen[index]?.[0] ?? "") ?? 1 }));
  return {
    ...{ slug: stored.slug, articleId: stored.articleId, revisionId, words, annotations, text, blocks },
    passages: shown.sort((a, b) => a.start - b.start),
  };
}
