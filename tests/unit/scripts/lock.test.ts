import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askHolder, holdLock, lockPath, takeLock } from "../../../scripts/lib/lock.mjs";

const holder = (pid: number, address: string | null = null) => ({ pid, address, databasePort: null });

describe("the lock of a data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "hedgerow-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is held by one, who tells the next one about itself as it is now", async () => {
    const self = holder(process.pid);
    const release = await holdLock(folder, self);
    self.address = "http://localhost:3000" as never;
    const second = await takeLock(folder, holder(1));
    expect(second.holder).toEqual(holder(process.pid, "http://localhost:3000"));
    await expect(holdLock(folder, holder(1))).rejects.toThrow(`at http://localhost:3000 (process ${process.pid})`);
    release();
    expect(await askHolder(folder)).toBeNull();
  });

  it("is free again when its holder was killed, although the socket's file is still there", async () => {
    const lock = new URL("../../../scripts/lib/lock.mjs", import.meta.url).href;
    const program = `import { takeLock } from ${JSON.stringify(lock)};
      await takeLock(${JSON.stringify(folder)}, { pid: process.pid, address: null, databasePort: null });
      console.log("held"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expect(await askHolder(folder)).toEqual(holder(child.pid ?? 0));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(lockPath(folder))).toBe(true);
    const release = await holdLock(folder, holder(process.pid));
    expect(await askHolder(folder)).toEqual(holder(process.pid));
    release();
  });

  it("goes to one of two that ask at the same moment", async () => {
    const both = await Promise.all([takeLock(folder, holder(101)), takeLock(folder, holder(102))]);
    const winners = both.filter((lock) => lock.holder === null);
    expect(winners).toHaveLength(1);
    for (const lock of both) if (lock.holder === null) lock.release();
  });

  it("is elsewhere for a folder whose path is too long for a socket", () => {
    expect(lockPath("/data")).toBe("/data/lock.sock");
    const deep = `/${"deep/".repeat(30)}data`;
    expect(path.dirname(lockPath(deep))).toBe(os.tmpdir());
    expect(lockPath(deep)).not.toBe(lockPath(`${deep}2`));
  });
});
