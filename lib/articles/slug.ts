const MAX_LENGTH = 80;

/** The title as a part of an address: letters and digits of any script in lower case, the rest as single hyphens; never empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const short = [...words].slice(0, MAX_LENGTH).join("").replace(/-$/, "");
  return short === "" ? "article" : short;
}

/** `slug`, or the first of slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
