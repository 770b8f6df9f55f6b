"use client";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { paths } from "./paths";

/** Ends this browser's session and goes to the library, which everybody may read. */
export function SignOutButton({ className }: { className?: string }) {
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    // a failure must leave the button usable: somebody on a shared computer has to be able to try again
    signOut({ callbackUrl: paths.library }).catch((error: unknown) => {
      setLeaving(false);
      reportError(error);
    });
  };
  return (
    <button type="button" className={className} onClick={leave} disabled={isLeaving}>
      {isLeaving ? "Signing out…" : "Sign out"}
    </button>
  );
}
