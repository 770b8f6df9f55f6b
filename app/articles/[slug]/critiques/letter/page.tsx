import type { Metadata } from "next";
import { LetterView } from "@/components/letters/letter-view";
import { paths } from "@/components/shell/paths";
import { formatDate } from "@/components/ui/dates";
import { documentOf } from "@/lib/letters/letter-document";
import { getLetter } from "@/lib/letters/queries";
import { orderSchema } from "@/lib/letters/schema";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../../../../app-bar";
import { orNotFound } from "../../../../or-not-found";
import { first, type SearchParams } from "../../../../search-params";

export const metadata: Metadata = { title: "Response letter" };

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

/** The letter that answers an article's critiques, as its readers may see them; `order` in the address. */
export default async function LetterRoute({ params, searchParams }: Props) {
  const viewer = await currentViewer();
  const slug = decodeURIComponent((await params).slug);
  const order = orderSchema.parse(first((await searchParams).order));
  const letter = await orNotFound(getLetter(viewer, slug, { order }));
  const { title, language, authors } = letter.article;
  return (
    <>
      <AppBar
        viewer={viewer}
        current={null}
        articleTitle={title}
        articleLanguage={language}
        authors={authors}
        articleView={{ slug, current: null, critiqueCount: letter.counts.critiques }}
        returnTo={paths.letter(slug)}
      />
      <LetterView parts={documentOf(letter, formatDate)} slug={slug} order={order} />
    </>
  );
}
