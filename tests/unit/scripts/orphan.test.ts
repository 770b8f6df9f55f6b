import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isServerOf, readPidFile, stopOrphan } from "../../../scripts/postgres/orphan.mjs";

describe("a PostgreSQL that an earlier start left behind", () => {
  let folder: string;
  const pidFile = () => path.join(folder, "postmaster.pid");
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "hedgerow-orphan-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is told by its own note", () => {
    expect(readPidFile(folder)).toBeNull();
    writeFileSync(pidFile(), "4711\n/data\n1790000000\n54329\n\n127.0.0.1\n  1  2\nready   \n");
    expect(readPidFile(folder)).toEqual({ pid: 4711, port: 54329, state: "ready" });
  });

  it("is not another program that got its number: that one is left alone, and the note removed", async () => {
    writeFileSync(pidFile(), `${process.pid}\n${folder}\n`);
    expect(isServerOf(process.pid, folder)).toBe(false);
    expect(await stopOrphan(folder)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
  });

  it("that is gone leaves nothing to do", async () => {
    expect(await stopOrphan(folder)).toBe(false);
  });
});
