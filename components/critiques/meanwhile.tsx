import type { StepWords } from "@/lib/critiques/desk";
import type { ShownStep } from "@/lib/critiques/schema";
import { Button } from "../ui/button";
import { StepsRecord } from "./steps-record";

type Props = { steps: readonly ShownStep[]; slug: string; words?: Readonly<Record<string, StepWords>> | undefined; onGoOn(): void };

/** What others did to the critique while one wrote: nothing is posted past it unread, and what was written stays. */
export function Meanwhile({ steps, slug, words, onGoOn }: Props) {
  if (steps.length === 0) return null;
  return (
    <section className="answer__mean" aria-label="What came meanwhile">
      <p role="status">While you wrote, this came. What you wrote is still here.</p>
      <StepsRecord steps={steps} slug={slug} words={words} />
      <Button size="sm" onClick={onGoOn}>
        I have read it
      </Button>
    </section>
  );
}
