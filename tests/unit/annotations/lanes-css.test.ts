import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MAX_ROWS } from "@/lib/annotations/lanes";

const read = (name: string) => readFileSync(`app/styles/${name}.css`, "utf8");
const [lanes, tiles, tokens] = [read("lanes"), read("tiles"), read("tokens")];
/** A custom property's value, with what it refers to put in its place. */
const resolved = (name: string): string => {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(tiles + tokens)?.[1];
  if (value === undefined) throw new Error(`there is no --${name}`);
  return value.replace(/var\(--([a-z0-9-]+)\)/g, (_, other: string) => resolved(other));
};

it("has a tile for every hue and form, the same as the custom property of that name", () => {
  for (let hue = 0; hue <= 12; hue++) {
    for (const form of ["s", "c", "m"]) {
      expect(lanes.replace(/\s+/g, "")).toContain(
        `.t${hue}${form}{background-image:${resolved(`fw-${hue}-${form}`)};}`.replace(/\s+/g, ""),
      );
    }
  }
});

it("has a place for every row, as far apart as the tokens say", () => {
  const [start, pitch, tile, width] = [
    resolved("lane-start"),
    Number.parseFloat(resolved("lane-pitch")),
    resolved("lane-tile"),
    resolved("lane-w"),
  ];
  for (let row = 0; row < MAX_ROWS; row++) {
    const place = row === 0 ? start : `calc(${start} + ${row * pitch}px)`;
    expect(lanes).toContain(`.r${row} {\n  background-position: 0 ${place};\n}`);
  }
  expect(lanes).toContain(`background-size: ${tile} ${width};`);
});
