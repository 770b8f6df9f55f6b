/**
 * Dates as the pages print them. Pure: the time zone and the present moment are arguments, so that the server and a test say
 * the same.
 */
const LOCALE = "en-GB";
const DEFAULT_TIME_ZONE = "UTC";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Months and years differ in length; a rounded age may. */
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

/** Largest unit first, each with the letters that margin notes and tables have room for. */
const ageUnits = [
  { length: YEAR, short: "y" },
  { length: MONTH, short: "mo" },
  { length: WEEK, short: "w" },
  { length: DAY, short: "d" },
  { length: HOUR, short: "h" },
  { length: MINUTE, short: "min" },
] as const;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** “9 November 2026” */
export function formatDate(date: string | Date, timeZone: string = DEFAULT_TIME_ZONE): string {
  return dateFormat(timeZone, { dateStyle: "long" }).format(new Date(date));
}

/** “9 November 2026 at 14:05 UTC”: what a shortened date stands for, in full */
export function formatDateTime(date: string | Date, timeZone: string = DEFAULT_TIME_ZONE): string {
  const options = { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return dateFormat(timeZone, options).format(new Date(date));
}

/**
 * How long ago, in the largest whole unit: “2 d ago”, “5 w ago”, “just now”. What lies ahead, as it can where two clocks
 * differ, is now.
 */
export function formatRelative(date: string | Date, now: Date): string {
  const age = formatAge(date, now);
  return age === null ? "just now" : `${age} ago`;
}

/** The same without “ago”, for a column of ages; null under a minute. */
export function formatAge(date: string | Date, now: Date): string | null {
  const age = now.getTime() - new Date(date).getTime();
  const unit = ageUnits.find(({ length }) => age >= length);
  return unit ? `${Math.floor(age / unit.length)} ${unit.short}` : null;
}

/** Making a format costs more than using it, and a page prints hundreds of dates. */
function dateFormat(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${options.dateStyle ?? "full"}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
  dateFormats.set(key, format);
  return format;
}
