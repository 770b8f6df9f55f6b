"use client";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { DatabaseAwayPage, ErrorPage } from "@/components/shell/error-page";

export default function ErrorBoundary({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return error.digest === "hedgerow:unavailable" ? (
    <DatabaseAwayPage retry={retry} />
  ) : (
    <ErrorPage retry={retry} reference={error.digest} />
  );
}
