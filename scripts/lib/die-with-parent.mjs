// @ts-check
// Preloaded (--import) into every Node program the launcher starts. The launcher holds the other end of file
// descriptor 3: it closes when the launcher ends, even by kill -9, which no signal handler over there could see.
// Not Node's own message channel, because Next's build uses that one for its workers.
import net from "node:net";
import { isMainThread } from "node:worker_threads";

const at = process.execArgv.findIndex((argument) => argument.endsWith("/die-with-parent.mjs"));
// Programs that this one forks get its arguments, and their descriptor 3 is something else.
if (at > 0) process.execArgv.splice(at - 1, 2);

if (isMainThread) {
  const launcher = new net.Socket({ fd: 3 });
  launcher.on("error", () => {}).on("close", () => process.exit(1));
  launcher.resume().unref();
}
