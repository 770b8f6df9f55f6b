"use client";
import { useLinkStatus } from "next/link";

/** A line under the link that was followed while its page is on its way. CSS shows it only after a moment, so quick pages do not flicker. */
export function NavigationProgress() {
  const { pending } = useLinkStatus();
  return <span className="pending-line" data-pending={pending ? "" : undefined} aria-hidden="true" />;
}
