/**
 * RFC 4180: every cell in quotes, quotes doubled, CRLF after each row. A cell that a spreadsheet would take for a formula
 * (it begins with = + - @, a tab or a carriage return; also in their full-width forms) gets an apostrophe before it, which
 * spreadsheets read as "this is text": what one reader wrote must not be run on another's machine.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => quoted(typeof cell === "string" ? inert(cell) : (cell?.toString() ?? ""))).join(",")}\r\n`;
}

/** Tells spreadsheets that the file is UTF-8: without it they guess, and the names of half the world are broken. */
export const CSV_MARK = "\ufeff";

function inert(text: string): string {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
