"use client";
import { useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { type Theme, themeCookie, themeNamed } from "./theme";

const A_YEAR = 365 * 24 * 60 * 60;
const following: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const words: Record<Theme, string> = { auto: "as the system", light: "light", dark: "dark" };

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `data-theme` on <html> is the one truth: the server sets it from the cookie, this button changes both. */
function currentTheme(): Theme {
  return themeNamed(document.documentElement.dataset.theme);
}

function choose(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${A_YEAR}; samesite=lax`;
  for (const listener of listeners) listener();
}

/** Goes round light, dark, and as the system has it. */
export function ThemeToggle() {
  const theme = useSyncExternalStore<Theme>(subscribe, currentTheme, () => "auto");
  const label = `Colours: ${words[theme]}. Change to ${words[following[theme]]}`;
  return (
    <Button isIcon aria-label={label} title={label} onClick={() => choose(following[theme])}>
      <Glyph theme={theme} />
    </Button>
  );
}

function Glyph({ theme }: { theme: Theme }) {
  if (theme === "light") return <Icon name="sun" />;
  if (theme === "dark") return <Icon name="moon" />;
  return (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.2" />
      <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4Z" fill="currentColor" />
    </svg>
  );
}
