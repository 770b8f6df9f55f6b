import type { Mentionable } from "@/lib/threads/mentions";
import type { ShownThread } from "@/lib/threads/thread";

/** Which thread: a subject’s own, or by its id one that was imported. */
export type ThreadName = Pick<ShownThread, "id" | "articleSlug" | "subject" | "isImported">;

/** The stretch of a thread in which a comment stands, as it is now; null when the server could not be reached or gives none. */
export function requestStretch(thread: ThreadName, from: string): Promise<ShownThread | null> {
  const asking = queryFor(thread);
  asking.set("from", from);
  return ask<ShownThread>(`/api/threads?${asking}`);
}

/** Whom one may mention in a thread; nobody when the server could not be reached. */
export async function requestMentionable(thread: ThreadName): Promise<Mentionable[]> {
  const answer = await ask<{ people: Mentionable[] }>(`/api/threads/mentionable?${queryFor(thread)}`);
  return answer?.people ?? [];
}

function queryFor({ id, articleSlug, subject, isImported }: ThreadName): URLSearchParams {
  if (isImported && id !== null) return new URLSearchParams({ kind: "thread", id });
  return new URLSearchParams({ slug: articleSlug, kind: subject.kind, id: subject.id });
}

async function ask<T>(url: string): Promise<T | null> {
  const answer = await fetch(url, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return null;
  const value: T = await answer.json();
  return value;
}
