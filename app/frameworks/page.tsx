import type { Metadata } from "next";
import { FrameworksIndex } from "@/components/frameworks/frameworks-index";
import { paths } from "@/components/shell/paths";
import { listFrameworkTree } from "@/lib/frameworks/queries";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "../app-bar";

export const metadata: Metadata = { title: "Frameworks" };

export default async function FrameworksRoute() {
  const viewer = await currentViewer();
  const tree = await listFrameworkTree(viewer);
  return (
    <>
      <AppBar viewer={viewer} current="frameworks" returnTo={paths.frameworks} />
      <FrameworksIndex tree={tree} />
    </>
  );
}
