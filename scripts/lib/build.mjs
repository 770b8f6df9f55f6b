// @ts-check
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { dataFolder, inModules, root } from "./paths.mjs";
import { withoutDownloads } from "./prepare.mjs";
import { runNode } from "./run.mjs";
import { hashOf, readStamp, removeStamp, writeStamp } from "./stamp.mjs";

/** Everything that ends up in the build. */
const sources = ["app", "components", "lib", "public", "prisma/schema.prisma", "package-lock.json", "tsconfig.json"];
/** Files at the root that Next takes by their names. */
const known = /^(next[.]config|postcss[.]config|proxy|middleware|instrumentation(-client)?)[.](js|mjs|cjs|ts|tsx)$/;
const stamp = path.join(root, ".next/hedgerow-build-hash");

function sourceHash() {
  const atRoot = readdirSync(root).filter((name) => known.test(name));
  const inlined = Object.entries(process.env).filter(([name]) => name.startsWith("NEXT_PUBLIC_"));
  return hashOf(root, [...sources, ...atRoot], inlined.map(([name, value]) => `${name}=${value}`).sort());
}

/**
 * Builds the pages for production unless the build that is there was made from the same sources.
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildWhenStale(env) {
  const hash = sourceHash();
  if (readStamp(stamp) === hash && existsSync(path.join(root, ".next/BUILD_ID"))) return "unchanged";
  removeStamp(stamp);
  await runNode([inModules("next/dist/bin/next"), "build"], {
    env: { ...env, ...withoutDownloads, NODE_ENV: "production" },
    log: path.join(dataFolder(), "build.log"),
    failure: ["The production build failed.", "The message above names the file. `npm run dev` shows the same while you mend it."],
  });
  writeStamp(stamp, hash);
  return "built";
}
