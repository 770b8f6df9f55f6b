// @ts-check
import net from "node:net";

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export function answers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1_000 });
    const done = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", () => done(true));
    socket.once("timeout", () => done(false));
    socket.once("error", () => done(false));
  });
}

/**
 * Free, on the host and for whoever types "localhost". macOS lets one listen on 127.0.0.1 beside somebody
 * who listens on every address, and a browser tries ::1 first: so nobody may answer there either.
 * @param {number} port
 * @param {string} [host]
 */
export async function isFree(port, host = "127.0.0.1") {
  if (!(await canListen(port, host))) return false;
  const taken = await Promise.all([answers(port, "127.0.0.1"), answers(port, "::1")]);
  return !taken.includes(true);
}

/**
 * The first free port of the preferred ones, else any.
 * @param {number[]} preferred
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export async function choosePort(preferred, host = "127.0.0.1") {
  for (const port of preferred) if (await isFree(port, host)) return port;
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port: 0, host }, () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
