// @ts-check
// How the schema engine talks to PostgreSQL: Prisma's adapter, with three of its habits mended that only
// migrations meet.
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/**
 * PostgreSQL's internal one-letter type "char", which the engine reads in the catalogue and the adapter does not
 * know. It does know arrays of it, which the catalogue's queries never give: so that is what it is told, and the
 * engine is told what it is.
 */
const charType = 18;
const charArrayType = 1002;

class EnginePool extends pg.Pool {
  /** @override @param {any[]} args */
  async query(...args) {
    // @ts-expect-error the overloads of query cannot be spread
    const result = await super.query(...args);
    for (const field of result?.fields ?? []) if (field.dataTypeID === charType) field.dataTypeID = charArrayType;
    return result;
  }
}

/** @param {string} connectionString */
async function open(connectionString) {
  const pool = new EnginePool({ connectionString, connectionTimeoutMillis: 10_000 });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const known = (/** @type {number} */ type) => (type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type);
    return { ...result, columnTypes: /** @type {typeof result.columnTypes} */ (result.columnTypes.map(known)) };
  };
  // The adapter's own splits a script at every semicolon, and so through the middle of every function body.
  // Sent whole, PostgreSQL splits it, and takes all of it or nothing.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch((error) => Reflect.get(adapter, "onError").call(adapter, error));
  };
  return { pool, adapter };
}

/**
 * @param {string} connectionString
 */
export function engineAdapterFactory(connectionString) {
  /** @type {pg.Pool[]} */
  const pools = [];
  const openPool = async (/** @type {string} */ url) => {
    const { pool, adapter } = await open(url);
    pools.push(pool);
    return adapter;
  };
  return {
    provider: /** @type {const} */ ("postgres"),
    adapterName: "hedgerow-migrations",
    connect: () => openPool(connectionString),

    /** The adapter's own leads back to the database itself when it was given an address rather than its parts. */
    async connectToShadowDb() {
      const name = `hedgerow_shadow_${randomUUID()}`;
      const main = await openPool(connectionString);
      await main.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`);
      const url = new URL(connectionString);
      url.pathname = `/${name}`;
      const shadow = await openPool(url.href);
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await main.executeScript(`DROP DATABASE IF EXISTS "${name}"`);
      };
      return shadow;
    },

    /** Ends the connections, and with them the lock that keeps two migrations apart. */
    async close() {
      await Promise.all(pools.map((pool) => (pool.ended ? undefined : pool.end())));
    },
  };
}
