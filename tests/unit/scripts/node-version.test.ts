import { describe, expect, it } from "vitest";
import { checkNodeVersion, satisfies } from "../../../scripts/lib/node-version.mjs";

const range = "^20.19 || ^22.12 || >=24";

describe("the version of Node", () => {
  it.each([
    ["v18.20.8", false],
    ["v20.18.3", false],
    ["v20.19.0", true],
    ["v20.20.2", true],
    ["v21.7.0", false],
    ["v22.11.0", false],
    ["v22.12.0", true],
    ["v23.9.0", false],
    ["v24.0.0", true],
    ["v26.1.0", true],
  ])("%s is inside the range: %s", (version, inside) => {
    expect(satisfies(version, range)).toBe(inside);
  });

  it("outside the range is said in a sentence, with what to do", () => {
    expect(() => checkNodeVersion("v18.1.0")).toThrow(/needs Node .*20\.19.*; this is Node v18\.1\.0/);
    expect(() => checkNodeVersion()).not.toThrow();
  });

  it("refuses a range that it cannot read, rather than let everything pass", () => {
    expect(() => satisfies("v20.19.0", "~20")).toThrow(/cannot read/);
  });
});
