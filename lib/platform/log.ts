import "server-only";

type Fields = Record<string, string | number | boolean | null | undefined>;

function write(level: "info" | "warn" | "error", message: string, fields: Fields): void {
  const line = JSON.stringify({ time: new Date().toISOString(), level, message, ...fields });
  (level === "info" ? process.stdout : process.stderr).write(`${line}\n`);
}

/** One JSON line per event; never what people wrote, never an address or a secret. */
export const log = {
  info: (message: string, fields: Fields = {}) => write("info", message, fields),
  warn: (message: string, fields: Fields = {}) => write("warn", message, fields),
  /** For what should not have happened: with the stack, so that it can be found. */
  error: (message: string, error: unknown, fields: Fields = {}) =>
    write("error", message, { ...fields, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
};
