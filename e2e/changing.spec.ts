import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { demoArticle, signInAs, somebodyElse } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, paragraph, readerReady, tabTo, wordsOf } from "./support/selecting";

test("a change is told, undone with Z, and kept in the history, where a former version is brought back", async ({ page, browser }) => {
  const reason = `Changing ${randomUUID()}`;
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 7, await wordsOf(page, 7, 1, 4));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "dual");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(`${reason} once`);
  await page.keyboard.press("Control+Enter");
  const note = notesSaying(page, reason);
  await expect(note).toContainText("once");
  await expect(note).not.toContainText(/Saving/);
  const permalink = (await note.locator("a", { hasText: "Link to this note" }).getAttribute("href")) ?? "";
  const id = permalink.split("/").at(-1);

  await page.goto(`${demoArticle.path}#note-${id}`);
  await readerReady(page);
  await note.getByRole("button", { name: "Edit" }).click();
  await composer(page)
    .getByRole("button", { name: /Dual hedge.*Switch/ })
    .click();
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(`${reason} twice`);
  await page.keyboard.press("Control+Enter");
  await expect(note).toContainText("twice");
  await expect(page.getByText(/^Saved: contests Dual hedge/)).toBeVisible();
  await page.keyboard.press("z");
  await expect(note).toContainText("once");
  await expect(note).toContainText("supports");
  await expect(page.getByText("Change undone")).toBeVisible();

  await page.goto(`${demoArticle.path}#note-${id}`);
  await readerReady(page);
  await note.getByRole("link", { name: "edited" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("History of your annotation");
  const versions = page.locator(".hist__v");
  await expect(versions).toHaveCount(3);
  await expect(versions.nth(1)).toContainText("turned");
  await expect(versions.nth(1).locator("ins")).toContainText("twice");
  await expect(versions.nth(1).locator("del")).toContainText("once");
  await page.getByRole("button", { name: "Bring version 2 back" }).click();
  await expect(versions).toHaveCount(4);

  const other = await somebodyElse(browser);
  await other.page.goto(`${permalink}/history`);
  await expect(other.page.locator(".hist__v")).toHaveCount(4);
  await expect(other.page.getByRole("button", { name: /Bring version/ })).toHaveCount(0);
  await other.context.close();
});

/** Tags words of a paragraph; gives back the note's words. */
async function tagged(page: Page, number: number, words: string): Promise<void> {
  await dragOver(page, number, await wordsOf(page, number, 0, 2));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "dual");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(notesSaying(page, words)).toHaveCount(1);
  await expect(notesSaying(page, words)).not.toContainText(/Saving/);
}

test("many are changed at once, by keyboard alone, undone as one, and taken out", async ({ page }) => {
  const reason = `Many ${randomUUID()}`;
  await signInAs(page, "an admin", demoArticle.path);
  await readerReady(page);
  for (const [index, number] of [9, 10, 11].entries()) await tagged(page, number, `${reason} ${index}`);

  await page.goto(`/annotations?q=${encodeURIComponent(reason)}`);
  const rows = page.locator("[data-row]");
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("checkbox", { name: "Select all shown" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows.nth(0).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("Space");
  await expect(page.getByText("2 selected")).toBeVisible();

  const kind = page.getByRole("combobox", { name: "What to change" });
  await kind.focus();
  await page.keyboard.type("Replace");
  await expect(kind).toHaveValue("replaceFramework");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Du");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Re");
  await tabTo(page, page.getByRole("button", { name: "Change", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 annotations changed")).toBeVisible();
  await expect(rows.filter({ hasText: "Realignment" })).toHaveCount(2);
  await expect(rows.filter({ hasText: "Dual hedge" })).toHaveCount(1);

  await tabTo(page, rows.nth(0).getByRole("checkbox"));
  await page.keyboard.press("z");
  await expect(rows.filter({ hasText: "Dual hedge" })).toHaveCount(3);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const file = await (await download).createReadStream();
  let csv = "";
  for await (const part of file) csv += part;
  expect(csv.split("\r\n").filter((row) => row.includes(reason))).toHaveLength(2);

  // Another window has changed one of them meanwhile: nothing is done, and it is said.
  const other = await page.context().newPage();
  await other.goto(`/annotations?q=${encodeURIComponent(reason)}`);
  await other.getByRole("checkbox", { name: "Select all shown" }).check();
  await other.getByRole("combobox", { name: "What to change" }).selectOption("audience");
  await other.getByRole("button", { name: "Change", exact: true }).click();
  await expect(other.getByText("3 annotations changed")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(/2 annotations were changed elsewhere/)).toBeVisible();
  await page.reload();
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("checkbox", { name: "Select all shown" })).toBeVisible();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);
});

test("without script the same form changes many, tells what was done, and undoes it", async ({ page, browser }) => {
  await signInAs(page, "the article’s author", "/annotations");
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const without = await plain.newPage();
  await without.goto("/annotations");
  const rows = without.locator("[data-row]");
  const privates = rows.filter({ hasText: "Only me" });
  const before = await privates.count();
  await rows.filter({ hasNotText: "Only me" }).first().getByRole("checkbox").check();
  await without.getByRole("combobox", { name: "What to change" }).selectOption("audience");
  await without.getByRole("button", { name: "Change", exact: true }).click();
  await expect(without.getByText("1 annotation changed")).toBeVisible();
  await expect(privates).toHaveCount(before + 1);
  await without.getByRole("button", { name: "Undo" }).click();
  await expect(privates).toHaveCount(before);
  await plain.close();
});

test("three keys: from selected words to a stored annotation with a framework that was used lately", async ({ page }) => {
  await signInAs(page, "a curator", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 12, await wordsOf(page, 12, 0, 2));
  await page.keyboard.press("s");
  await expect(page.getByRole("combobox", { name: "Framework" })).toBeFocused();
  const first = page.getByRole("group", { name: "Used lately" }).getByRole("option").first();
  await expect(first).toHaveAttribute("aria-keyshortcuts", "1");
  const label = (await first.locator("b").textContent()) ?? "";
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(composer(page)).toHaveCount(0);
  await expect(page.getByText(`Saved: supports ${label}`)).toBeVisible();
  // undone, it is gone
  await page.keyboard.press("z");
  await expect(page.getByText("Annotation deleted")).toBeVisible();

  // Enter alone takes the one that was used last; with single keys off the composer's own keys work all the same.
  await page.getByRole("button", { name: "Keys in the article" }).click();
  await page.getByRole("checkbox", { name: /Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await dragOver(page, 13, await wordsOf(page, 13, 0, 2));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Contests/ })
    .click();
  await expect(page.getByRole("combobox", { name: "Framework" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Saved: contests ${label}`)).toBeVisible();
});

test("a selection that cuts words takes them whole, until that is switched off", async ({ page }) => {
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  const quote = await wordsOf(page, 14, 1, 3);
  const cut = quote.slice(1, -1);
  const tagCut = async () => {
    await dragOver(page, 14, cut);
    await page
      .getByRole("group", { name: "Tag the selected passage" })
      .getByRole("button", { name: /Supports/ })
      .click();
    await expect(page.getByRole("combobox", { name: "Framework" })).toBeFocused();
    const words = await page.evaluate(() => [...(CSS.highlights.get("hedgerow-selection") ?? [])].map(String).join(""));
    await page.keyboard.press("Escape");
    return words;
  };
  expect(await tagCut()).toBe(quote.replace(/[.,;:]$/, ""));
  await page.getByRole("button", { name: "Keys in the article" }).click();
  await page.getByRole("checkbox", { name: "Snap to whole words" }).uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await readerReady(page);
  expect(await tagCut()).toBe(cut);
});

test("by keyboard the paragraph narrows to its sentence and its word, and what is selected is said", async ({ page }) => {
  await page.goto(demoArticle.path);
  await readerReady(page);
  const said = page.locator("[data-reader-layer] > p[role=status]");
  for (let block = 0; block < 2; block++) await page.keyboard.press("]");
  await page.keyboard.press("t");
  await expect(page.getByRole("application", { name: "Selecting words" })).toBeFocused();
  await expect(said).toContainText("Paragraph. Selected");
  const text = (await paragraph(page, 1).textContent()) ?? "";
  await page.keyboard.press("t");
  await expect(said).toContainText(/^Sentence\. Selected/);
  await page.keyboard.press("t");
  const [first = "", second = ""] = [...text.matchAll(/[\p{L}\p{N}’]+/gu)].map(([word]) => word);
  await expect(said).toHaveText(`Word. Selected: ${first}`);
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText(`Selected: ${second}`);
  await page.keyboard.press("Shift+T");
  await expect(said).toContainText(/^Sentence\. Selected/);
});
