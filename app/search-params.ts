/** What Next gives a page as its query: a value, several of one name, or nothing. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first value of a name in the query, or undefined. */
export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Every value of a name in the query. */
export function all(value: string | string[] | undefined): string[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
