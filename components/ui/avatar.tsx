import { initialsOf } from "./initials";

type Props = {
  name: string;
  /** readers are round, authors are square */
  isAuthor?: boolean;
  /** the person who is looking */
  isViewer?: boolean;
  isLarge?: boolean;
};

/** A person's initials. Stands beside the name, or names its owner in a title. */
export function Avatar({ name, isAuthor = false, isViewer = false, isLarge = false }: Props) {
  const classes = ["av", isAuthor && "av--author", isViewer && "av--me", isLarge && "av--lg"].filter(Boolean).join(" ");
  return (
    <span className={classes} title={isAuthor ? `${name} (author)` : name} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
