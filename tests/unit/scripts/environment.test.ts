import { afterEach, describe, expect, it, vi } from "vitest";
import { choosePagesPort, ownDatabaseUrl, serverEnv } from "../../../scripts/lib/environment.mjs";
import { choosePort } from "../../../scripts/lib/ports.mjs";

const names = ["PORT", "DATABASE_URL", "HEDGEROW_ORIGIN", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "HEDGEROW_DEMO"];
const facts = { url: "postgresql://here", port: 3005, secret: "made" };

function settings(values: Record<string, string>) {
  for (const name of names) vi.stubEnv(name, values[name]);
}

describe("the server's environment", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("with the embedded database has the demo, the port's own address and the made secret", () => {
    settings({});
    expect(serverEnv({ ...facts, embedded: true })).toMatchObject({
      DATABASE_URL: "postgresql://here",
      HEDGEROW_ORIGIN: "http://localhost:3005",
      NEXTAUTH_URL: "http://localhost:3005",
      NEXTAUTH_SECRET: "made",
      HEDGEROW_DATABASE: "embedded",
      HEDGEROW_DEMO: "1",
    });
  });

  it("with somebody's own database has no demo unless they ask", () => {
    settings({});
    expect(serverEnv({ ...facts, embedded: false })).toMatchObject({ HEDGEROW_DATABASE: "external", HEDGEROW_DEMO: "0" });
    settings({ HEDGEROW_DEMO: "1" });
    expect(serverEnv({ ...facts, embedded: false })).toMatchObject({ HEDGEROW_DEMO: "1" });
  });

  it("takes what was set", () => {
    settings({ HEDGEROW_ORIGIN: "https://read.example", NEXTAUTH_SECRET: "theirs", HEDGEROW_DEMO: "0" });
    expect(serverEnv({ ...facts, embedded: true })).toMatchObject({
      HEDGEROW_ORIGIN: "https://read.example",
      NEXTAUTH_URL: "https://read.example",
      NEXTAUTH_SECRET: "theirs",
      HEDGEROW_DEMO: "0",
    });
  });

  it("counts an empty DATABASE_URL as none", () => {
    settings({ DATABASE_URL: "" });
    expect(ownDatabaseUrl()).toBeNull();
  });

  it.each(["0", "65536", "http", "3000.5"])("refuses %s for a port", async (port) => {
    settings({ PORT: port });
    await expect(choosePagesPort("127.0.0.1")).rejects.toThrow(`PORT is "${port}"`);
  });

  it("takes the port that was asked for, and no other", async () => {
    const port = await choosePort([]);
    settings({ PORT: String(port) });
    expect(await choosePagesPort("127.0.0.1")).toBe(port);
  });
});
