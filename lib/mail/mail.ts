/** A mail as it is handed in: what it tells, whom, and what it is called so that it is queued once. */
export type NewMail = {
  /** names what the mail tells of, such as `digest:<person>:<day>`: a second mail of the same name is not queued */
  dedupeKey: string;
  /** whose mail it is; it goes when their account goes */
  personId: string | null;
  to: string;
  /** any script; made one line, and cut where it is too long */
  subject: string;
  text: string;
  html: string | null;
  /** says how to get no more of these, with one click (RFC 8058); only with a person */
  unsubscribable: boolean;
};

const SUBJECT_LENGTH = 200;
/** Line breaks of any kind, tabs and other control characters: in a header they would begin another one. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A subject as one line of at most 200 characters; cut between characters, not within one. */
export function subjectLine(subject: string): string {
  const line = [...subject.toWellFormed().replace(CONTROLS, " ").trim()];
  if (line.length <= SUBJECT_LENGTH) return line.join("");
  const kept = line.slice(0, SUBJECT_LENGTH - 1).join("");
  return `${kept.trimEnd()}…`;
}

/** One mailbox and nothing else, in any script. A comma, a bracket or a line break would make two of it, or a command to the server. */
export function isMailbox(address: string): boolean {
  return /^[^\p{Cc}\p{Z}<>,;"@]+@[^\p{Cc}\p{Z}<>,;"@]+$/u.test(address);
}
