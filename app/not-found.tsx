import { NotFoundPage } from "@/components/shell/error-page";
import { currentViewer } from "@/lib/platform/session";
import { AppBar } from "./app-bar";

export default async function NotFound() {
  return (
    <>
      <AppBar viewer={await currentViewer()} current={null} />
      <NotFoundPage />
    </>
  );
}
