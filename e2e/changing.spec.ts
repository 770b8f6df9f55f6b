import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { demoArticle, signInAs, somebodyElse } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, readerReady, wordsOf } from "./support/selecting";

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
  const id = await note.getAttribute("data-note-for");

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
  await other.page.goto(`${demoArticle.path}/annotations/${id}/history`);
  await expect(other.page.locator(".hist__v")).toHaveCount(4);
  await expect(other.page.getByRole("button", { name: /Bring version/ })).toHaveCount(0);
  await other.context.close();
});
