import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "../../generated/prisma/client";
import { AppError } from "../errors";
import { settings } from "./env";
import { log } from "./log";

/** A refused connection fails at once; this is for a server that does not answer at all. Shorter, and a busy machine would count as a lost database. */
const CONNECTION_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * PostgreSQL and socket error codes that mean "not reachable just now": connection exceptions (class 08), the server
 * starting or stopping (57P0x), too many connections (53300), and the operating system's refusals.
 */
const AWAY =
  /\b(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|57P0[1-3]|08\d{3}|53300|P1001|P1002|P1008|P1017|P2024|P2037)\b/;
const AWAY_WORDS =
  /timeout exceeded when trying to connect|connection terminated|connection timeout|can't reach database|the database system is|DatabaseNotReachable|ConnectionClosed|SocketTimeout|server has closed the connection|transaction API error: unable to start/i;

/** True when the error says that the database could not be reached, in whatever layer's words. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
    if (AWAY.test(code) || AWAY.test(cause.message) || AWAY_WORDS.test(cause.message)) return true;
    if ("errors" in cause && Array.isArray(cause.errors) && cause.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

function asAppError(error: unknown): unknown {
  if (!isDatabaseAway(error)) return error;
  log.warn("database away", { error: error instanceof Error ? error.message.slice(0, 300) : String(error) });
  return new AppError("unavailable", "The database cannot be reached just now. Nothing was changed; try again in a moment.");
}

function connect() {
  const adapter = new PrismaPg({
    connectionString: settings().DATABASE_URL,
    max: settings().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    // Connections are kept: making one while the machine is busy could outlast the time-out above.
    idleTimeoutMillis: 600_000,
  });
  return new PrismaClient({ adapter }).$extends({
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          throw asAppError(error);
        }
      },
    },
  });
}

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

// Next reloads modules in development, and keeps server actions and route handlers apart: one pool per process all the same.
declare global {
  var hedgerowDatabase: Database | undefined;
}

/** The database of this process; connects at first use. A lost server is an AppError "unavailable", and found again by itself. */
export function database(): Database {
  globalThis.hedgerowDatabase ??= connect();
  return globalThis.hedgerowDatabase;
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export async function transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, { timeout: 30_000, maxWait: CONNECTION_TIMEOUT_MS });
  } catch (error) {
    throw asAppError(error);
  }
}

/** True when the error is a broken unique constraint (another row is there already). */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** True when PostgreSQL stopped a statement because it took longer than it may. */
export function isStatementTimeout(error: unknown): boolean {
  return error instanceof Error && /57014|canceling statement due to statement timeout/.test(error.message);
}
