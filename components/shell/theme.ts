export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Read by the server as well, so that the first paint is already in the right colours. */
export const themeCookie = "theme";

/** The theme that a cookie's value names; auto, the system's own choice, for anything else. */
export function themeNamed(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "auto";
}
