/**
 * Runs once when the server starts: wrong settings stop it here, with the variable's name, and not in the middle of somebody's work. What
 * this process does beside answering requests begins here too.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stopOnWrongSettings } = await import("./lib/platform/start");
    stopOnWrongSettings();
    const { startMailWorker } = await import("./mail-worker");
    startMailWorker();
  }
}
