import { getLibraryPage } from "@/lib/articles/queries";
import { anonymous } from "@/lib/policy/viewer";

/** The fullest hedge among the newest articles that everybody may read, to stand along the foot of the sign-in pages. */
export async function signInHedge() {
  const { entries, frameworks } = await getLibraryPage(anonymous);
  const size = ({ tags }: (typeof entries)[number]) => tags.supports + tags.contests;
  const [first, ...others] = entries;
  if (!first) return null;
  return { profile: others.reduce((fullest, entry) => (size(entry) > size(fullest) ? entry : fullest), first).profile, frameworks };
}
