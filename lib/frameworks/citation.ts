import { z } from "zod";
import type { CitedWork } from "./framework";

const name = z.object({ family: z.string(), given: z.string().optional() });

/** The part of CSL-JSON that the taxonomy's references use. */
export const cslSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  issued: z.object({ "date-parts": z.array(z.array(z.number())) }).optional(),
  "container-title": z.string().optional(),
  volume: z.union([z.string(), z.number()]).optional(),
  issue: z.union([z.string(), z.number()]).optional(),
  page: z.string().optional(),
  publisher: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
});
export type CslItem = z.infer<typeof cslSchema>;

const initials = (given: string | undefined) =>
  given
    ? `, ${given
        .split(/[\s.]+/)
        .filter(Boolean)
        .map((part) =>
          part
            .split("-")
            .map((half) => `${half.charAt(0)}.`)
            .join("-"),
        )
        .join(" ")}`
    : "";
const people = (names: readonly z.infer<typeof name>[]) => {
  const shown = names.map((person) => `${person.family}${initials(person.given)}`);
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} & ${shown.at(-1)}`;
};

/** A work as an author–date reference, cut where its container (or its own title, if it stands alone) is set in italics. */
export function citeWork(id: string, item: CslItem): CitedWork {
  const year = item.issued?.["date-parts"][0]?.[0];
  const who = item.author ?? item.editor ?? [];
  const lead = `${people(who)}${item.author || !item.editor ? "" : " (eds)"} (${year ?? "n.d."}) `;
  const volume = item.volume === undefined ? "" : ` ${item.volume}${item.issue === undefined ? "" : `(${item.issue})`}`;
  const pages = item.page ? `, ${item.page.replace(/-/g, "–")}` : "";
  const publisher = item.publisher ? `, ${item.publisher}` : "";
  const url = item.DOI ? `https://doi.org/${item.DOI}` : (item.URL ?? null);
  const container = item["container-title"];
  if (!container) return { id, before: lead, container: item.title, after: `${publisher}.`, url };
  const within = item.type === "chapter" ? " in " : " ";
  const editors = item.type === "chapter" && item.editor && item.author ? `${people(item.editor)} (eds), ` : "";
  return { id, before: `${lead}“${item.title}”,${within}${editors}`, container, after: `${volume}${publisher}${pages}.`, url };
}
