import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf, listFiles, readStamp, removeStamp, writeStamp } from "../../../scripts/lib/stamp.mjs";

describe("a stamp", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "hedgerow-stamp-"));
    write("app/page.tsx", "page");
    write("app/deep/part.tsx", "part");
    write("package-lock.json", "{}");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, content: string) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  const hash = (extra?: string[]) => hashOf(folder, ["app", "package-lock.json", "not-there"], extra);

  it("covers every file of a folder, in an order of its own", () => {
    expect(listFiles(folder, ["package-lock.json", "app", "not-there"])).toEqual([
      "app/deep/part.tsx",
      "app/page.tsx",
      "package-lock.json",
    ]);
  });

  it.each<[string, () => void]>([
    ["a file's content", () => write("app/page.tsx", "other")],
    ["a new file", () => write("app/new.tsx", "")],
    ["a file that is gone", () => rmSync(path.join(folder, "app/page.tsx"))],
    [
      "bytes that moved to the next file",
      () => {
        write("app/deep/part.tsx", "par");
        write("app/page.tsx", "tpage");
      },
    ],
  ])("changes with %s", (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it("changes with what else the outcome depends on, and with nothing otherwise", () => {
    expect(hash(["7.10.1"])).not.toBe(hash(["7.10.2"]));
    expect(hash(["7.10.1"])).toBe(hash(["7.10.1"]));
  });

  it("is read back, and null when it is not there", () => {
    const file = path.join(folder, "made/here/stamp");
    expect(readStamp(file)).toBeNull();
    writeStamp(file, "abc");
    expect(readStamp(file)).toBe("abc");
    removeStamp(file);
    expect(readStamp(file)).toBeNull();
  });
});
