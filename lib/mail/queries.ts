import "server-only";
import { AppError } from "../errors";
import { database } from "../platform/db";
import { settings } from "../platform/env";
import { canSeeOutbox } from "../policy/mail";
import type { Viewer } from "../policy/viewer";
import { type MailState, mailStates, type Outbox } from "./outbox";

const SHOWN = 50;

/** What the outbox holds, without what the mails say. @throws AppError "not-found" for whom it is not */
export async function getOutbox(viewer: Viewer): Promise<Outbox> {
  if (!canSeeOutbox(viewer)) throw new AppError("not-found", "There is no such page.");
  const select = { id: true, state: true, to: true, createdAt: true, attempts: true, nextAttemptAt: true, lastError: true } as const;
  const newest = (...states: MailState[]) =>
    database().outgoingMail.findMany({
      where: { state: { in: states }, lastError: { not: null } },
      select,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: SHOWN,
    });
  const [groups, ended, waiting] = await Promise.all([
    database().outgoingMail.groupBy({ by: ["state"], _count: true }),
    newest("refused", "unsure"),
    newest("queued", "sending"),
  ]);
  return {
    isSetUp: settings().SMTP_URL !== undefined,
    counts: mailStates.map((state) => ({ state, count: groups.find((group) => group.state === state)?._count ?? 0 })),
    troubles: [...ended, ...waiting].slice(0, SHOWN).map(({ createdAt, nextAttemptAt, lastError, ...mail }) => ({
      ...mail,
      createdAt: createdAt.toISOString(),
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
      lastError: lastError ?? "",
    })),
  };
}
