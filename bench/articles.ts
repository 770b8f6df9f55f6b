import { randomUUID } from "node:crypto";
import type { TagInput } from "../lib/annotations/schema";
import { composeText } from "../lib/articles/canonical";
import { storeArticle } from "../lib/articles/commands";
import { database } from "../lib/platform/db";
import { frameworks } from "../prisma/seed/taxonomy";
import { random } from "./random";

const PARAGRAPHS = 60;
const WORDS = 110;
const vocabulary =
  "alliance hedge bargain autonomy capital trade deterrence leverage partner treaty base policy cabinet export coast island power risk weight signal court doctrine 同盟 海 étage".split(
    " ",
  );

export type BenchArticle = { slug: string; articleId: string; revisionId: string; annotations: number };

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

/** An article of 60 paragraphs and 6,600 words with that many annotations of one to three frameworks each, the same for one seed. */
export async function storeBenchArticle(
  annotations: number,
  { frameworkIds, personIds }: { frameworkIds: readonly string[]; personIds: readonly string[] },
  seed: number,
): Promise<BenchArticle> {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => {
    const value = from[Math.floor(next() * from.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  const blocks = Array.from({ length: PARAGRAPHS }, (_, index) => ({
    kind: "paragraph" as const,
    text: `Paragraph ${index} of ${seed}: ${Array.from({ length: WORDS }, () => pick(vocabulary)).join(" ")}.`,
    formats: [],
  }));
  const draft = { title: `Bench ${annotations}`, authors: ["Bench"], language: "en", blocks, comments: [] };
  const stored = await storeArticle(draft, { createdById: null, isDemo: false, createdAt: new Date() });
  const { text, blocks: placed } = composeText(blocks);
  const blockRows = await database().block.findMany({
    where: { revisionId: stored.revisionId },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const passages = Array.from({ length: annotations }, () => {
    const position = Math.floor(next() * PARAGRAPHS);
    const block = placed[position];
    const blockId = blockRows[position]?.id;
    if (!block || blockId === undefined) throw new RangeError("the block is not there");
    const start = block.start + Math.floor(next() * (block.end - block.start - 60));
    const end = start + 8 + Math.floor(next() * 50);
    return { id: randomUUID(), revisionId: stored.revisionId, blockId, start, end, quote: text.slice(start, end), prefix: "", suffix: "" };
  });
  const rows = passages.map((passage) => ({
    ...{ id: randomUUID(), articleId: stored.articleId, passageId: passage.id, personId: pick(personIds), requestId: randomUUID() },
    note: `A note of a sentence or so about ${pick(vocabulary)} and ${pick(vocabulary)}.`,
  }));
  const tags = rows.flatMap((row) => {
    const chosen = new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(frameworkIds)));
    return [...chosen].map((frameworkId, position): TagInput & { annotationId: string; position: number } => ({
      ...{ annotationId: row.id, frameworkId, position, stance: next() < 0.6 ? "supports" : "contests" },
    }));
  });
  // By bulk and in one transaction, since the triggers look for the tags when it is committed.
  await database().$transaction([
    database().passage.createMany({ data: passages }),
    database().annotation.createMany({ data: rows }),
    database().frameworkTag.createMany({ data: tags }),
  ]);
  return { slug: stored.slug, articleId: stored.articleId, revisionId: stored.revisionId, annotations };
}
