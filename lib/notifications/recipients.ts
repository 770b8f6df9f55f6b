import { type Actor, answerKinds, type StepKind } from "../critiques/life";
import { type NoticeKind, noticeKinds } from "./schema";

/** What somebody has to do with what happened. One person may have to do with it in several ways. */
export type Part =
  | "mentioned"
  /** wrote the comment that is answered, or made the annotation, the claim or the article that is */
  | "answered"
  /** wrote in the thread, or made the annotation under which it stands */
  | "takesPart"
  /** an author of the article */
  | "author"
  /** raised the critique */
  | "critic"
  | "followsThread"
  | "mutesThread"
  | "followsArticle"
  | "mutesArticle";

export type Happened = { kind: "comment" } | { kind: "step"; step: StepKind; actor: Actor };

type Facts = {
  happened: Happened;
  /** who did it: they know */
  byId: string | null;
  parts: readonly { personId: string; part: Part }[];
};

export type Recipient = { personId: string; kind: NoticeKind };

/**
 * Who is told, each once, for the strongest of their reasons. Nobody is told of what they did themselves or may not see.
 *
 * Who muted the thread is told nothing of it, not even that they were named: they have read it and want no more. Who muted the
 * article did so without knowing what would come: being named gets through to them, and so does a thread in it that they follow.
 */
export function recipients({ happened, byId, parts }: Facts, maySee: (personId: string) => boolean): Recipient[] {
  const partsOf = new Map<string, Set<Part>>();
  for (const { personId, part } of parts) partsOf.set(personId, (partsOf.get(personId) ?? new Set()).add(part));
  return [...partsOf].flatMap(([personId, own]) => {
    const kind = personId === byId || !maySee(personId) ? null : strongest(own, happened);
    return kind === null ? [] : [{ personId, kind }];
  });
}

function strongest(own: ReadonlySet<Part>, happened: Happened): NoticeKind | null {
  if (own.has("mutesThread")) return null;
  const reasons = new Set([...own].map((part) => reasonOf(part, happened)));
  const kind = noticeKinds.find((one) => reasons.has(one)) ?? null;
  return own.has("mutesArticle") && !own.has("followsThread") && kind !== "mention" ? null : kind;
}

function reasonOf(part: Part, happened: Happened): NoticeKind | null {
  switch (part) {
    case "mentioned":
      return "mention";
    case "author":
      if (happened.kind === "comment") return null;
      return happened.step === "raise" ? "critique" : "step";
    case "critic":
      if (happened.kind === "comment") return null;
      return happened.actor === "author" && answerKinds.some((kind) => kind === happened.step) ? "answer" : "step";
    case "answered":
      return "reply";
    case "takesPart":
    case "followsThread":
    case "followsArticle":
      return "followed";
    case "mutesThread":
    case "mutesArticle":
      return null;
  }
}
