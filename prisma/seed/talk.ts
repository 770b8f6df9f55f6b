import "server-only";
import { raiseCritique, takeStep } from "../../lib/critiques/commands";
import { database } from "../../lib/platform/db";
import type { Viewer } from "../../lib/policy/viewer";
import { reply } from "../../lib/threads/commands";
import { type DemoPerson, demoPeople, type SeedTalk } from "./seed-data";
import { uuidFrom } from "./uuid-from";

type Context = { articleId: string; personIds: (person: DemoPerson) => string; daysBefore: (days: number) => Date };

/** Says under the demo's annotations what was said, through the same commands as everybody; what is there already is left as it is. */
export async function loadTalk(talk: readonly SeedTalk[], { articleId, personIds, daysBefore }: Context): Promise<void> {
  const as = (person: DemoPerson): Viewer => {
    const { displayName, role } = demoPeople[person];
    return { kind: "person", personId: personIds(person), displayName, role, sessionId: "" };
  };
  for (const { on, critique, said } of talk) {
    const annotation = await database().annotation.findFirstOrThrow({
      where: { articleId, personId: personIds(on.by), passage: { quote: on.quote } },
      select: { id: true, critique: { select: { id: true, stepCount: true } } },
    });
    let critiqueId = annotation.critique?.id;
    if (critique && critiqueId === undefined) {
      const framework = critique.framework && (await database().framework.findFirstOrThrow({ where: { notation: critique.framework } }));
      ({ critiqueId } = await raiseCritique(
        as(on.by),
        { subject: { kind: "annotation", id: annotation.id }, kind: critique.kind, frameworkId: framework ? framework.id : null },
        daysBefore(critique.daysAgo),
      ));
    }
    let stepCount = 1;
    const comments: string[] = [];
    for (const [index, { by, daysAgo, step, text, answers }] of said.entries()) {
      const requestId = uuidFrom(`${on.by} ${on.quote} ${index}`);
      if (step && critiqueId !== undefined) {
        if ((annotation.critique?.stepCount ?? 1) <= stepCount) {
          const input = { critiqueId, kind: step, stepCount, text: text ?? null, requestId, revised: null };
          await takeStep(as(by), input, daysBefore(daysAgo));
        }
        stepCount++;
      } else if (text !== undefined) {
        const answered = answers === undefined ? undefined : comments[answers];
        const to = answered === undefined ? { kind: "annotation" as const, id: annotation.id } : { kind: "comment" as const, id: answered };
        comments[index] = (await reply(as(by), { requestId, to, text }, daysBefore(daysAgo))).commentId;
      }
    }
  }
}
