import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MAX_ROWS } from "@/lib/annotations/lanes";

const styles = readFileSync("app/styles/lanes.css", "utf8");

it("draws every lane that a mark can have: each row, and each hue in each form", () => {
  const hues = Array.from({ length: 13 }, (_, hue) => hue);
  const missing = [
    ...hues.flatMap((hue) => ["s", "c", "m"].map((form) => `.t${hue}${form} {\n  --l: var(--fw-${hue}-${form});`)),
    ...Array.from({ length: MAX_ROWS }, (_, row) => row).flatMap((row) => [`.psg.r${row} {`, `.lane.r${row} {`]),
  ].filter((rule) => !styles.includes(rule));
  expect(missing).toEqual([]);
});
