import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { demoArticle, signInAs, somebodyElse } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, readerReady, wordsOf } from "./support/selecting";

/** The mark under which most annotations lie. */
async function deepestMark(page: Page) {
  const at = await page.locator("mark.psg").evaluateAll((marks) => {
    const depth = (mark: Element) => mark.getAttribute("data-p")?.split(" ").length ?? 0;
    return marks.reduce((deepest, mark, index) => (depth(mark) > depth(marks[deepest] ?? mark) ? index : deepest), 0);
  });
  return page.locator("mark.psg").nth(at);
}

test("where several passages overlap, opening one shows all of them, each an arrow key away", async ({ page }) => {
  await page.goto(demoArticle.path);
  await readerReady(page);
  const mark = await deepestMark(page);
  const keys = ((await mark.getAttribute("data-p")) ?? "").split(" ");
  expect(keys.length).toBeGreaterThan(2);
  await mark.click();
  for (const key of keys) await expect(page.locator(`#note-${key}`)).toBeVisible();
  const open = page.locator("article.note.is-active");
  await expect(open).toHaveCount(1);
  await open.focus();
  const seen = new Set<string | null>();
  for (const _ of keys) {
    seen.add(await open.getAttribute("data-note-for"));
    await expect(page.getByRole("status").filter({ hasText: `of ${keys.length} at this place` })).toHaveCount(1);
    const before = await open.getAttribute("id");
    await page.keyboard.press("ArrowDown");
    await expect(open).not.toHaveAttribute("id", before ?? "");
    await expect(open).toBeFocused();
  }
  expect([...seen].sort()).toEqual([...keys].sort());
});

test("each mark leads to its notes and to no note that the reader may not see; notes lead back", async ({ page, browser }) => {
  const reason = `Mine alone ${randomUUID()}`;
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 10, await wordsOf(page, 10, 0, 3));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "bargain");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
  await composer(page).getByRole("combobox", { name: /see/i }).selectOption("onlyMe");
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  await expect(notesSaying(page, reason)).not.toContainText("Saving");

  const other = await somebodyElse(browser);
  await other.page.goto(demoArticle.path);
  await readerReady(other.page);
  for (const [reader, sees] of [
    [page, 1],
    [other.page, 0],
  ] as const) {
    await reader.reload();
    await readerReady(reader);
    const tree = await reader.evaluate(() => {
      const marks = [...document.querySelectorAll("mark.psg")];
      const details = (mark: Element) => mark.getAttribute("aria-details")?.split(" ") ?? [];
      const notes = [...document.querySelectorAll("article.note[data-note-for]")];
      return {
        marks: marks.length,
        dangling: marks.flatMap(details).filter((id) => document.getElementById(id)?.matches("article.note") !== true),
        unreached: notes.filter(({ id }) => !marks.some((mark) => details(mark).includes(id))).map(({ id }) => id),
        lost: notes.filter((note) => document.getElementById(note.getAttribute("data-mark") ?? "")?.matches("mark") !== true).length,
        unnamed: notes.filter((note) =>
          note
            .getAttribute("aria-labelledby")
            ?.split(" ")
            .some((id) => !document.getElementById(id)),
        ).length,
        stops: document.querySelectorAll('mark[tabindex="0"]').length,
        undescribed: marks.filter((mark) => mark.hasAttribute("data-first") && !mark.getAttribute("aria-description")).length,
      };
    });
    expect(tree).toMatchObject({ dangling: [], unreached: [], lost: 0, unnamed: 0, stops: 1, undescribed: 0 });
    expect(tree.marks).toBeGreaterThan(50);
    await expect(notesSaying(reader, reason)).toHaveCount(sees);
  }
  await other.context.close();
});

test("in forced colours the lanes stay, and what is open is seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(demoArticle.path);
  await readerReady(page);
  const mark = page.locator("mark.psg[data-first]").first();
  expect(await mark.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain("linear-gradient");
  await mark.click();
  await expect(page.locator("article.note.is-active")).toBeVisible();
});

test("for those who want no motion, notes are simply where they go", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(demoArticle.path);
  await readerReady(page);
  await page.locator("mark.psg[data-first]").first().click();
  const open = page.locator("article.note.is-active");
  await expect(open).toBeVisible();
  expect(await open.evaluate((element) => Number.parseFloat(getComputedStyle(element).transitionDuration))).toBe(0);
});

test.describe("where a browser has no custom highlights", () => {
  test("the open passage and the words that are being tagged are painted all the same", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, "Highlight"));
    await page.goto(demoArticle.path);
    await readerReady(page);
    await page.locator("mark.psg[data-first]").first().click();
    await expect(page.locator("mark[data-painted=open]").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("mark[data-painted=open]")).toHaveCount(0);
  });
});
