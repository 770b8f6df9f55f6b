/** The path if it is one of ours, else the library: an address from outside must not lead outside. */
export function ownPath(path: string | undefined): string {
  if (path === undefined) return "/";
  try {
    const base = "https://hedgerow.invalid";
    const url = new URL(path, base);
    return url.origin === base && path.startsWith("/") ? `${url.pathname}${url.search}${url.hash}` : "/";
  } catch {
    return "/"; // not an address at all
  }
}
