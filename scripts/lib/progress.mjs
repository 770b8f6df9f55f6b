// @ts-check
const patienceMs = 2_000;

/**
 * Does a step of the way and prints one line about it: "✓ dependencies   0.0 s (unchanged)".
 * While it lasts, a terminal shows the seconds; a log gets one line once it takes long.
 * @param {string} name
 * @param {() => Promise<string | undefined> | string | undefined} work returns a remark for the line
 */
export async function step(name, work) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const label = name.padEnd(14);
  const terminal = process.stdout.isTTY;
  const wipe = terminal ? "\r\x1b[K" : "";
  const ticking = terminal
    ? setInterval(() => process.stdout.write(`${wipe}… ${label} ${seconds()} s`), 200)
    : setTimeout(() => console.log(`… ${label}`), patienceMs);
  try {
    const remark = await work();
    process.stdout.write(`${wipe}✓ ${label} ${seconds()} s${remark ? ` (${remark})` : ""}\n`);
  } catch (error) {
    process.stdout.write(`${wipe}✗ ${label} ${seconds()} s\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Remarks of steps that had nothing to do. */
const nothingDone = ["unchanged", "up to date"];

/**
 * For commands whose output is their own: says on stderr, afterwards, only what was done.
 * @param {string} name
 * @param {() => Promise<string | undefined> | string | undefined} work
 */
export async function quietStep(name, work) {
  const patience = setTimeout(() => console.error(`… ${name}`), patienceMs);
  const remark = await Promise.resolve(work()).finally(() => clearTimeout(patience));
  if (remark && !nothingDone.includes(remark)) console.error(`✓ ${name} (${remark})`);
}
