// @ts-check
// npm start, npm run dev. First the version of Node, with means that an old one has too; everything else after.
import { report } from "./lib/failure.mjs";
import { checkNodeVersion } from "./lib/node-version.mjs";

try {
  checkNodeVersion();
  const { launch } = await import("./lib/launch.mjs");
  await launch(process.argv[2] === "dev" ? "dev" : "start");
} catch (error) {
  report(error);
  process.exit(1);
}
