import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { RichBlock, RichInline } from "../markdown/rich";
import { plainTextOf } from "../markdown/text";
import { runsRightToLeft } from "./direction";
import type { Part } from "./letter-document";

/** Twentieths of a point: a third of an inch. */
const INDENT = 480;

/** What XML 1.0 cannot hold, even written as a number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xmlText = (text: string) => text.toWellFormed().replace(NOT_XML, "");

/** Where a paragraph stands: how far in, with what before its first line, and how its words are set. */
type Setting = { indent: number; lead: string | null; run: IRunOptions; options: IParagraphOptions };
const plain: Setting = { indent: 0, lead: null, run: {}, options: {} };

function paragraph(children: ParagraphChild[], setting: Setting, isRightToLeft: boolean): Paragraph {
  const hanging = setting.lead === null ? {} : { hanging: INDENT / 2 };
  const lead = setting.lead === null ? [] : [new TextRun({ text: `${setting.lead}\t` })];
  return new Paragraph({
    indent: { start: setting.indent * INDENT, ...hanging },
    bidirectional: isRightToLeft,
    ...setting.options,
    children: [...lead, ...children],
  });
}

/** A text of one paragraph. */
function textParagraph(text: string, setting: Setting = plain): Paragraph {
  const rightToLeft = runsRightToLeft(text);
  return paragraph([new TextRun({ ...setting.run, text: xmlText(text), rightToLeft })], setting, rightToLeft);
}

const runs = (inlines: readonly RichInline[], style: IRunOptions) => inlines.flatMap((inline) => runsOf(inline, style));

function runsOf(inline: RichInline, style: IRunOptions): ParagraphChild[] {
  if (typeof inline === "string") return [new TextRun({ ...style, text: xmlText(inline) })];
  switch (inline.kind) {
    case "break":
      return [new TextRun({ ...style, break: 1 })];
    case "code":
      return [new TextRun({ ...style, font: "Courier New", text: xmlText(inline.text) })];
    case "mention":
      return [new TextRun({ ...style, text: xmlText(`@${inline.name}`) })];
    case "link":
      return [new ExternalHyperlink({ link: inline.href, children: runs(inline.children, { ...style, style: "Hyperlink" }) })];
    case "emphasis":
      return runs(inline.children, { ...style, italics: true });
    case "strong":
      return runs(inline.children, { ...style, bold: true });
    case "strikethrough":
      return runs(inline.children, { ...style, strike: true });
  }
}

/** A line for each line of a code block: Word knows no line ends within a text. */
function codeLines(text: string, setting: Setting): Paragraph {
  const lines = text.split("\n").map((line, index) => {
    const isFirst = index === 0;
    return new TextRun({ ...setting.run, font: "Courier New", text: xmlText(line), ...(isFirst ? {} : { break: 1 }) });
  });
  return paragraph(lines, setting, false);
}

/** The number or bullet of a list’s item stands before its first block alone. */
const blockParagraphs = (blocks: readonly RichBlock[], setting: Setting) =>
  blocks.flatMap((block, index) => paragraphsOf(block, index === 0 ? setting : { ...setting, lead: null }));

function paragraphsOf(block: RichBlock, here: Setting): Paragraph[] {
  switch (block.kind) {
    case "paragraph": {
      const rightToLeft = runsRightToLeft(plainTextOf([block]));
      return [paragraph(runs(block.children, { ...here.run, rightToLeft }), here, rightToLeft)];
    }
    case "code":
      return [codeLines(block.text, here)];
    case "quotation":
      return blockParagraphs(block.children, { ...here, indent: here.indent + 1 });
    case "list":
      return block.items.flatMap((item, place) =>
        blockParagraphs(item.length > 0 ? item : [{ kind: "paragraph", children: [] }], {
          ...here,
          indent: here.indent + 1,
          lead: block.isOrdered ? `${block.start + place}.` : "•",
        }),
      );
  }
}

const rule = { color: "868F85", size: 6, style: BorderStyle.SINGLE, space: 8 } as const;

function partParagraphs(part: Part): Paragraph[] {
  switch (part.kind) {
    case "title":
      return [textParagraph(part.text, { ...plain, options: { heading: HeadingLevel.TITLE } })];
    case "heading": {
      const heading = part.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [textParagraph(part.text, { ...plain, options: { heading, keepNext: true } })];
    }
    case "line":
      return [textParagraph(part.text, { ...plain, run: { bold: part.role === "label" }, options: { keepNext: part.role === "label" } })];
    case "paragraph":
      return [textParagraph(part.text)];
    case "quotation":
      return part.text
        .split(/\s*\n\s*/u)
        .filter((line) => line !== "")
        .map((line) => textParagraph(line, { ...plain, indent: 1, run: { italics: true }, options: { border: { left: rule } } }));
    case "words":
      return blockParagraphs(part.blocks, part.voice === "critic" ? { ...plain, indent: 1 } : plain);
  }
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: "000000" },
  paragraph: { spacing: { before, after: 80 } },
});

/**
 * The letter as a Word document (Office Open XML): real headings, links and lists, page numbers, each paragraph in its script’s direction.
 * @param about what the file says of itself
 */
export async function docxOf(
  parts: readonly Part[],
  about: { title: string; authors: readonly string[] },
): Promise<Uint8Array<ArrayBuffer>> {
  const authors = xmlText(about.authors.join(", "));
  const pageNumber = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const document = new Document({
    title: xmlText(about.title),
    creator: authors,
    lastModifiedBy: authors,
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: 22 }, paragraph: { spacing: { after: 120, line: 276 } } },
        title: { run: { size: 32, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: heading(26, 320),
        heading2: heading(23, 240),
      },
    },
    sections: [{ footers: { default: new Footer({ children: [pageNumber] }) }, children: parts.flatMap(partParagraphs) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
