"use client";
import { paths } from "../../shell/paths";
import type { NoteThread } from "./note-thread";
import { useLoaded } from "./use-loaded";

const loadThread = () => import("./note-thread");

type Props = Parameters<typeof NoteThread>[0];

/** The discussion under the open note: its script is fetched with the first note that is opened. */
export function OpenThread(props: Props) {
  const { article } = props.talk;
  const address = paths.annotationDiscussion(article.slug, props.annotation.id);
  const loaded = useLoaded(loadThread, "now", () => location.assign(address));
  return loaded && <loaded.NoteThread {...props} />;
}
