import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { ReadingView } from "@/components/reader/reading-view";
import { type Filter, noFilter } from "@/lib/annotations/filter";
import type { ReadingPage } from "@/lib/articles/reading";
import { plainBlocks } from "@/lib/markdown/text";
import type { ShownComment, ShownThread } from "@/lib/threads/thread";
import { annotation, blocksOf, readingPage } from "../../fixtures/reading";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh() {} }), unstable_isUnrecognizedActionError: () => false }));

const never = async () => ({ ok: false, code: "unavailable", message: "" }) as const;
const actions = {
  create: never,
  edit: never,
  remove: never,
  restore: never,
  putBack: never,
  talk: { reply: never, edit: never, remove: never, restore: never, raise: never, hide: never, unhide: never, take: never },
};
const now = new Date("2026-11-22T12:00:00Z");
const render = (page: ReadingPage, filter: Partial<Filter> = {}, isFilterOpen = false) =>
  renderToStaticMarkup(
    <ReadingView
      page={page}
      asked={{ filter: { ...noFilter, ...filter }, found: null }}
      isFilterOpen={isFilterOpen}
      returnTo="/articles/an-article"
      viewer={{ kind: "anonymous" }}
      actions={actions}
      now={now}
    />,
  );
const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
/** What the browser will count places in: the content of every text element. */
const textsOf = (html: string) =>
  [...html.matchAll(/<(p|span|blockquote) class="para__t"[^>]*>([\s\S]*?)<\/\1>(?=<\/h|<details|<\/div)/g)].map((match) =>
    textOf(match[2] ?? ""),
  );

const source = blocksOf(
  "# A heading & more",
  "Some <b>words</b> “quoted” & more words.",
  "> 引用 of another.",
  "- first item",
  "- second\nitem",
  "A last paragraph.",
);
const du: [string, "supports"][] = [["du", "supports"]];

describe("ReadingView", () => {
  const annotations = [
    annotation(source, "x1", "heading", [["ab", "contests"]]),
    annotation(source, "a1", "<b>words</b> “quoted”", du, { note: "Why <not>?" }),
    annotation(
      source,
      "a2",
      "words</b>",
      [
        ["ab", "contests"],
        ["re", "supports"],
      ],
      { isViewer: true, audience: "onlyMe", can: { edit: true, remove: true, moderate: false } },
    ),
    {
      ...annotation(source, "a3", "last", du),
      start: source.text.indexOf("more words"),
      end: source.text.indexOf("paragraph."),
      blockIndex: 1,
    },
  ];
  const page = readingPage(source, { annotations });
  page.revision.formats = [
    { kind: "emphasis", start: source.text.indexOf("Some"), end: source.text.indexOf("“quoted”") + 3 },
    { kind: "link", href: "https://a.example/", start: source.text.indexOf("quoted"), end: source.text.indexOf("more words") + 4 },
  ];
  const html = render(page);

  it("holds the text of every block exactly, whatever lies over it", () => {
    expect(textsOf(html)).toEqual(source.blocks.map(({ start, end }) => source.text.slice(start, end)));
  });

  it("marks a passage in every block it crosses, and gives it one beginning", () => {
    expect(html.match(/<mark[^>]*data-p="[^"]*3[^"]*"/g)?.length).toBeGreaterThanOrEqual(4);
    expect(html.match(/data-first="[^"]*3/g)).toHaveLength(1);
  });

  it("has one passage in the tab order, and leads from notes to marks and back", () => {
    expect(html.match(/<mark[^>]*tabindex="0"/g)).toHaveLength(1);
    expect(html).toContain('id="psg-1"');
    expect(html).toContain('href="#psg-1"');
    expect(html).toContain('aria-details="note-1 note-2"');
    expect(html).toContain('aria-description="Contests Abandonment fear 0 to 1"');
  });

  it("lets only those edit and delete who may", () => {
    expect(html).toContain('data-act="edit" data-annotation="2"');
    expect(html).toContain('data-act="remove" data-annotation="2"');
    expect(html).not.toContain('data-annotation="1"');
  });

  it("says who wrote a note, on which block, and who may see it", () => {
    expect(textOf(html)).toContain("You, privately");
    expect(textOf(html)).toContain("Mina Aalto Why <not>?");
    expect(html).toContain('data-note-for="0" data-mark="psg-0" data-block="0"');
  });

  it("makes one list of neighbouring items", () => {
    expect(html.match(/role="list"/g)).toHaveLength(1);
    expect(html.match(/role="listitem"/g)).toHaveLength(2);
  });
});

describe("ReadingView of an article that nobody has tagged", () => {
  it("says what will appear and what makes it", () => {
    expect(render(readingPage(source))).toContain("Select a passage to say which framework it supports or contests");
    expect(render(readingPage(source, { can: { annotate: false, revise: false } }))).toContain("Sign in");
  });
});

describe("imported comments", () => {
  const imported = (id: string, text: string, writer: Partial<ShownComment["writer"]>, answers: string[] = []): ShownThread => ({
    ...{ id: `t-${id}`, articleSlug: "an-article", subject: { kind: "article", id: "article" }, isImported: true },
    comments: [
      {
        ...{ id, parentId: null, depth: 0, under: 0, is: "shown", hidden: null, text, body: plainBlocks(text), answers, version: 1 },
        writer: {
          name: "unnamed commenter",
          isAuthor: false,
          isViewer: false,
          isExternal: true,
          wroteAs: null,
          addressedAs: null,
          ...writer,
        },
        ...{ createdAt: null, editedAt: null, critique: null, step: null },
        can: { reply: false, edit: false, remove: false, hide: false, restore: false, raise: false },
      },
    ],
    ...{ total: 1, nextId: null, critique: null, can: { reply: false, raise: false } },
  });
  const threads = [
    imported("k1", "One\ntwo", { name: "Justice1215" }),
    imported("k2", "…", { addressedAs: "Michiko" }),
    imported("k3", "Thanks.", { name: "Keiko Arima", isAuthor: true }, ["Michiko", "Justice1215"]),
  ];
  const text = textOf(render(readingPage(source, { threads })));

  it("keeps who said what, and whom the author answers", () => {
    expect(text).toContain("unnamed commenteraddressed as Michiko");
    expect(text).toContain("answers Michiko and Justice1215");
    expect(text).toContain("One");
    expect(text).toContain("two");
  });
});

describe("ReadingView with a filter", () => {
  const annotations = [
    annotation(source, "b1", "heading", du),
    annotation(source, "b2", "words</b>", [["re", "contests"]], { note: "Contested here." }),
    annotation(source, "b3", "last", du, { name: "陳郁婷" }),
  ];
  const page = readingPage(source, { annotations });

  it("shows the marks and notes that match alone, says how many of how many, and leads to each address without one of them", () => {
    const html = render(page, { stances: ["contests"], frameworks: ["re"] });
    expect(html.match(/<article class="note/g)).toHaveLength(1);
    expect(html).toContain("Contested here.");
    expect(html).toContain("1 of 3 annotations shown");
    expect(html).toContain('href="/articles/an-article?framework=re"');
    expect(html).toContain('href="/articles/an-article?stance=contests"');
    expect(textsOf(html)).toEqual(textsOf(render(page)));
  });

  it("has the filters as a form where there is no script", () => {
    const html = render(page, { stances: ["contests"] }, true);
    expect(html).toMatch(/<form[^>]*action="\/articles\/an-article"[^>]*method="get"/);
    expect(html).toMatch(/<input type="checkbox" name="stance" checked="" value="contests"\/>/);
    expect(html).toContain('name="by"');
    expect(render(page)).not.toContain("<form");
  });
});
