import type { DraftComment } from "../schema";
import { looksLikeName, nameKey } from "./names";
import type { RawComment } from "./reading";

/** What the schema allows one comment to answer. */
const MOST_ANSWERS = 50;
const LONGEST_NAME = 120;

/** `Michiko: …`, `@Michiko …`, with the colon of either width. */
const ADDRESS = /^@?([^\s@:：][^:：\n]{0,79}?)\s*(?::(?=\s|$)|：)/u;
const MENTION = /^@(\S{1,80})/u;

/** Words before a colon that are nobody's name. */
const NOBODY =
  /^(?:note|notes|nb|ps|pps|p\.s\.?|edit|edited|update|updated|first(?:ly)?|second(?:ly)?|third(?:ly)?|last(?:ly)?|finally|also|question|answer|q|a|re|source|sources|link|links|see|ref|reference|references|fyi|example|conclusion|summary|tl;?dr|warning|correction|quote|fact|point|one|two|three|yes|no|ok|okay|well|so|but|however|again|hint|disclaimer|caveat|http|https|注|補足|追記|質問|答え|问|答|問)$/i;

/** The names that a comment's paragraphs and lines begin with. Only a paragraph's start is believed of a name that nobody has signed with. */
function addressees(text: string): { name: string; startsParagraph: boolean }[] {
  return text.split("\n\n").flatMap((paragraph) =>
    paragraph.split("\n").flatMap((line, index) => {
      const name = ADDRESS.exec(line)?.[1] ?? MENTION.exec(line)?.[1];
      return name === undefined ? [] : [{ name: name.trim(), startsParagraph: index === 0 && ADDRESS.test(line) }];
    }),
  );
}

const firstWord = (name: string) => nameKey(name.trim().split(/\s+/u)[0] ?? "");

/** Who wrote which comments, for looking up the names that others call. */
class Directory {
  readonly #byName = new Map<string, number[]>();
  readonly #namesByFirst = new Map<string, Set<string>>();

  constructor(comments: readonly DraftComment[]) {
    comments.forEach((comment, index) => {
      const name = comment.commenter ?? comment.addressedAs;
      if (name === undefined) return;
      const key = nameKey(name);
      const written = this.#byName.get(key);
      if (written === undefined) this.#byName.set(key, [index]);
      else written.push(index);
      this.#namesByFirst.set(firstWord(name), (this.#namesByFirst.get(firstWord(name)) ?? new Set()).add(key));
    });
  }

  /** Indexes of the comments by the person called: by full name, else by a first name that only one of them has. */
  commentsBy(name: string): readonly number[] {
    const key = nameKey(name);
    const exact = this.#byName.get(key);
    const [only, ...others] = this.#namesByFirst.get(key) ?? [];
    if (exact !== undefined || only === undefined || others.length > 0) return exact ?? [];
    return this.#byName.get(only) ?? [];
  }
}

/** The names that later comments call somebody by who has not signed and is not an author. */
function unknownNames(text: string, directory: Directory, authors: ReadonlySet<string>): string[] {
  const found = addressees(text).filter(({ name, startsParagraph }) => startsParagraph && looksLikeName(name) && !NOBODY.test(name));
  return found.map(({ name }) => name).filter((name) => directory.commentsBy(name).length === 0 && !authors.has(nameKey(name)));
}

/** Gives an unnamed commenter the name that others call them by, where it can only be theirs: one unnamed before, one name used. */
function named(comments: readonly DraftComment[], authors: ReadonlySet<string>): DraftComment[] {
  const directory = new Directory(comments);
  const unnamed = comments.flatMap((comment, index) => (comment.commenter === null ? [index] : []));
  const [first, second = comments.length] = unnamed;
  if (first === undefined) return [...comments];
  const callers = comments.slice(first + 1, second + 1);
  const names = callers.flatMap((comment) => unknownNames(comment.text, directory, authors));
  const [name] = names;
  if (name === undefined || new Set(names.map(nameKey)).size > 1) return [...comments];
  return comments.map((comment, index) => (index === first ? { ...comment, addressedAs: name } : comment));
}

/** Indexes of the earlier comments whose writers a comment calls by name; nobody answers themselves. */
function answersOf(comment: DraftComment, index: number, directory: Directory): number[] {
  const own = comment.commenter === null ? [] : directory.commentsBy(comment.commenter);
  const names = new Map(addressees(comment.text).map(({ name }) => [nameKey(name), name]));
  const answers = new Set<number>();
  for (const name of names.values()) {
    const theirs = directory.commentsBy(name);
    // Lists of one person are the same list.
    if (theirs === own) continue;
    for (const at of theirs) if (at < index && answers.size < MOST_ANSWERS) answers.add(at);
  }
  return [...answers];
}

/** An author's name that was taken for the comment's first words, because it is not written as names are ("jane q. doe"). */
function signedByAuthor(comment: RawComment, authors: ReadonlySet<string>): RawComment {
  const [first = "", ...rest] = comment.text.split("\n\n");
  if (comment.commenter !== null || rest.length === 0 || first.length > LONGEST_NAME || !authors.has(nameKey(first))) return comment;
  return { ...comment, commenter: first, text: rest.join("\n\n") };
}

/**
 * Comments with what can be told from their words: which are the author's, whom each answers by name, and what the others call a
 * commenter whose own name was lost. Order and threads stay as the source has them.
 */
export function recogniseComments(raw: readonly RawComment[], authors: readonly string[]): DraftComment[] {
  const full = new Set(authors.map(nameKey));
  const called = new Set([...full, ...authors.map(firstWord)]);
  const plain = raw.map((comment): DraftComment => {
    const signed = signedByAuthor(comment, full);
    return { ...signed, isAuthor: signed.commenter !== null && full.has(nameKey(signed.commenter)), answers: [] };
  });
  const comments = named(plain, called);
  const directory = new Directory(comments);
  return comments.map((comment, index) => ({ ...comment, answers: answersOf(comment, index, directory) }));
}
