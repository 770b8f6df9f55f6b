// @ts-check
// For Playwright: a Hedgerow in production mode, on data of its own that is removed afterwards.
import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "./lib/paths.mjs";
import { makeTemporaryFolder, removeFolder } from "./lib/temporary.mjs";

const folder = makeTemporaryFolder("e2e");
const port = process.env.PORT || "3100";
// With a channel, so that the launcher stops in order also when this process is killed. What the person who runs
// the tests has set for their own Hedgerow has no say here.
const launcher = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), "start"], {
  stdio: ["ignore", "inherit", "inherit", "ipc"],
  env: { ...process.env, PORT: port, HEDGEROW_DATA: folder, DATABASE_URL: "", HEDGEROW_ORIGIN: "", NEXTAUTH_URL: "", HEDGEROW_DEMO: "1" },
});
const stop = () => launcher.kill("SIGTERM");
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, stop);
// Playwright that is killed cannot tell; then this process gets another parent.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 1_000).unref();

launcher.once("exit", (code) => {
  removeFolder(folder);
  process.exit(code ?? 1);
});
