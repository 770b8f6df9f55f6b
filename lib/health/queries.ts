import "server-only";
import { AppError } from "../errors";
import { database } from "../platform/db";

/** Whether the database answers at this moment. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return false;
    throw error;
  }
}
