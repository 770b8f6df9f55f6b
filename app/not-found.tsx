import { AppBar } from "@/components/shell/app-bar";
import { NotFoundPage } from "@/components/shell/error-page";
import { currentViewer } from "@/lib/platform/session";

export default async function NotFound() {
  return (
    <>
      <AppBar viewer={await currentViewer()} current={null} />
      <NotFoundPage />
    </>
  );
}
