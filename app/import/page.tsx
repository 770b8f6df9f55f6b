import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ImportForm } from "@/components/articles/import/import-form";
import { paths, withQuery } from "@/components/shell/paths";
import { createArticleAction } from "@/lib/articles/actions";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";

export const metadata: Metadata = { title: "Add an article" };

export default async function ImportRoute() {
  const viewer = await currentViewer();
  if (viewer.kind === "anonymous") redirect(withQuery(paths.signIn, { callbackUrl: paths.addArticle }));
  return (
    <>
      <AppBar viewer={viewer} current={null} />
      <ImportForm save={createArticleAction} />
    </>
  );
}
