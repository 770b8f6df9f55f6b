import { unstable_isUnrecognizedActionError } from "next/navigation";
import type { ActionResult } from "@/lib/errors";
import type { SendProblem } from "./thread-props";

/** Why an action did not do what it was asked to; null when it did. `onDone` gets what it answered. */
export async function problemWith<T>(answer: Promise<ActionResult<T>>, onDone?: (value: T) => void): Promise<SendProblem | null> {
  try {
    const result = await answer;
    if (result.ok) {
      onDone?.(result.value);
      return null;
    }
    const code = result.code === "unauthenticated" || result.code === "conflict" ? result.code : "refused";
    return { code, message: result.message };
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) {
      return { code: "outdated", message: "Hedgerow was renewed since this page was opened. What you wrote is kept: load the page again." };
    }
    // Whatever else an action throws never reached its server, or its answer never reached us.
    return { code: "unreachable", message: "The server could not be reached. What you wrote is still here; try again." };
  }
}
