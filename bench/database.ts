import { randomUUID } from "node:crypto";
import pg from "pg";
import { migrate } from "../scripts/migrate.mjs";

/** A database of the bench's own on the given server, made and migrated for the run and dropped after it. */
export async function withBenchDatabase<T>(serverUrl: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const name = `hedgerow_bench_${randomUUID().slice(0, 8)}`;
  const url = new URL(serverUrl);
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  try {
    await migrate(url.href);
    return await work(url.href);
  } finally {
    await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  }
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
