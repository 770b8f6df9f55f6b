import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSource } from "@/lib/articles/import/decode";
import { previewImport } from "@/lib/articles/import/preview";
import { checkSource } from "@/lib/articles/import/source";
import { firstInvalidByte } from "@/lib/articles/import/utf8";
import { articleDraftSchema, type FormatKind, type ImportPreview, type SourceFormat, safeHref } from "@/lib/articles/schema";
import { AppError } from "@/lib/errors";

/* Prose in several scripts. Words are made of letters only, so that no paragraph is a list, a credit or a heading by accident. */

const letters = (alphabet: string) =>
  fc
    .array(fc.constantFrom(...new Intl.Segmenter().segment(alphabet)), { minLength: 1, maxLength: 9 })
    .map((found) => found.map(({ segment }) => segment).join(""));

const spacedScripts = [
  letters("abcdefghijklmnopqrstuvwxyz"),
  letters("aàe\u0301o\u0308n\u0303çßøœzu\u0323\u0302"),
  letters("абвгдежзий\u0306клмнопрсту"),
  letters("ابتثجحخدذر"),
  letters("कखगघङचछजझञकि"),
  letters("가나다라마바사아자차카타파하"),
  fc.constantFrom("😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇯🇵"),
];
const unspacedScripts = [letters("日本同盟中国関係安全保障"), letters("ひらがなカタカナのはをが"), letters("𠮷野家𩸽")];

const sentence = (words: readonly string[], spaces: readonly string[]) =>
  words.map((word, index) => `${index === 0 ? "" : (spaces[index % spaces.length] ?? " ")}${word}`).join("");

const space = fc.constantFrom(" ", " ", " ", "\u00a0", "\u2009", " “", "” ", ", ", "; ", " — ", "\u202f");
const spacedParagraph = fc
  .tuple(fc.array(fc.oneof(...spacedScripts), { minLength: 25, maxLength: 60 }), fc.array(space, { minLength: 5, maxLength: 20 }))
  .map(([words, spaces]) => `Ω${sentence(words, spaces)}.`);
const unspacedParagraph = fc.array(fc.oneof(...unspacedScripts), { minLength: 20, maxLength: 60 }).map((words) => `${words.join("、")}。`);
const paragraph = fc.oneof(spacedParagraph, unspacedParagraph);
const paragraphs = fc.array(paragraph, { minLength: 3, maxLength: 12 });

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Everything of a draft that came from the body of a source, in order. */
const bodyOf = ({ draft }: ImportPreview) => [
  ...(draft.standfirst === undefined ? [] : [draft.standfirst]),
  ...draft.blocks.map((block) => block.text),
  ...(draft.biography === undefined ? [] : draft.biography.split("\n\n")),
];

describe("no character of the body is lost or changed", () => {
  it("in plain text", () => {
    fc.assert(
      fc.property(paragraphs, fc.constantFrom("\n", "\r\n", "\r"), fc.constantFrom("", "  ", "\t"), (body, end, indent) => {
        const text = ["On Harbours", ...body].map((line) => `${indent}${line}${indent}`).join(`${end}${indent}${end}`);
        const result = previewImport({ text, format: "text" });
        expect(bodyOf(result)).toEqual(body);
        expect(result.dropped).toEqual([]);
      }),
    );
  });

  it("in plain text that an editor wrapped", () => {
    const word = letters("abcdefghijklmnopqrstuvwxyz\u00a0éß").filter((text) => text.trim() === text);
    const wrappable = fc.array(word, { minLength: 40, maxLength: 90 }).map((words) => `Ω${words.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(wrappable, { minLength: 2, maxLength: 6 }), fc.integer({ min: 60, max: 100 }), (body, width) => {
        const wrap = (text: string) => {
          const lines = [""];
          for (const next of text.split(" ")) {
            const line = lines.at(-1) ?? "";
            if (line === "") lines[lines.length - 1] = next;
            else if (line.length + 1 + next.length <= width) lines[lines.length - 1] = `${line} ${next}`;
            else lines.push(next);
          }
          return lines.join("\n");
        };
        expect(bodyOf(previewImport({ text: ["On Harbours", ...body.map(wrap)].join("\n\n"), format: "text" }))).toEqual(body);
      }),
    );
  });

  it("in HTML, however it is laid out", () => {
    fc.assert(
      fc.property(paragraphs, fc.constantFrom("p", "div", "section", "blockquote", "pre", "center", "x-unknown><p"), (body, tag) => {
        const html = `<h1>On Harbours</h1>${body.map((text) => `<${tag}>${escapeHtml(text)}</${tag.split(">")[0]}>\n`).join("")}`;
        expect(bodyOf(previewImport({ text: html, format: "html" }))).toEqual(body);
      }),
    );
  });

  it("in Markdown", () => {
    fc.assert(
      fc.property(paragraphs, (body) => {
        const result = previewImport({ text: ["# On Harbours", ...body].join("\n\n"), format: "markdown" });
        expect(bodyOf(result)).toEqual(body);
      }),
    );
  });

  it("between the formats: the same blocks come out of all three", () => {
    fc.assert(
      fc.property(paragraphs, (body) => {
        const text = previewImport({ text: ["On Harbours", ...body].join("\n\n"), format: "text" }).draft;
        const markdown = previewImport({ text: ["# On Harbours", ...body].join("\n\n"), format: "markdown" }).draft;
        const html = previewImport({
          text: `<h1>On Harbours</h1>${body.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}`,
          format: "html",
        }).draft;
        expect(markdown).toEqual(text);
        expect(html).toEqual(text);
      }),
    );
  });
});

describe("formatting", () => {
  const tags: readonly (readonly [string, FormatKind])[] = [
    ["em", "emphasis"],
    ["b", "strong"],
    ["code", "code"],
    ["sup", "superscript"],
    ["sub", "subscript"],
    ["del", "strikethrough"],
  ];

  it("covers exactly the characters it was around, whatever is nested", () => {
    const run = fc.tuple(fc.oneof(...spacedScripts), fc.subarray([...tags]));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 20 }), (runs) => {
        const html = runs.map(
          ([word, kinds]) =>
            `${kinds.map(([tag]) => `<${tag}>`).join("")}${word}${[...kinds]
              .reverse()
              .map(([tag]) => `</${tag}>`)
              .join("")}`,
        );
        const { draft } = previewImport({ text: `<h1>T</h1><p>${html.join(" ")}</p>`, format: "html" });
        const block = draft.blocks[0];
        expect(block?.text).toBe(runs.map(([word]) => word).join(" "));
        let at = 0;
        for (const [word, kinds] of runs) {
          const inside =
            block?.formats.filter((format) => format.start <= at && format.end >= at + word.length).map((format) => format.kind) ?? [];
          expect(new Set(inside)).toEqual(new Set(kinds.map(([, kind]) => kind)));
          at += word.length + 1;
        }
      }),
    );
  });
});

/** The result of an import held to everything it promises, or null when it was refused as it should be. */
function attempt(text: string, format?: SourceFormat): ImportPreview | null {
  try {
    const result = previewImport(format === undefined ? { text } : { text, format });
    expect(articleDraftSchema.parse(result.draft)).toEqual(result.draft);
    for (const block of result.draft.blocks) {
      for (const format of block.formats) {
        expect(block.text.slice(format.start, format.end)).not.toBe("");
        expect(format.href === undefined || safeHref.safeParse(format.href).success).toBe(true);
      }
      expect(block.text).not.toMatch(/\n\s*\n/);
    }
    expect(result.dropped.every((part) => part.text.length <= 200 && part.why.length > 0)).toBe(true);
    const everything = JSON.stringify(result);
    expect(everything).not.toContain("\\u0000");
    // JSON.stringify writes a lone surrogate as an escape.
    expect(everything).not.toMatch(/\\ud[89a-f]/i);
    return result;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return null;
  }
}

describe("hostile HTML", () => {
  const words = fc.constantFrom("One two.", "three ", "\n", " &amp; ", "日本", "< ", "& ", "a < b", "\u00a0");
  const nasty = fc.constantFrom(
    "<script>EVIL()</script>",
    '<script src="EVIL">EVIL</script>',
    "<style>EVIL{}</style>",
    '<img src=x onerror="EVIL()" alt="EVIL">',
    "<svg onload=EVIL><script>EVIL</script><foreignObject><p>EVIL</p></foreignObject><title>EVIL</title></svg>",
    '<iframe srcdoc="<p>EVIL</p>">EVIL</iframe>',
    "<!-- EVIL --><!--[if IE]><p>EVIL</p><![endif]-->",
    "<?php EVIL ?>",
    "<noscript><p title='</noscript><img src=x onerror=EVIL>'></noscript>",
    "<template><p>EVIL</p></template>",
    "<textarea><p>EVIL</p></textarea>",
    "<object data=EVIL><embed src=EVIL>EVIL</object>",
    "<select><option>EVIL</option></select>",
    "<title><p>EVIL</p></title>",
    '<link rel=stylesheet href="EVIL"><base href="EVIL"><meta http-equiv=refresh content="EVIL">',
    "<p hidden>EVIL</p>",
    "<xmp><p>EVIL</p></xmp>",
    "<noembed>EVIL</noembed>",
    '<input value="EVIL"><button formaction="EVIL">EVIL</button>',
  );
  const attribute = fc.constantFrom(
    "",
    ' onclick="EVIL()"',
    " ONMOUSEOVER=EVIL",
    " style='background:url(EVIL)'",
    ' href="javascript:EVIL"',
    ' href=" java\nscript:EVIL"',
    ' href="data:text/html,EVIL"',
    ' href="https://safe.example/"',
    ' data-line="EVIL"',
    ' class="author comment"',
    ' id="comments"',
    ' start="EVIL" value="99999999999999999999"',
    ' "EVIL"=1',
    ' title="><EVIL>"',
  );
  const element = fc.constantFrom(
    ...[
      "p",
      "div",
      "a",
      "b",
      "em",
      "code",
      "h1",
      "h2",
      "blockquote",
      "ul",
      "ol",
      "li",
      "pre",
      "table",
      "tr",
      "td",
      "article",
      "main",
      "section",
    ],
    ...["header", "footer", "form", "font", "x-y", "math", "ruby", "dl", "dt", "figure", "time", "span", "sup", "article"],
  );
  const { page } = fc.letrec<{ page: string; node: string; whole: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 5 }, words, nasty, tie("whole")),
    whole: fc
      .tuple(element, attribute, fc.array(tie("node"), { maxLength: 5 }), fc.boolean())
      .map(([name, attributes, inside, isClosed]) => `<${name}${attributes}>${inside.join("")}${isClosed ? `</${name}>` : ""}`),
    page: fc.array(tie("node"), { minLength: 1, maxLength: 8 }).map((nodes) => nodes.join("")),
  }));

  it("never brings scripts, handlers, addresses or hidden text into a draft", () => {
    fc.assert(
      fc.property(page, (html) => {
        const result = attempt(`<h1>On Harbours</h1><p>Ships at sea.</p>${html}`, "html");
        expect(JSON.stringify(result?.draft ?? null)).not.toContain("EVIL");
      }),
      { numRuns: 500 },
    );
  });

  it("nor through Markdown", () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), (pieces) => {
        // Between blank lines: inside a paragraph, Markdown reads some broken tags as words, which is what their writer sees as well.
        const result = attempt(
          `# On Harbours\n\nShips at sea.\n\n<div>${pieces.map((piece) => piece.replaceAll("\n", " ")).join("")}</div>`,
          "markdown",
        );
        expect(JSON.stringify(result?.draft ?? null)).not.toContain("EVIL");
      }),
      { numRuns: 200 },
    );
  });
});

describe("any source", () => {
  const token = fc.constantFrom(
    ...[
      "<",
      ">",
      "</",
      "/>",
      "<p",
      "<p>",
      "</p>",
      "<div class='comments'>",
      "<li class=comment>",
      "<ol>",
      "<b class=fn>",
      "<a href='",
      "'",
      '"',
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "&",
      "&#x",
      "&#0;",
      "&#xd800;",
      "&lt;",
    ],
    ...["\n", "\n\n", "\r\n", "\r", "\t", "    ", "\u00a0", "\u3000", "\u2028", "\ufeff", "\u200b", "\u0001"],
    ...[
      "# ",
      "## ",
      "> ",
      "- ",
      "* ",
      "1. ",
      "  • ",
      "**",
      "_",
      "`",
      "```\n",
      "~~",
      "[",
      "](",
      ")",
      "![",
      "[^1]",
      "[^1]: ",
      "|",
      "|-|\n",
      "---\n",
      "===\n",
      "<script>",
    ],
    ...[
      "Comments\n\n",
      "By Jane Doe",
      "Jane Doe is a student.",
      "READ  More",
      "Advertisement",
      "October 16, 2013",
      "About the author",
      "Mira: ",
      "a-b-cDef ",
      "title: x\n",
    ],
    ...["word ", "Word. ", "日本語", "😀", "e\u0301", "ﷺ", "x".repeat(130)],
  );
  const soup = fc.array(token, { minLength: 1, maxLength: 60 }).map((tokens) => tokens.join(""));

  it.each(["text", "markdown", "html", undefined] as const)("as %s is imported or refused, never anything else", (format) => {
    fc.assert(
      fc.property(soup, (text) => void attempt(text, format)),
      { numRuns: 700 },
    );
  });

  it.each(["text", "markdown", "html"] as const)("of any characters as %s, too", (format) => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0xd800, max: 0xdfff }));
    const units = fc.array(unit, { maxLength: 80 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(fc.oneof(units, fc.string({ unit: "binary" })), (text) => void attempt(`Title\n\n${text}`, format)));
  });

  it("is the same when read twice", () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(attempt(text)).toEqual(attempt(text));
      }),
    );
  });
});

describe("bytes", () => {
  it("are UTF-8 exactly when the platform's decoder says so", () => {
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0x9f, 0xa0, 0xbf, 0x8f, 0x90),
    );
    const anything = fc.array(byte, { maxLength: 12 }).map((bytes) => Uint8Array.from(bytes));
    const mostlyText = fc
      .tuple(fc.string({ unit: "grapheme" }), anything)
      .map(([text, bytes]) => Uint8Array.from([...new TextEncoder().encode(text), ...bytes]));
    fc.assert(
      fc.property(fc.oneof(anything, mostlyText), (bytes) => {
        const offset = firstInvalidByte(bytes);
        const decodes = (part: Uint8Array) => {
          try {
            return new TextDecoder("utf-8", { fatal: true }).decode(part) !== undefined;
          } catch {
            return false;
          }
        };
        expect(offset === null).toBe(decodes(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it("of a text give the text, in every encoding that is read", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          paragraph,
          fc.string({ unit: "grapheme", minLength: 1 }).map((text) => `x${text}`),
        ),
        fc.constantFrom("utf-8", "le", "be"),
        (text, encoding) => {
          const utf16 = `\ufeff${text}`.split("").flatMap((unit) => {
            const code = unit.charCodeAt(0);
            return encoding === "le" ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff];
          });
          const bytes = encoding === "utf-8" ? new TextEncoder().encode(text) : Uint8Array.from(utf16);
          expect(decodeSource(bytes)).toBe(text);
        },
      ),
    );
  });

  it("are never a draft's undoing: a checked source has no NUL and no lone surrogate", () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), (codes) => {
        let source: string;
        try {
          source = checkSource(`x${String.fromCharCode(...codes)}`);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        expect(source).not.toContain("\0");
        expect(new TextDecoder().decode(new TextEncoder().encode(source))).toBe(source);
      }),
    );
  });
});
