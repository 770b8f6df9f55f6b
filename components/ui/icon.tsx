import { type IconName, icons } from "./icons";

type Props = {
  name: IconName;
  /** small: 12 px, drawn a little heavier */
  isSmall?: boolean;
  className?: string;
};

/** A glyph beside words, which say the same; it is never read out. */
export function Icon({ name, isSmall = false, className }: Props) {
  const classes = ["ic", isSmall && "ic--s", className].filter(Boolean).join(" ");
  return (
    <svg className={classes} viewBox="0 0 16 16" aria-hidden="true">
      {icons[name]}
    </svg>
  );
}
