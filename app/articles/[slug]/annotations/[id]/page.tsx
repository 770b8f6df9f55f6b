import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/components/shell/paths";
import { findAnnotationPlace } from "@/lib/annotations/queries";
import { currentViewer } from "@/lib/platform/session";
import { all, type SearchParams } from "../../../../search-params";

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: SearchParams };

/** A note's lasting address: leads to the note in its article's margin, on the newest text in which it has a place. */
export default async function AnnotationPermalink({ params, searchParams }: Props) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const place = await findAnnotationPlace(await currentViewer(), id);
  if (!place) notFound();
  const { articleSlug, revision } = place;
  const path = revision === null ? paths.article(articleSlug) : paths.revision(articleSlug, revision);
  const found = all((await searchParams).find).map((words) => ["find", words]);
  redirect(`${path}${found.length === 0 ? "" : `?${new URLSearchParams(found)}`}#note-${id}`);
}
