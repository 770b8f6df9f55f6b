import { expect, it } from "vitest";
import { initialsOf } from "@/components/ui/initials";

it.each([
  ["Mina Aalto", "MA"],
  ["Plato", "P"],
  ["élodie van der Berg", "ÉB"],
  ["陳郁婷", "陳"],
  ["陳郁婷 Chen Yu-ting", "陳"],
  ["김민수", "김"],
  ["👩🏽‍🔬 Ada", "👩🏽‍🔬A"],
  ["  spaced   out  ", "SO"],
  ["", ""],
])("%s → %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
