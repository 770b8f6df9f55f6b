/** What a person's Markdown becomes: allow-listed nodes and nothing else, so that rendering needs no sanitising. Plain data, fit for JSON. */
export type RichInline =
  | string
  | { kind: "emphasis" | "strong" | "strikethrough"; children: RichInline[] }
  | { kind: "code"; text: string }
  /** http, https or mailto */
  | { kind: "link"; href: string; children: RichInline[] }
  /** a person named in the comment, as they stand in it after the @ */
  | { kind: "mention"; name: string }
  | { kind: "break" };

export type RichBlock =
  | { kind: "paragraph"; children: RichInline[] }
  | { kind: "quotation"; children: RichBlock[] }
  | { kind: "list"; isOrdered: boolean /** of an ordered list */; start: number; items: RichBlock[][] }
  | { kind: "code"; text: string };
