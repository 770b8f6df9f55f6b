import type { Stance } from "@/lib/annotations/schema";

/** The line under a stance’s button: whole for supports, broken for contests. */
export function StanceLine({ stance }: { stance: Stance }) {
  return <i className={`stbtn__l stbtn__l--${stance === "supports" ? "s" : "c"}`} aria-hidden="true" />;
}
