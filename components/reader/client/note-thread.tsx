"use client";
import type { AnchoredAnnotation } from "@/lib/annotations/annotation";
import { plural } from "@/lib/format";
import type { ShownThread } from "@/lib/threads/thread";
import { paths } from "../../shell/paths";

type Props = {
  annotation: AnchoredAnnotation;
  slug: string;
  now: Date;
  onChange(key: string, thread: ShownThread): void;
};

/** What was said under the open note. */
export function NoteThread({ annotation: { id, replies }, slug }: Props) {
  return (
    <p className="note__r">
      <a href={paths.annotationDiscussion(slug, id)}>{replies === 0 ? "Reply" : plural(replies, { one: "reply", other: "replies" })}</a>
    </p>
  );
}
