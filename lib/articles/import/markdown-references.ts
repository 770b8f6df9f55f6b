import type { postprocess } from "micromark";
import { AppError } from "../../errors";
import { MAX_SOURCE_BYTES } from "../schema";

/** What the Markdown parser found, before HTML is made of it. */
type Events = ReturnType<typeof postprocess>;
type Token = Events[number][1];

/** A link or picture while it is open, with the words that may name its definition: its own, or those in brackets behind it. */
type OpenLink = { words: Token | null; name: Token | null; hasOwnAddress: boolean };

/** Names of definitions are compared exactly as the parser does (white space and case aside, but not NBSP), so that no use is missed. */
const definitionKey = (name: string) =>
  name
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase();

/** How often each definition is used, and how long each is; of two with one name the first counts. */
function usesAndLengths(events: Events): { uses: Map<string, number>; lengths: Map<string, number> } {
  const uses = new Map<string, number>();
  const lengths = new Map<string, number>();
  const open: OpenLink[] = [];
  let definition: Token | null = null;
  for (const [kind, token, context] of events) {
    const link = open.at(-1);
    const isEnter = kind === "enter";
    switch (token.type) {
      case "link":
      case "image":
        if (isEnter) open.push({ words: null, name: null, hasOwnAddress: false });
        else {
          open.pop();
          const name = link?.name ?? link?.words ?? null;
          if (name === null || link?.hasOwnAddress) break;
          const key = definitionKey(context.sliceSerialize(name));
          uses.set(key, (uses.get(key) ?? 0) + 1);
        }
        break;
      case "labelText":
        if (link) link.words = token;
        break;
      case "referenceString":
        if (link) link.name = token;
        break;
      case "resource":
        if (link) link.hasOwnAddress = true;
        break;
      case "definition":
        definition = isEnter ? token : null;
        break;
      case "definitionLabelString": {
        const key = definitionKey(context.sliceSerialize(token));
        if (definition !== null && !lengths.has(key)) lengths.set(key, definition.end.offset - definition.start.offset);
        break;
      }
    }
  }
  return { uses, lengths };
}

/**
 * Refuses Markdown in which `[a]`, three characters, repeats the address and title of a long definition so often that the HTML would
 * be larger than any that is read. A long address that is used once, as pictures have them that are written into the file, is none.
 */
export function guardReferences(events: Events): void {
  const { uses, lengths } = usesAndLengths(events);
  let repeated = 0;
  for (const [key, count] of uses) repeated += count * (lengths.get(key) ?? 0);
  if (repeated <= MAX_SOURCE_BYTES) return;
  const number = (value: number) => value.toLocaleString("en-US");
  const limit = `at most ${number(MAX_SOURCE_BYTES)} can be read. Shorten the addresses, or import it in parts.`;
  throw new AppError("invalid", `The Markdown's references repeat ${number(repeated)} characters of link definitions; ${limit}`, "text");
}
