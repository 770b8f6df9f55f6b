/** Runs once when the server starts: wrong settings stop it here, with the variable's name, and not in the middle of somebody's work. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stopOnWrongSettings } = await import("./lib/platform/start");
    stopOnWrongSettings();
  }
}
