import { plainBlocks } from "../markdown/text";
import { UNSENT_VERSION } from "./loaded";
import type { ShownComment } from "./thread";

type Unsent = { id: string; parentId: string | null; depth: number; text: string /** of the viewer, who wrote it */; name: string };

/** A comment as it is shown until the server has answered: its words as they were typed, and nothing that could be done with it. */
export function unsentComment({ name, text, ...place }: Unsent): ShownComment {
  return {
    ...place,
    under: 0,
    writer: { name, isAuthor: false, isViewer: true, isExternal: false, wroteAs: null, addressedAs: null },
    is: "shown",
    hidden: null,
    text,
    body: plainBlocks(text),
    answers: [],
    version: UNSENT_VERSION,
    createdAt: null,
    editedAt: null,
    critique: null,
    step: null,
    can: { reply: false, edit: false, remove: false, hide: false, restore: false, raise: false },
  };
}
