// @ts-check
// The settings a person may give, and the environment the server gets.
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";
import { choosePort, isFree } from "./ports.mjs";

const usualPort = 3000;
/** Tried in turn when nobody asked for a port, so that the address stays a guessable one. */
const portsTried = 20;

/** Takes the settings of .env; what the environment says already stays. */
export function readSettingsFile() {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The user's own database, when there is one. */
export function ownDatabaseUrl() {
  const url = process.env.DATABASE_URL;
  if (!url) return null;
  if (/^postgres(ql)?:\/\/\S+$/.test(url) && URL.canParse(url)) return url;
  throw new Failure(
    "DATABASE_URL is set, but is not the address of a PostgreSQL database.",
    "It looks like postgresql://user:password@host:5432/database; leave it away for the embedded PostgreSQL.",
  );
}

/** Only this machine, unless somebody says otherwise. */
export const pagesHost = () => process.env.HEDGEROW_HOST || "127.0.0.1";

/** @param {string} host */
export async function choosePagesPort(host) {
  const asked = process.env.PORT;
  if (!asked) {
    const ports = Array.from({ length: portsTried }, (_, index) => usualPort + index);
    return choosePort(ports, host);
  }
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT is "${asked}", which is not a port.`, "Set it to a number from 1 to 65535, or leave it away.");
  if (await isFree(port, host)) return port;
  throw new Failure(
    `Port ${port}, which PORT asks for, is in use (or not allowed).`,
    "Stop what uses it, set another PORT, or leave PORT away.",
  );
}

/**
 * @param {{ url: string, embedded: boolean, port: number, secret: string }} facts
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnv({ url, embedded, port, secret }) {
  const { env } = process;
  const origin = env.HEDGEROW_ORIGIN || `http://localhost:${port}`;
  return {
    ...env,
    DATABASE_URL: url,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET || secret,
    HEDGEROW_ORIGIN: origin,
    NEXTAUTH_URL: env.NEXTAUTH_URL || origin,
    HEDGEROW_DATABASE: embedded ? "embedded" : "external",
    // Somebody's own database gets demo content only when they ask for it.
    HEDGEROW_DEMO: env.HEDGEROW_DEMO || (embedded ? "1" : "0"),
  };
}
