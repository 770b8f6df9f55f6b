import type { ReactNode } from "react";
import type { Excerpt } from "@/lib/reviews/excerpt";

/** A passage (`children`) among what stands around it. */
export function ExcerptWords({ excerpt, language, children }: { excerpt: Excerpt; language: string; children: ReactNode }) {
  return (
    <p className="rev__x" lang={language} dir="auto">
      {excerpt.isCutBefore && "… "}
      {excerpt.before}
      {children}
      {excerpt.after}
      {excerpt.isCutAfter && " …"}
    </p>
  );
}
