import { expect, it } from "vitest";
import { formatNumber, listFormat, plural } from "@/lib/format";

it("counts and lists", () => {
  expect(formatNumber(12_345)).toBe("12,345");
  expect(plural(1, { one: "tag", other: "tags" })).toBe("1 tag");
  expect(plural(0, { one: "tag", other: "tags" })).toBe("0 tags");
  expect(listFormat(["Michiko"])).toBe("Michiko");
  expect(listFormat(["A", "B", "C"])).toBe("A, B and C");
});
