import "server-only";
import { storeAnnotation } from "../../lib/annotations/commands";
import { composeText } from "../../lib/articles/canonical";
import { storeArticle } from "../../lib/articles/commands";
import { storeLink } from "../../lib/attributions/commands";
import { storeClaims } from "../../lib/claims/commands";
import { demoPassphrase } from "../../lib/people/demo";
import { database, transact } from "../../lib/platform/db";
import { hashPassphrase } from "../../lib/platform/password";
import { aSeatAtTheTable } from "./articles/a-seat-at-the-table";
import { ironOutSubmarinesIn } from "./articles/iron-out-submarines-in";
import { theBendAndTheRoot } from "./articles/the-bend-and-the-root";
import { theGolfCourseAtSeongju } from "./articles/the-golf-course-at-seongju";
import { draftBlockOf, placeQuote } from "./blocks";
import { type DemoPerson, demoPeople, type SeedArticle } from "./seed-data";
import { loadTalk } from "./talk";
import { frameworks, references, scheme } from "./taxonomy";
import { uuidFrom } from "./uuid-from";

/**
 * Loads the taxonomy where there is none, and the demo when HEDGEROW_DEMO is 1. Every step can be run again: what is
 * there is left as it is, so a load that was cut off is finished by the next one.
 */
async function load(now: Date): Promise<string> {
  const taxonomy = (await database().scheme.count()) === 0;
  if (taxonomy) await loadTaxonomy();
  if (process.env.HEDGEROW_DEMO !== "1" || (await isDemoComplete())) return taxonomy ? "taxonomy loaded" : "unchanged";
  const personIds = await loadPeople();
  for (const article of [theGolfCourseAtSeongju, theBendAndTheRoot, ironOutSubmarinesIn, aSeatAtTheTable]) {
    await loadArticle(article, personIds, now);
  }
  await completeDemo();
  return "taxonomy and demo loaded";
}

async function loadTaxonomy(): Promise<void> {
  await transact(async (transaction) => {
    const { id: schemeId } = await transaction.scheme.create({ data: scheme, select: { id: true } });
    const referenceIds = new Map<string, string>();
    for (const [key, csl] of Object.entries(references)) {
      const { id } = await transaction.reference.create({ data: { key, csl: JSON.parse(JSON.stringify(csl)) }, select: { id: true } });
      referenceIds.set(key, id);
    }
    const idOf = new Map<string, string>();
    const known = (ids: ReadonlyMap<string, string>, key: string) => {
      const id = ids.get(key);
      if (id === undefined) throw new Error(`the taxonomy names “${key}”, which it does not have before that place`);
      return id;
    };
    for (const [position, framework] of frameworks.entries()) {
      const { notation, slug, sign, hue, definition, scopeUse, scopeNot, labels } = framework;
      const { id } = await transaction.framework.create({
        data: {
          ...{ schemeId, position, notation, slug, sign, hue, definition, scopeUse, scopeNot },
          labels: { create: labels },
          references: { create: framework.references.map((key, place) => ({ referenceId: known(referenceIds, key), position: place })) },
        },
        select: { id: true },
      });
      if (framework.broader !== null) {
        await transaction.frameworkBroader.create({ data: { frameworkId: id, broaderId: known(idOf, framework.broader) } });
      }
      idOf.set(notation, id);
    }
    const related = frameworks.flatMap((framework) =>
      framework.related.map((other) => [known(idOf, framework.notation), known(idOf, other)].sort()),
    );
    await transaction.frameworkRelated.createMany({
      data: related.flatMap(([fromId, toId]) => (fromId && toId ? [{ fromId, toId }] : [])),
      skipDuplicates: true,
    });
  });
}

type PersonIds = (person: DemoPerson) => string;

async function loadPeople(): Promise<PersonIds> {
  const passwordHash = await hashPassphrase(demoPassphrase);
  const ids = new Map<string, string>();
  for (const [key, { displayName, email, role }] of Object.entries(demoPeople)) {
    const existing = await database().person.findFirst({ where: { email, isDemo: true }, select: { id: true } });
    const person =
      existing ??
      (await database().person.create({
        data: { displayName, email, role, passwordHash, isDemo: true, emailVerifiedAt: new Date() },
        select: { id: true },
      }));
    ids.set(key, person.id);
  }
  return (person) => {
    const id = ids.get(person);
    if (id === undefined) throw new Error(`the demo names ${person}, whom it does not have`);
    return id;
  };
}

async function loadArticle(seed: SeedArticle, personIds: PersonIds, now: Date): Promise<void> {
  const daysBefore = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);
  const { title, standfirst, language, biography, comments } = seed;
  const blocks = seed.blocks.map(draftBlockOf);
  const createdAt = daysBefore(seed.daysAgo);
  const { articleId, revisionId } = await storeArticle(
    {
      ...{ title, standfirst, language, biography, comments, blocks },
      authors: seed.authors.map((author) => author.name),
      citation: seed.citation ?? undefined,
      published: seed.published ?? undefined,
    },
    { createdById: null, isDemo: true, createdAt },
  );
  for (const [position, { person }] of seed.authors.entries()) {
    if (!person) continue;
    const byline = await database().byline.findFirstOrThrow({ where: { articleId, position }, select: { id: true } });
    await storeLink({ kind: "byline", id: byline.id }, personIds(person), createdAt);
  }
  const canonical = composeText(blocks);
  const place = (paragraph: number, quote: string) => placeQuote(canonical.text, canonical.blocks, paragraph, quote);
  const claims = seed.claims
    .map(({ statement, paragraph, quote }) => ({ statement, ...place(paragraph, quote) }))
    .sort((a, b) => a.start - b.start)
    .map((claim, index) => ({ ...claim, number: index + 1 }));
  await storeClaims(revisionId, claims, createdAt);

  const idOf = new Map(
    (await database().framework.findMany({ select: { id: true, notation: true } })).map((row) => [row.notation, row.id]),
  );
  for (const [index, annotation] of seed.annotations.entries()) {
    const tags = annotation.tags.map(([notation, stance]) => {
      const frameworkId = idOf.get(notation);
      if (frameworkId === undefined) throw new Error(`${seed.title}: there is no framework ${notation}`);
      return { frameworkId, stance };
    });
    await storeAnnotation(
      personIds(annotation.by),
      {
        requestId: uuidFrom(`${seed.title} ${index}`),
        revisionId,
        ...place(annotation.paragraph, annotation.quote),
        quote: annotation.quote,
        tags,
        note: annotation.note ?? "",
        audience: "everyone",
      },
      daysBefore(annotation.daysAgo),
    );
  }
  await loadTalk(seed.talk ?? [], { articleId, personIds, daysBefore });
}

/** Demo people are offered for trying only once everything is there: their parts are the mark of a finished load. */
async function completeDemo(): Promise<void> {
  for (const { email, part } of Object.values(demoPeople)) {
    await database().person.updateMany({ where: { email, isDemo: true }, data: { demoPart: part } });
  }
}

async function isDemoComplete(): Promise<boolean> {
  return (await database().person.count({ where: { isDemo: true, demoPart: { not: null } } })) > 0;
}

try {
  process.stdout.write(`${await load(new Date())}\n`);
} finally {
  await database().$disconnect();
}
