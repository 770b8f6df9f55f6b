import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { demoArticle, signInAs, somebodyElse } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, paragraph, readerReady, tabTo, wordsOf } from "./support/selecting";

test("with the mouse: select, support one framework and contest another, say why; others see it after a reload", async ({
  page,
  browser,
}) => {
  const reason = `By mouse ${randomUUID()}`;
  const other = await somebodyElse(browser);
  await other.page.goto(demoArticle.path);
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  const quote = await wordsOf(page, 2, 1, 5);
  await dragOver(page, 2, quote);
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "dual");
  await composer(page).locator("label", { hasText: "Contest" }).click();
  await chooseFramework(page, "realign");
  await expect(composer(page).getByRole("list", { name: "Chosen frameworks" }).getByRole("listitem")).toHaveCount(2);

  // The same framework again, with the other stance, is refused with words.
  await chooseFramework(page, "dual");
  await expect(composer(page).getByRole("list", { name: "Chosen frameworks" }).getByRole("listitem")).toHaveCount(2);
  await expect(
    composer(page)
      .getByText(/already/i)
      .first(),
  ).toBeVisible();

  await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  await expect(composer(page)).toHaveCount(0);
  const note = notesSaying(page, reason);
  await expect(note).toHaveCount(1);
  await expect(note.locator(".note__h", { hasText: "Dual hedge" })).toContainText("supports");
  await expect(note.locator(".note__h", { hasText: "Realignment" })).toContainText("contests");
  const id = await note.getAttribute("data-note-for");
  expect((await page.locator(`mark[data-p~="${id}"]`).allTextContents()).join("")).toBe(quote);

  await expect(notesSaying(other.page, reason)).toHaveCount(0);
  await other.page.reload();
  await expect(notesSaying(other.page, reason)).toHaveCount(1);
  await expect(notesSaying(other.page, reason).getByRole("button", { name: "Delete" })).toHaveCount(0);
  await other.context.close();
});

test("by keyboard alone: from the address bar to a stored annotation, then edited, deleted, and brought back", async ({ page }) => {
  const reason = `By keyboard ${randomUUID()}`;
  await signInAs(page, "a curator", demoArticle.path);
  await readerReady(page);
  await page.keyboard.press("]");
  // the paragraph, its sentence, its word, the next word
  for (let scope = 0; scope < 3; scope++) await page.keyboard.press("t");
  await page.keyboard.press("ArrowRight");
  for (let word = 0; word < 3; word++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("c");
  const field = page.getByRole("combobox", { name: "Framework" });
  await expect(field).toBeFocused();
  await page.keyboard.type("equid");
  await page.keyboard.press("Enter");
  // a line for the chosen framework makes the composer taller: what saves it stays in the window
  await expect(composer(page).getByRole("button", { name: /Tag passage/ })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  await tabTo(page, composer(page).getByRole("textbox", { name: /Note/ }));
  await page.keyboard.type(reason);
  await page.keyboard.press("Control+Enter");
  await expect(composer(page)).toHaveCount(0);
  const note = notesSaying(page, reason);
  await expect(note).toHaveCount(1);
  await expect(note).toContainText("contests");

  // Focus is on the new passage: Enter opens its note, its buttons follow.
  await expect(page.locator("mark.psg:focus")).toHaveCount(1);
  await expect(async () => {
    if (!(await note.evaluate((element) => element.classList.contains("is-active")))) await page.keyboard.press("Enter");
    await expect(note).toHaveClass(/is-active/, { timeout: 500 });
  }).toPass();
  await expect(note).not.toContainText("Saving");
  await tabTo(page, note.getByRole("button", { name: "Edit" }));
  await page.keyboard.press("Enter");
  await expect(composer(page).getByRole("textbox", { name: /Note/ })).toHaveValue(reason);
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(`${reason}, mended`);
  await page.keyboard.press("Control+Enter");
  await expect(composer(page)).toHaveCount(0);
  await expect(notesSaying(page, `${reason}, mended`)).toHaveCount(1);

  const mended = notesSaying(page, `${reason}, mended`);
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(mended).toHaveClass(/is-active/, { timeout: 500 });
  }).toPass();
  await expect(mended).not.toContainText("Saving");
  await tabTo(page, mended.getByRole("button", { name: "Delete" }));
  await page.keyboard.press("Enter");
  await expect(mended).toHaveCount(0);
  await expect(page.getByText(/Annotation deleted/)).toBeVisible();
  await page.keyboard.press("z");
  await expect(mended).toHaveCount(1);
  await expect(page.getByText("Annotation brought back")).toBeVisible();
  await page.reload();
  await expect(mended).toHaveCount(1);
});

test("a save that fails on the network keeps what was typed and offers to try again", async ({ page, context }) => {
  const reason = `Offline ${randomUUID()}`;
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 3, await wordsOf(page, 3, 2, 4));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "autonomy");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
  await context.setOffline(true);
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  // It is on the page at once, and stays there with the reason.
  const note = notesSaying(page, reason);
  await expect(note).toContainText("Not saved. The server could not be reached.");
  await note.getByRole("button", { name: "Change it" }).click();
  await expect(composer(page).getByRole("textbox", { name: /Note/ })).toHaveValue(reason);
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  await expect(note).toContainText("Not saved.");
  await context.setOffline(false);
  await note.getByRole("button", { name: "Try again" }).click();
  await expect(note).not.toContainText(/Not saved|Saving/);
  await page.reload();
  await expect(note).toHaveCount(1);
});

test("what was begun survives a reload", async ({ page }) => {
  const reason = `Draft ${randomUUID()}`;
  await signInAs(page, "a reader", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 4, await wordsOf(page, 4, 0, 3));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Contests/ })
    .click();
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
  await page.reload();
  await page.getByRole("button", { name: /Continue/ }).click();
  await expect(composer(page).getByRole("textbox", { name: /Note/ })).toHaveValue(reason);
  await expect(composer(page).getByRole("radio", { name: /Contests/ })).toBeChecked();
  // far from where the page was opened: the words that it is about are in the window, and so is what is written about them
  await expect(composer(page).getByRole("textbox", { name: /Note/ })).toBeInViewport();
  await expect(paragraph(page, 4)).toBeInViewport();
});

test("an annotation for oneself is seen by nobody else", async ({ page, browser }) => {
  const reason = `Private ${randomUUID()}`;
  await signInAs(page, "a reading-group owner", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 5, await wordsOf(page, 5, 0, 2));
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
  await expect(notesSaying(page, reason)).toHaveCount(1);
  const other = await somebodyElse(browser);
  const seen = await (await other.page.goto(demoArticle.path))?.text();
  expect(seen).not.toContain(reason);
  await other.context.close();
});

test("two people change the same annotation: the second is told, and keeps what they typed", async ({ page, context }) => {
  const reason = `Twice ${randomUUID()}`;
  await signInAs(page, "a curator", demoArticle.path);
  await readerReady(page);
  await dragOver(page, 6, await wordsOf(page, 6, 0, 2));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "bargain");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  await expect(notesSaying(page, reason)).toHaveCount(1);
  await expect(notesSaying(page, reason)).not.toContainText(/Saving/);
  const permalink = await notesSaying(page, reason).locator("a", { hasText: "Link to this note" }).getAttribute("href");
  if (permalink === null) throw new Error("a note has a permalink");
  const second = await context.newPage();
  const change = async (at: typeof page, words: string) => {
    const note = notesSaying(at, reason);
    await note.getByRole("button", { name: "Edit" }).click();
    await composer(at).getByRole("textbox", { name: /Note/ }).fill(words);
  };
  await second.goto(permalink);
  await readerReady(second);
  await change(second, `${reason} second`);
  await page.goto(permalink);
  await readerReady(page);
  await change(page, `${reason} first`);
  await composer(page)
    .getByRole("button", { name: /Save changes/ })
    .click();
  await expect(notesSaying(page, `${reason} first`)).toHaveCount(1);
  await composer(second)
    .getByRole("button", { name: /Save changes/ })
    .click();
  const note = notesSaying(second, `${reason} first`);
  await expect(note).toContainText("Not saved. This annotation was changed elsewhere");
  await note.getByRole("button", { name: "Change it" }).click();
  await expect(composer(second).getByRole("textbox", { name: /Note/ })).toHaveValue(`${reason} second`);
  // They have seen the other's words, and want theirs.
  await composer(second)
    .getByRole("button", { name: /Save mine in its place/ })
    .click();
  const mine = notesSaying(second, `${reason} second`);
  await expect(mine).toHaveCount(1);
  await expect(mine).not.toContainText(/Not saved|Saving/);
  await page.reload();
  await expect(notesSaying(page, `${reason} second`)).toHaveCount(1);
});

test("somebody who is not signed in is asked to, and comes back to the words they selected", async ({ page }) => {
  await page.goto(demoArticle.path);
  await readerReady(page);
  await dragOver(page, 1, await wordsOf(page, 1, 0, 4));
  await page.getByRole("link", { name: "Sign in to tag this passage" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole("button", { name: "a reader" }).click();
  await page.waitForURL((url) => url.pathname === demoArticle.path);
  await expect(page.getByRole("button", { name: /Continue/ })).toBeVisible();
});

test.describe("with touch, on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a selection opens the sheet and is stored; tapping a passage lists what is tagged there", async ({ page }) => {
    const reason = `By touch ${randomUUID()}`;
    await signInAs(page, "a reader", demoArticle.path);
    await readerReady(page);
    const quote = await wordsOf(page, 8, 0, 3);
    // A long press and its handles are the phone's own; what the page sees of them is a touch and a changed selection.
    await paragraph(page, 8).evaluate((element, words) => {
      element.scrollIntoView({ block: "start" });
      const at = (element.textContent ?? "").indexOf(words);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at >= passed && at < passed + length) range.setStart(node, at - passed);
        if (at + words.length > passed && at + words.length <= passed + length) range.setEnd(node, at + words.length - passed);
        passed += length;
      }
      element.dispatchEvent(new PointerEvent("pointerdown", { pointerType: "touch", bubbles: true }));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      element.dispatchEvent(new PointerEvent("pointerup", { pointerType: "touch", bubbles: true }));
    }, quote);
    await page
      .getByRole("group", { name: "Tag the selected passage" })
      .getByRole("button", { name: /Supports/ })
      .tap();
    await chooseFramework(page, "dual");
    await composer(page).getByRole("textbox", { name: /Note/ }).fill(reason);
    await composer(page)
      .getByRole("button", { name: /Tag passage/ })
      .tap();
    await expect(composer(page)).toHaveCount(0);
    // drawn: until then the first passage of the paragraph is another
    await expect(notesSaying(page, reason)).toHaveCount(1);
    const mark = page.locator("#p8 mark.psg").first();
    await mark.tap();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: /Dual hedge/ }).tap();
    await expect(sheet).toContainText(reason);
  });
});
