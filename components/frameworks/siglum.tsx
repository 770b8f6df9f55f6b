type Props = {
  framework: { sign: string; label: string; hue: number };
  size?: "small" | "medium" | "large";
  /** an outline instead of a fill */
  isLine?: boolean;
  /** its label stands beside it, so the sign need not be read out too */
  isNamed?: boolean;
};

const sizeClass = { small: "sig--sm", medium: null, large: "sig--lg" };

/** A framework's two letters on its hue. Wherever the hue is, the sign is: nobody has to tell colours apart. */
export function Siglum({ framework: { sign, label, hue }, size = "medium", isLine = false, isNamed = false }: Props) {
  const classes = ["sig", isLine && "sig--line", sizeClass[size]].filter(Boolean).join(" ");
  return (
    <abbr className={classes} style={{ "--c": `var(--fw-${hue})` }} title={label} aria-hidden={isNamed || undefined}>
      {sign}
    </abbr>
  );
}
