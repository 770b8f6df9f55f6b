/** Two line breaks end a quotation: what follows is one’s own. */
const BREAK = "\n\n";

/** The text with a passage after it as a Markdown quotation, “> … (¶ 7)”, and room beneath to go on. */
export function quoted(text: string, passage: string, paragraph: number | null): string {
  const source = paragraph === null ? "" : ` (¶\u00a0${paragraph})`;
  const lines = passage.trim().split(/\r\n?|\n/);
  const quotation = lines.map((line) => `> ${line}`.trimEnd()).join("\n") + source;
  const before = text.trimEnd();
  return `${before}${before === "" ? "" : BREAK}${quotation}${BREAK}`;
}
