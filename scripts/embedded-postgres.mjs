// @ts-check
// The database for whoever brings none: a real PostgreSQL out of the npm packages, with its files in the data folder.
import { createHash } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "./lib/failure.mjs";
import { root } from "./lib/paths.mjs";
import { choosePort, isFree } from "./lib/ports.mjs";
import { openSettings, saveSettings } from "./lib/settings.mjs";
import { canEnter, closedParent, databaseAccount, makeOpenFolder } from "./postgres/account.mjs";
import { findBinaries, sharedFolder } from "./postgres/binaries.mjs";
import { changePassword, clusterExists, createCluster, databaseName } from "./postgres/cluster.mjs";
import { stopOrphan } from "./postgres/orphan.mjs";
import { runServer } from "./postgres/server.mjs";

/** Not PostgreSQL's 5432, which a server of the machine's own may use. */
const usualPort = 54329;
/** A port can be taken between the look and the start. */
const attempts = 3;

/**
 * @param {string} password
 * @param {number} port
 */
export const connectionString = (password, port) => `postgresql://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`;

/**
 * @typedef {object} Embedded
 * @property {string} url
 * @property {number} port
 * @property {string} remark what was done, for the progress line
 * @property {(options?: { force?: boolean }) => Promise<void>} stop
 */

/**
 * Starts the embedded PostgreSQL of a data folder, whose lock the caller holds.
 * @param {object} options
 * @param {string} options.dataFolder
 * @param {boolean} [options.durable] false for tests: faster, and lost in a power cut
 * @param {(message: string) => void} [options.onRestart]
 * @param {(failure: Failure) => void} [options.onGivingUp]
 * @returns {Promise<Embedded>}
 */
export async function startEmbedded({ dataFolder, durable = true, onRestart = () => {}, onGivingUp = () => {} }) {
  if (process.platform === "win32")
    throw new Failure(
      "The embedded PostgreSQL is not supported on Windows.",
      "Use the Windows Subsystem for Linux, or set DATABASE_URL to a PostgreSQL database.",
    );
  const settings = openSettings(dataFolder);
  const account = databaseAccount(path.join(dataFolder, "postgres"));
  const binaries = findBinaries(account);
  const folder = placeFor(dataFolder, account, settings.installation);
  const place = { folder, binaries, account };
  const remarks = [];

  if (!clusterExists(folder)) {
    createCluster(place, settings.databasePassword);
    remarks.push("made");
  } else {
    checkOwner(folder, account);
    if (await stopOrphan(folder)) remarks.push("stopped the one that an earlier start left behind");
    if (settings.passwordIsNew) changePassword(place, settings.databasePassword);
  }
  saveSettings(dataFolder, { passwordIsNew: undefined });
  if (!folder.startsWith(dataFolder)) remarks.push(`in ${folder}, because root's folder is closed to its account`);

  const logFile = path.join(dataFolder, "postgres.log");
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort([settings.databasePort ?? usualPort, usualPort]);
    try {
      const server = await runServer({ ...place, port, logFile, durable, onRestart, onGivingUp });
      saveSettings(dataFolder, { databasePort: port });
      return {
        url: connectionString(settings.databasePassword, port),
        port,
        remark: [`port ${port}`, ...remarks].join(", "),
        stop: server.stop,
      };
    } catch (error) {
      if (attempt === attempts || (await isFree(port))) throw error;
    }
  }
}

/**
 * The database's own folder. Its account must be able to enter it, which in root's home, or in a temporary folder
 * of root's, it is not: then the files go to the place that systems have for such data.
 * @param {string} dataFolder
 * @param {import("./postgres/account.mjs").Account} account
 * @param {string} installation
 */
function placeFor(dataFolder, account, installation) {
  // Only where another account has to enter; the secrets in settings.json have their own mode.
  if ("uid" in account) makeOpenFolder(dataFolder);
  else mkdirSync(dataFolder, { recursive: true });
  if (canEnter(dataFolder, account)) return path.join(dataFolder, "postgres");
  if (process.env.HEDGEROW_DATA)
    throw new Failure(
      `PostgreSQL does not run as root, and its account may not enter ${closedParent(dataFolder, account)}, where HEDGEROW_DATA leads.`,
      "Set HEDGEROW_DATA to a folder that everybody may enter, or start Hedgerow as an ordinary user.",
    );
  // Neither a copy of this folder nor a new clone in its place may meet the same database.
  const hash = createHash("sha256").update(`${dataFolder}\0${installation}`).digest("hex").slice(0, 12);
  const shared = path.join(sharedFolder, `${path.basename(root)}-${hash}`);
  makeOpenFolder(sharedFolder);
  makeOpenFolder(shared);
  return path.join(shared, "postgres");
}

/**
 * @param {string} folder
 * @param {import("./postgres/account.mjs").Account} account
 */
function checkOwner(folder, account) {
  const { uid } = statSync(folder);
  const wanted = "uid" in account ? account.uid : process.getuid?.();
  if (uid !== wanted)
    throw new Failure(
      `${folder} belongs to another account (${uid}) than the one PostgreSQL would run as (${wanted}).`,
      "Start Hedgerow as the user who started it before, or set HEDGEROW_DATA to another folder.",
    );
}
