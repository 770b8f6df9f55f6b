/** Where the pages are. One place, so that a link and a route cannot drift apart unseen. */
export const paths = {
  library: "/",
  addArticle: "/import",
  frameworks: "/frameworks",
  search: "/search",
  signIn: "/sign-in",
  register: "/register",
  account: "/account",
  /** with the `token` of a mail in the query */
  unsubscribe: "/unsubscribe",
  outbox: "/outbox",
  annotations: "/annotations",
  inbox: "/inbox",
  /** opens it, and marks it as read */
  notice: (noticeId: string) => `/inbox/${noticeId}`,
  exportAnnotations: "/annotations/export",
  /** a slug may hold letters of any script, so it is encoded here and nowhere else */
  article: (slug: string) => `/articles/${encodeURIComponent(slug)}`,
  revision: (slug: string, number: number) => `/articles/${encodeURIComponent(slug)}/revisions/${number}`,
  revisions: (slug: string) => `/articles/${encodeURIComponent(slug)}/revisions`,
  revise: (slug: string) => `/articles/${encodeURIComponent(slug)}/revise`,
  doubt: (slug: string, annotationId: string) => `/articles/${encodeURIComponent(slug)}/review?doubt=${annotationId}`,
  review: (slug: string) => `/articles/${encodeURIComponent(slug)}/review`,
  feed: (slug: string) => `/articles/${encodeURIComponent(slug)}/feed.atom`,
  /** with `from` and `to` in the query */
  compareAny: (slug: string) => `/articles/${encodeURIComponent(slug)}/compare`,
  compare: (slug: string, from: number, to: number) => `/articles/${encodeURIComponent(slug)}/compare?from=${from}&to=${to}`,
  annotation: (slug: string, annotationId: string) => `/articles/${encodeURIComponent(slug)}/annotations/${annotationId}`,
  annotationHistory: (slug: string, annotationId: string) => `/articles/${encodeURIComponent(slug)}/annotations/${annotationId}/history`,
  /** the article as a whole, as people talk about it */
  discussion: (slug: string) => `/articles/${encodeURIComponent(slug)}/discussion`,
  annotationDiscussion: (slug: string, annotationId: string) =>
    `/articles/${encodeURIComponent(slug)}/annotations/${annotationId}/discussion`,
  claimDiscussion: (slug: string, claimId: string) => `/articles/${encodeURIComponent(slug)}/claims/${claimId}/discussion`,
  comment: (slug: string, commentId: string) => `/articles/${encodeURIComponent(slug)}/comments/${commentId}`,
  commentHistory: (slug: string, commentId: string) => `/articles/${encodeURIComponent(slug)}/comments/${commentId}/history`,
  critiques: (slug: string) => `/articles/${encodeURIComponent(slug)}/critiques`,
  letter: (slug: string) => `/articles/${encodeURIComponent(slug)}/critiques/letter`,
  letterFile: (slug: string, format: "docx" | "md") => `/articles/${encodeURIComponent(slug)}/critiques/letter.${format}`,
  critique: (slug: string, critiqueId: string) => `/articles/${encodeURIComponent(slug)}/critiques?open=${critiqueId}`,
  authors: (slug: string) => `/articles/${encodeURIComponent(slug)}/authors`,
  attributions: "/attributions",
  moderation: (slug: string) => `/articles/${encodeURIComponent(slug)}/moderation`,
  /** where a moderator hides words, or brings them back */
  moderate: (slug: string, kind: "comment" | "annotation", id: string) => `/articles/${encodeURIComponent(slug)}/moderation?${kind}=${id}`,
  framework: (slug: string) => `/frameworks/${encodeURIComponent(slug)}`,
} as const;

/** The path with a query string of the given values, those that are null left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return given.size === 0 ? path : `${path}?${given}`;
}
