// @ts-check
// A PostgreSQL for one run of the tests, in a temporary folder. A process of its own, so that both go away however
// the run ends: it stops when the channel to the program that started it closes.
import { startEmbedded } from "./embedded-postgres.mjs";
import { report } from "./lib/failure.mjs";
import { makeTemporaryFolder, removeFolder } from "./lib/temporary.mjs";

const folder = makeTemporaryFolder("db");
let stop = async () => removeFolder(folder);
let isWanted = true;

async function end() {
  isWanted = false;
  await stop();
  process.exit();
}

// The terminal's Ctrl-C comes here too; what it ends is the tests, and then us.
process.on("SIGINT", () => {});
process.on("SIGTERM", end);
process.on("disconnect", end);

try {
  const embedded = await startEmbedded({ dataFolder: folder, durable: false });
  stop = async () => {
    await embedded.stop();
    removeFolder(folder);
  };
  if (isWanted) process.send?.({ url: embedded.url });
  else await end();
} catch (error) {
  report(error);
  await end();
}
