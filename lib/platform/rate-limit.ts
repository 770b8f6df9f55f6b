import "server-only";
import { AppError } from "../errors";
import { database } from "./db";

export type Limit = { count: number; seconds: number };

/**
 * Counts one try under `key` in a fixed window and refuses when there were more than `limit.count`.
 * One statement, so two processes cannot both take the last place.
 * @throws AppError "rate-limited", with how long to wait
 */
export async function countTry(key: string, limit: Limit): Promise<void> {
  const rows = await database().$queryRaw<{ count: number; wait: number }[]>`
    WITH old AS (
      -- Longer ago than any window: kept for nothing, and guesses at random addresses would fill the table.
      DELETE FROM rate_limit WHERE key IN (
        SELECT key FROM rate_limit WHERE window_start < now() - interval '1 day' AND key <> ${key} LIMIT 100 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO rate_limit (key, window_start, count) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_limit.window_start <= now() - make_interval(secs => ${limit.seconds}::double precision) THEN 1 ELSE rate_limit.count + 1 END,
      window_start = CASE WHEN rate_limit.window_start <= now() - make_interval(secs => ${limit.seconds}::double precision) THEN now() ELSE rate_limit.window_start END
    RETURNING count, ceil(extract(epoch FROM window_start - now()) + ${limit.seconds}::double precision)::int AS wait`;
  const row = rows[0];
  if (row && row.count > limit.count) {
    const minutes = Math.max(1, Math.ceil(row.wait / 60));
    throw new AppError("rate-limited", `That was tried too often. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`);
  }
}

/** Takes the tries under `key` back: they turned out to be no guesses. */
export async function forgetTries(key: string): Promise<void> {
  await database().rateLimit.deleteMany({ where: { key } });
}
