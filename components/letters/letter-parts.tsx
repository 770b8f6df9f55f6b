import type { Part } from "@/lib/letters/letter-document";
import { RichBlocks } from "../markdown/rich-blocks";

/** One piece of the letter. A passage and the people’s words run in their own script’s direction. */
function LetterPart({ part }: { part: Part }) {
  switch (part.kind) {
    case "title":
      return (
        <h1 className="letter__t" dir="auto">
          {part.text}
        </h1>
      );
    case "heading":
      return part.level === 2 ? (
        <h2 dir="auto">{part.text}</h2>
      ) : (
        <h3 dir="auto" id={part.id === null ? undefined : `critique-${part.id}`}>
          {part.text}
        </h3>
      );
    case "line":
      return (
        <p className={`letter__${part.role}`} dir="auto">
          {part.text}
        </p>
      );
    case "paragraph":
      return <p>{part.text}</p>;
    case "quotation":
      return (
        <blockquote className="letter__q" lang={part.language} dir="auto">
          {part.text}
        </blockquote>
      );
    case "words":
      return (
        <div className={part.voice === "author" ? "letter__a" : "letter__c"}>
          <RichBlocks blocks={part.blocks} />
        </div>
      );
  }
}

/** A response letter, from its title to what is still open. */
export function LetterParts({ parts }: { parts: readonly Part[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a letter have no other name than their place, and are never moved
  return parts.map((part, index) => <LetterPart key={index} part={part} />);
}
