/** Numbers and lists as the pages print them. Dates: components/ui/dates.ts, beside <Time>, which alone prints them. */
const LOCALE = "en-GB";

const numbers = new Intl.NumberFormat(LOCALE);
const rules = new Intl.PluralRules(LOCALE);
const lists = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** 1234 → “1,234” */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** plural(1, { one: "tag", other: "tags" }) → “1 tag” */
export function plural(count: number, words: { one: string; other: string }): string {
  return `${formatNumber(count)} ${rules.select(count) === "one" ? words.one : words.other}`;
}

/** [“A”, “B”, “C”] → “A, B and C” */
export function listFormat(items: Iterable<string>): string {
  return lists.format(items);
}
