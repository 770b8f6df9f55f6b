import type { ExportedAnnotation } from "../collection/collection";

/** Absolute addresses of what an annotation names. */
export type Addresses = {
  annotation(slug: string, id: string): string;
  revision(slug: string, number: number): string;
  framework(slug: string): string;
  /** what our own words begin with */
  vocabulary: string;
};

/**
 * The W3C's context, and the two words that it lacks: what a passage does to a framework, and who may see it.
 * https://www.w3.org/TR/annotation-vocab/
 */
export function contextOf({ vocabulary }: Addresses) {
  return [
    "http://www.w3.org/ns/anno.jsonld",
    {
      hedgerow: vocabulary,
      stance: { "@id": "hedgerow:stance", "@type": "@vocab" },
      supports: "hedgerow:supports",
      contests: "hedgerow:contests",
      visibleTo: { "@id": "hedgerow:visibleTo", "@type": "@vocab" },
      everyone: "hedgerow:everyone",
      onlyMe: "hedgerow:onlyMe",
    },
  ];
}

/**
 * An annotation in the W3C's Web Annotation Data Model: a body for each framework (what is being classified with, and the
 * stance), one for the note, and a target with the position and the quotation. Positions of the model count Unicode code
 * points (https://www.w3.org/TR/annotation-model/#text-position-selector), ours UTF-16 code units: counted anew here.
 */
export function toWebAnnotation(annotation: ExportedAnnotation, addresses: Addresses) {
  const { id, article, revision, passage, tags, note, audience, creator, createdAt, editedAt } = annotation;
  const start = codePoints(revision.text.slice(0, passage.start));
  return {
    id: addresses.annotation(article.slug, id),
    type: "Annotation",
    motivation: note === null ? ["classifying"] : ["classifying", "commenting"],
    creator: { type: "Person", name: creator },
    created: createdAt,
    ...(editedAt !== null && { modified: editedAt }),
    visibleTo: audience,
    body: [
      ...tags.map(({ stance, framework }) => ({
        type: "SpecificResource",
        purpose: "classifying",
        source: addresses.framework(framework.slug),
        stance,
      })),
      ...(note === null ? [] : [{ type: "TextualBody", purpose: "commenting", format: "text/plain", value: note }]),
    ],
    target: {
      type: "SpecificResource",
      source: addresses.revision(article.slug, revision.number),
      selector: [
        { type: "TextPositionSelector", start, end: start + codePoints(revision.text.slice(passage.start, passage.end)) },
        { type: "TextQuoteSelector", exact: passage.quote, prefix: passage.prefix, suffix: passage.suffix },
      ],
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
