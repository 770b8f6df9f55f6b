import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../errors";
import { database } from "../platform/db";

/** Whoever watches the health of a service expects an answer, also "no", within two seconds. */
const PATIENCE_MS = 1_800;

/** Whether the database answers at this moment. */
export async function isDatabaseReachable(): Promise<boolean> {
  return Promise.race([answers(), wait(PATIENCE_MS, false, { ref: false })]);
}

async function answers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return false;
    throw error;
  }
}
