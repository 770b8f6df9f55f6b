import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/or-not-found";
import { first, type SearchParams } from "@/app/search-params";
import { HistoryView } from "@/components/changes/history-view";
import { paths } from "@/components/shell/paths";
import { putBackFormAction } from "@/lib/changes/actions";
import { getAnnotationHistory } from "@/lib/changes/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../../../../app-bar";

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: SearchParams };

export const metadata: Metadata = { title: "History of an annotation" };

const beforeSchema = z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined);

/** What an annotation said, version by version. */
export default async function HistoryRoute({ params, searchParams }: Props) {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const before = beforeSchema.parse(first((await searchParams).before));
  const viewer = await currentViewer();
  const history = await orNotFound(getAnnotationHistory(viewer, id, { before }));
  return (
    <>
      <AppBar viewer={viewer} current={null} returnTo={paths.annotationHistory(history.article.slug, id)} />
      <HistoryView history={history} isFirstPage={before === undefined} now={new Date()} send={putBackFormAction} />
    </>
  );
}
