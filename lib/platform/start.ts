import "server-only";
import { settings } from "./env";

/** Ends the process with a message on standard error when a setting is wrong. */
export function stopOnWrongSettings(): void {
  try {
    settings();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
