import { describe, expect, it } from "vitest";
import { formatAge, formatDate, formatDateTime, formatRelative } from "@/components/ui/dates";

describe("formatRelative", () => {
  const now = new Date("2026-11-22T12:00:00Z");
  it.each([
    ["2026-11-22T11:59:30Z", "just now"],
    ["2026-11-22T12:00:10Z", "just now"],
    ["2026-11-22T11:58:00Z", "2 min ago"],
    ["2026-11-21T17:00:00Z", "19 h ago"],
    ["2026-11-20T11:00:00Z", "2 d ago"],
    ["2026-10-18T12:00:00Z", "1 mo ago"],
    ["2026-11-01T12:00:00Z", "3 w ago"],
    ["2013-10-01T00:00:00Z", "13 y ago"],
  ])("%s is %s", (date, text) => {
    expect(formatRelative(date, now)).toBe(text);
  });

  it("has no age for the last minute", () => {
    expect(formatAge(now, now)).toBeNull();
  });
});

it("writes dates as the house does, in the zone that is asked for", () => {
  expect(formatDate("2026-11-09T23:30:00Z")).toBe("9 November 2026");
  expect(formatDate("2026-11-09T23:30:00Z", "Asia/Taipei")).toBe("10 November 2026");
  expect(formatDateTime("2026-11-09T14:05:00Z")).toBe("9 November 2026 at 14:05 UTC");
});
