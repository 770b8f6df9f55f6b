import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { themeCookie, themeNamed } from "@/components/shell/theme";
import "./styles/globals.css";

export const metadata: Metadata = {
  title: { default: "Hedgerow", template: "%s · Hedgerow" },
  description: "Read closely, in company: mark what a passage supports and what it contests.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfdfb" },
    { media: "(prefers-color-scheme: dark)", color: "#161b18" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeNamed((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en-GB" data-theme={theme === "auto" ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
