import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSettings, saveSettings } from "../../../scripts/lib/settings.mjs";

describe("the settings of a data folder", () => {
  let folder: string;
  const file = () => path.join(folder, "settings.json");
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "hedgerow-settings-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are secrets made at the first start, which nobody else may read, and kept", () => {
    const made = openSettings(folder);
    expect(made.authSecret.length).toBeGreaterThanOrEqual(32);
    expect(made.databasePassword).not.toBe(made.authSecret);
    expect(made.passwordIsNew).toBe(true);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(openSettings(folder)).toEqual(made);
  });

  it("keep the rest when one changes", () => {
    const { authSecret } = openSettings(folder);
    saveSettings(folder, { databasePort: 54330 });
    expect(openSettings(folder)).toMatchObject({ authSecret, databasePort: 54330 });
    expect(existsSync(`${file()}.new`)).toBe(false);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it("may be removed when they are broken, and the database is found again", () => {
    const { installation, authSecret } = openSettings(folder);
    rmSync(file());
    expect(openSettings(folder)).toMatchObject({ installation });
    expect(openSettings(folder).authSecret).not.toBe(authSecret);
  });

  it("that cannot be read are not overwritten", () => {
    writeFileSync(file(), "{ half");
    expect(() => openSettings(folder)).toThrow(/cannot be read/);
  });
});
