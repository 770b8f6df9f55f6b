import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/shell/paths";
import { findAnnotationPlace } from "@/lib/annotations/queries";
import { currentViewer } from "@/lib/platform/session";

/** A note's lasting address: leads to the note in its article's margin. */
export default async function AnnotationPermalink({ params }: { params: Promise<{ slug: string; id: string }> }) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const place = await findAnnotationPlace(await currentViewer(), id);
  if (!place) notFound();
  redirect(`${paths.article(place.articleSlug)}#note-${id}`);
}
