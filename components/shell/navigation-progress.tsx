"use client";
import { useLinkStatus } from "next/link";

/** Inside a link: a line at the top of the window while its page is on its way. CSS shows it only after a moment, so quick pages do not flicker. */
export function NavigationProgress() {
  const { pending } = useLinkStatus();
  return <span className="pending-line" data-pending={pending ? "" : undefined} aria-hidden="true" />;
}
