import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/shell/paths";
import { findAnnotationPlace } from "@/lib/annotations/queries";
import { currentViewer } from "@/lib/platform/session";

/** A note's lasting address: leads to the note in its article's margin, on the newest text in which it has a place. */
export default async function AnnotationPermalink({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const place = await findAnnotationPlace(await currentViewer(), id);
  if (!place) notFound();
  const { articleSlug, revision } = place;
  redirect(`${revision === null ? paths.article(articleSlug) : paths.revision(articleSlug, revision)}#note-${id}`);
}
