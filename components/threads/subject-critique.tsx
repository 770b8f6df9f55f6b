"use client";
import { useState } from "react";
import type { ShownThread } from "@/lib/threads/thread";
import { Button } from "../ui/button";
import { CritiqueLine } from "./critique-line";
import { RaiseForm } from "./raise-form";
import type { ThreadDoings } from "./thread-doings";
import type { FrameworkChoice } from "./thread-props";

type Props = {
  thread: ShownThread;
  slug: string;
  frameworks: readonly FrameworkChoice[];
  returnTo: string;
  onRaise: ThreadDoings["raise"];
};

/** The critique that the annotation was made under which the thread stands; or, for who made it, how to make it one. */
export function SubjectCritique({ thread: { critique, can }, slug, frameworks, returnTo, onRaise }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (critique) return <CritiqueLine critique={critique} slug={slug} />;
  if (!can.raise) return null;
  if (!isOpen) {
    return (
      <p className="cm__acts">
        <Button variant="quiet" size="sm" onClick={() => setOpen(true)}>
          Make this annotation a critique
        </Button>
      </p>
    );
  }
  return (
    <RaiseForm
      frameworks={frameworks}
      returnTo={returnTo}
      onRaise={(kind, frameworkId) => onRaise(null, kind, frameworkId)}
      onCancel={() => setOpen(false)}
    />
  );
}
