import type { Metadata } from "next";
import { cache } from "react";
import { FrameworkView } from "@/components/frameworks/framework-view";
import { paths } from "@/components/shell/paths";
import { stances } from "@/lib/annotations/schema";
import { getFrameworkPage } from "@/lib/frameworks/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../app-bar";
import { orNotFound } from "../../or-not-found";
import { first, type SearchParams } from "../../search-params";

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** Once per request, for the title and for the page. */
const load = cache(async (slug: string, cursor: string | undefined, stance: "supports" | "contests" | undefined) =>
  orNotFound(getFrameworkPage(await currentViewer(), slug, { cursor, stance })),
);

async function read({ params, searchParams }: Props) {
  const slug = decodeURIComponent((await params).slug);
  const query = await searchParams;
  const cursor = first(query.cursor);
  const stance = stances.find((known) => known === first(query.stance));
  return { page: await load(slug, cursor, stance), cursor, stance };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).page.framework.label };
}

export default async function FrameworkRoute(props: Props) {
  const { page, cursor, stance } = await read(props);
  return (
    <>
      <AppBar viewer={await currentViewer()} current="frameworks" returnTo={paths.framework(page.framework.slug)} />
      <FrameworkView page={page} stance={stance ?? null} isFirstPage={cursor === undefined} />
    </>
  );
}
