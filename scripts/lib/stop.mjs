// @ts-check
/** `npm start` passes Ctrl-C on to us although the terminal sent it already: only a later one is a second one. */
const secondSignalAfterMs = 800;

/**
 * @typedef {object} Stopping
 * @property {Promise<void>} requested
 * @property {() => boolean} wasRequested
 * @property {() => void} check throws when it was
 */

/**
 * Listens for whatever asks this process to stop: Ctrl-C, kill, a closed terminal, the end of the program that
 * started us with a channel.
 * @param {{ onFirst: () => void, onSecond: () => Promise<unknown> }} options
 * @returns {Stopping}
 */
export function listenForStop({ onFirst, onSecond }) {
  let firstAt = 0;
  /** @type {() => void} */
  let resolveRequested = () => {};
  /** @type {Promise<void>} */
  const requested = new Promise((resolve) => {
    resolveRequested = resolve;
  });
  const ask = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      onFirst();
      resolveRequested();
    } else if (Date.now() - firstAt > secondSignalAfterMs) onSecond().finally(() => process.exit(1));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, ask);
  if (process.channel) process.on("disconnect", ask);
  const wasRequested = () => firstAt > 0;
  return {
    requested,
    wasRequested,
    check() {
      if (wasRequested()) throw new Error("asked to stop");
    },
  };
}
