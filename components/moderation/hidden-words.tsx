import { paths } from "../shell/paths";

/** In place of words that a moderator hid, and above them for those who may read them still; why, is a click away. */
export function HiddenWords({ slug }: { slug: string }) {
  return (
    <a className="hidden-words" lang="en" href={paths.moderation(slug)}>
      Hidden by a moderator
    </a>
  );
}
