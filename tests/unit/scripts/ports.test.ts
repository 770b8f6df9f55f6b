import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { choosePort, isFree } from "../../../scripts/lib/ports.mjs";

describe("a port", () => {
  const servers: net.Server[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  async function take(host: string): Promise<number> {
    const server = net.createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return address.port;
  }

  it.each(["127.0.0.1", "0.0.0.0"])("that somebody listens on at %s is not free", async (host) => {
    expect(await isFree(await take(host))).toBe(false);
  });

  it("is the first preferred one that is free", async () => {
    const taken = await take("127.0.0.1");
    const free = await choosePort([]);
    expect(await choosePort([taken, free])).toBe(free);
  });

  it("is any when none is preferred or all are taken", async () => {
    const taken = await take("127.0.0.1");
    const port = await choosePort([taken]);
    expect(port).not.toBe(taken);
    expect(await isFree(port)).toBe(true);
  });
});
