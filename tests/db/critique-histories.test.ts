import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CritiqueState, critiqueStates, next, type StepKind, stepKinds, stepsWithWords } from "@/lib/critiques/life";
import { database } from "@/lib/platform/db";
import { actorIn } from "@/lib/policy/critique";
import { annotate, makeAuthor, raise, step } from "../fixtures/critiques";
import { emptyDatabase, makeArticle, makeFrameworks, makePerson, type SignedInViewer } from "../fixtures/database";

/** Ten thousand histories of several people, against the table and the database: each takes exactly the steps that the table takes. */
const HISTORIES = 10_000;
const PER_STATEMENT = 250;

const who = ["critic", "author", "coauthor", "stranger"] as const;
type Who = (typeof who)[number];
type Attempt = {
  who: Who;
  as: "critic" | "author";
  kind: StepKind;
  /** where it says that it leads */
  to: CritiqueState | "right";
  hasWords: boolean;
  /** says that it begins at the last step but one */
  isStale: boolean;
  pointsAtPassage: boolean;
};

/** Mostly what people would do, and among it what they could only do by force. */
const attempt: fc.Arbitrary<Attempt> = fc.record({
  who: fc.constantFrom(...who),
  as: fc.constantFrom("critic" as const, "author" as const),
  kind: fc.constantFrom(...stepKinds),
  to: fc.oneof({ weight: 9, arbitrary: fc.constant("right" as const) }, { weight: 1, arbitrary: fc.constantFrom(...critiqueStates) }),
  hasWords: fc.boolean(),
  isStale: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  pointsAtPassage: fc.boolean(),
});
/** Half of them take a step that the person may take from where it stands, so that histories come far. */
const history = fc.array(fc.tuple(attempt, fc.boolean(), fc.nat()), { minLength: 4, maxLength: 14 });

const people: Record<Who, SignedInViewer> = {} as Record<Who, SignedInViewer>;
let client: pg.Client;
let articleId: string;
let annotationId: string;
let framework: string;
let revisionId: string;
let authorIds: ReadonlySet<string>;

beforeAll(async () => {
  await emptyDatabase();
  ({ articleId, revisionId } = await makeArticle(["Tokyo keeps two clocks."], { authors: ["A. Writer", "B. Writer"] }));
  framework = (await makeFrameworks({ Du: null })).Du ?? "";
  for (const name of who) people[name] = await makePerson(name);
  await makeAuthor(articleId, people.author, 0);
  await makeAuthor(articleId, people.coauthor, 1);
  authorIds = new Set([people.author.personId, people.coauthor.personId]);
  annotationId = await annotate(people.critic, revisionId, framework);
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(run);
});
afterAll(() => client.end());

/** Whether the table takes it: the model that both doors are held to. */
function led(from: CritiqueState, { who, as, kind, to, hasWords, isStale, pointsAtPassage }: Attempt): CritiqueState | null {
  const actor = actorIn(people[who], { criticId: people.critic.personId, state: from, authorIds });
  const leads = actor === as ? next(from, kind, as) : null;
  if (leads === null || isStale || (to !== "right" && to !== leads)) return null;
  if (stepsWithWords.has(kind) && !hasWords) return null;
  return (kind === "revise") === pointsAtPassage ? leads : null;
}

/** The attempts as they are sent, and the states in which the table says they end. */
function planned(attempts: readonly [Attempt, boolean, number][]): { sent: object[]; states: CritiqueState[] } {
  let state: CritiqueState = "open";
  const states: CritiqueState[] = [];
  const sent = attempts.map(([drawn, isSensible, pick]) => {
    const open = stepKinds.flatMap((kind) =>
      (["critic", "author"] as const).flatMap((as) => (next(state, kind, as) ? [{ kind, as }] : [])),
    );
    const sensible = open[pick % Math.max(1, open.length)];
    const chosen: Attempt =
      isSensible && sensible
        ? {
            ...{ ...drawn, ...sensible, to: "right", hasWords: true, isStale: false, pointsAtPassage: sensible.kind === "revise" },
            who: sensible.as === "critic" ? "critic" : pick % 3 === 0 ? "coauthor" : "author",
          }
        : drawn;
    const to = chosen.to === "right" ? (next(state, chosen.kind, chosen.as) ?? "open") : chosen.to;
    const { kind, as, hasWords, isStale, pointsAtPassage } = chosen;
    const row = { person: people[chosen.who].personId, kind, actor: as, from: state, to, hasWords, isStale, pointsAtPassage };
    state = led(state, chosen) ?? state;
    states.push(state);
    return row;
  });
  return { sent, states };
}

it("ten thousand random histories go as the table says, and no otherwise", { timeout: 600_000 }, async () => {
  const histories = fc.sample(history, { numRuns: HISTORIES, seed: 20261124 });
  const reached = new Map<CritiqueState, number>();
  let refused = 0;
  let taken = 0;
  for (let from = 0; from < histories.length; from += PER_STATEMENT) {
    const plans = histories.slice(from, from + PER_STATEMENT).map(planned);
    const passage = (await database().annotation.findUniqueOrThrow({ where: { id: annotationId }, select: { passageId: true } })).passageId;
    const { rows } = await client.query<{ states: CritiqueState[] }>("SELECT states FROM run_histories($1, $2, $3, $4)", [
      JSON.stringify(plans.map(({ sent }) => sent)),
      articleId,
      people.critic.personId,
      passage,
    ]);
    expect(rows.map(({ states }) => states)).toEqual(plans.map(({ states }) => states));
    for (const { states } of plans) {
      const last = states.at(-1) ?? "open";
      reached.set(last, (reached.get(last) ?? 0) + 1);
      for (const [index, state] of states.entries()) index > 0 && state === states[index - 1] ? refused++ : taken++;
    }
  }
  // It would be easy to hold what never happens: every state is an end of some, and much was refused.
  expect([...reached.keys()].sort()).toEqual([...critiqueStates].sort());
  expect(refused).toBeGreaterThan(HISTORIES);
  expect(taken).toBeGreaterThan(HISTORIES);
});

it("the commands take and refuse the same steps", async () => {
  const histories = fc.sample(history, { numRuns: 40, seed: 7 });
  for (const attempts of histories) {
    await database().rateLimit.deleteMany();
    const critiqueId = await raise(people.critic, await annotate(people.critic, revisionId, framework));
    let state: CritiqueState = "open";
    for (const [drawn] of attempts) {
      const { who, kind, hasWords } = drawn;
      if (kind === "raise") continue;
      const as = who === "critic" ? "critic" : "author";
      const leads = led(state, { ...drawn, as, to: "right", isStale: false, pointsAtPassage: kind === "revise" });
      const revised = kind === "revise" ? { revisionId, start: 0, end: 5 } : null;
      const outcome = await step(people[who], critiqueId, kind, hasWords ? "Because." : null, { revised }).catch((error) => error.code);
      if (leads === null) expect(outcome).toBe("invalid");
      else expect(outcome).toMatchObject({ state: leads });
      state = leads ?? state;
    }
    const stored = await database().critique.findUniqueOrThrow({ where: { id: critiqueId }, include: { steps: true } });
    expect([stored.state, stored.stepCount]).toEqual([state, stored.steps.length]);
  }
});

/** Runs each history on a critique of its own, step by step, each in a savepoint; answers the state after every step. */
const run = `
CREATE OR REPLACE FUNCTION run_histories(histories jsonb, article uuid, critic uuid, passage uuid) RETURNS TABLE (states text[]) LANGUAGE plpgsql AS $$
DECLARE
  history jsonb;
  attempt jsonb;
  thread uuid := gen_random_uuid();
  said uuid;
  subject uuid;
  critique_id uuid;
  place integer := 0;
  now_in text;
  steps integer;
BEGIN
  INSERT INTO thread (id, article_id, is_imported, position)
    SELECT thread, article, true, coalesce(max(t.position), -1) + 1 FROM thread t WHERE t.article_id = article;
  FOR history IN SELECT * FROM jsonb_array_elements(histories) LOOP
    subject := gen_random_uuid();
    critique_id := gen_random_uuid();
    INSERT INTO comment (id, thread_id, position, person_id, text) VALUES (subject, thread, place, critic, 'Says who?');
    place := place + 1;
    INSERT INTO critique (id, article_id, thread_id, comment_id, critic_id, kind) VALUES (critique_id, article, thread, subject, critic, 'other');
    INSERT INTO critique_step (critique_id, number, kind, actor, to_state, person_id, at) VALUES (critique_id, 1, 'raise', 'critic', 'open', critic, now());
    states := '{}';
    FOR attempt IN SELECT * FROM jsonb_array_elements(history) LOOP
      SELECT c.state, c.step_count INTO now_in, steps FROM critique c WHERE c.id = critique_id;
      BEGIN
        said := NULL;
        IF (attempt->>'hasWords')::boolean THEN
          said := gen_random_uuid();
          INSERT INTO comment (id, thread_id, position, person_id, text) VALUES (said, thread, place, (attempt->>'person')::uuid, 'Because.');
          place := place + 1;
        END IF;
        INSERT INTO critique_step (critique_id, number, kind, actor, from_state, to_state, person_id, comment_id, passage_id, at)
        VALUES (
          critique_id, steps + CASE WHEN (attempt->>'isStale')::boolean THEN 0 ELSE 1 END, (attempt->>'kind')::critique_step_kind,
          (attempt->>'actor')::critique_actor, (attempt->>'from')::critique_state, (attempt->>'to')::critique_state, (attempt->>'person')::uuid,
          said, CASE WHEN (attempt->>'pointsAtPassage')::boolean THEN passage END, now());
      EXCEPTION WHEN integrity_constraint_violation OR check_violation OR foreign_key_violation OR unique_violation THEN
        NULL;
      END;
      SELECT c.state INTO now_in FROM critique c WHERE c.id = critique_id;
      states := states || now_in;
    END LOOP;
    RETURN NEXT;
  END LOOP;
END $$`;
