// @ts-check
// Prisma's schema engine as WebAssembly: migrations without the engine binary that `prisma migrate`
// would download, so that a machine without the internet can still be installed.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { engineAdapterFactory } from "./engine-adapter.mjs";
import { inModules, root } from "./paths.mjs";

const schemaFile = path.join(root, "prisma/schema.prisma");
const migrationsFolder = path.join(root, "prisma/migrations");
/** Nothing in the database is looked after by anybody else. */
export const filters = { externalTables: [], externalEnums: [] };

let engines = 0;

/** The schema as the engine takes it. */
export async function readSchema() {
  return { files: [{ path: schemaFile, content: await readFile(schemaFile, "utf8") }] };
}

/** The folders of prisma/migrations in their order, as the engine takes them. */
export async function readMigrations(folder = migrationsFolder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/**
 * Lends the engine to some work, and closes its connections afterwards.
 * @template T
 * @param {string} connectionString
 * @param {(engine: any) => Promise<T>} work the engine's typings are at @prisma/schema-engine-wasm
 * @returns {Promise<T>}
 */
export async function withSchemaEngine(connectionString, work) {
  // A module of its own for each engine: a second one in the same instance panics.
  engines += 1;
  const glue = await import(`${inModules("@prisma/schema-engine-wasm/schema_engine_bg.js")}?engine=${engines}`);
  // The package's own entry imports a .wasm file, which Node does not do without a flag.
  const wasm = await readFile(inModules("@prisma/schema-engine-wasm/schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": withIdleTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start?.();
  // The engine's last words before it traps, which ends this process with nothing but "unreachable".
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });

  const factory = engineAdapterFactory(connectionString);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = (await readSchema()).files.map((file) => [file.path, file.content]);
  try {
    const engine = await glue.SchemaEngine.new({ datamodels }, () => {}, adapter);
    return await work(engine);
  } catch (error) {
    // An error of ours goes into the engine and comes back as its number only.
    const number = /External error id#(\d+)/.exec(/** @type {Error} */ (error).message)?.[1];
    throw number === undefined ? error : (adapter.errorRegistry.consumeError(Number(number))?.error ?? error);
  } finally {
    await factory.close();
  }
}

/**
 * The engine starts a time-out of ten seconds for its lock and never ends it; it shall not keep the program waiting.
 * @param {Record<string, any>} glue
 */
function withIdleTimers(glue) {
  const names = Object.keys(glue).filter((name) => name.startsWith("__wbg_setTimeout_"));
  const idle = (/** @type {() => void} */ callback, /** @type {number} */ delay) => setTimeout(callback, delay).unref();
  return { ...glue, ...Object.fromEntries(names.map((name) => [name, idle])) };
}
