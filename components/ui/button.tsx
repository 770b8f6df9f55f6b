import type { ComponentPropsWithRef } from "react";

type Look = {
  /** one primary a screen */
  variant?: "primary" | "plain" | "quiet" | "danger";
  size?: "sm" | "md" | "lg";
  /** holds an icon alone: give it an aria-label */
  isIcon?: boolean;
};

/** The classes of a button, for a link or a router's link that should look like one. */
export function buttonClass({ variant = "plain", size = "md", isIcon = false }: Look = {}, extra?: string): string {
  const classes = ["btn", variant !== "plain" && `btn--${variant}`, size !== "md" && `btn--${size}`, isIcon && "btn--icon", extra];
  return classes.filter(Boolean).join(" ");
}

/** A <button>, which does not submit unless it is told to. */
export function Button({ variant, size, isIcon, className, type = "button", ...props }: Look & ComponentPropsWithRef<"button">) {
  return <button type={type} className={buttonClass({ variant, size, isIcon }, className)} {...props} />;
}

/** A link that leads to an act, and so looks like a button. */
export function ButtonLink({ variant, size, isIcon, className, ...props }: Look & ComponentPropsWithRef<"a"> & { href: string }) {
  return <a className={buttonClass({ variant, size, isIcon }, className)} {...props} />;
}
