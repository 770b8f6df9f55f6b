import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ActionResult } from "@/lib/errors";

/** Why an action did not do what it was asked to, in words; null when it did. `onDone` gets what it answered. */
export async function problemOf<T>(answer: Promise<ActionResult<T>>, onDone?: (value: T) => void): Promise<string | null> {
  try {
    const result = await answer;
    if (!result.ok) return result.message;
    onDone?.(result.value);
    return null;
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) return "Hedgerow was renewed since this page was opened: load it again.";
    // Whatever else an action throws never reached its server, or its answer never reached us.
    return "The server could not be reached. Try again.";
  }
}
