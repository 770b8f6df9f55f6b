/** RFC 8187: the characters that its `attr-char` leaves out and `encodeURIComponent` does not. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The header that makes an answer a file to be saved (RFC 6266). A name of any script; browsers that do not know how it is written, and
 * names that no file may have, come down to ASCII.
 */
export function attachment(name: string): string {
  const safe = name.toWellFormed().replace(/[\p{Cc}"\\/:*?<>|]+/gu, "-");
  const ascii = safe.replace(/[^\x20-\x7e]+/g, "").replace(/%/g, "");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(safe)}`;
}
