import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { signInAs, somebodyElse } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, readerReady, wordsOf } from "./support/selecting";

/** Brings an article in, as whoever is signed in, and answers its path. */
async function bringIn(page: Page, mark: string): Promise<string> {
  await page.goto("/import");
  const text = `# Written ${mark}\n\nBy T. F. Writer\n\nA first paragraph ${mark} that is long enough to be read as one.\n\nA second paragraph.`;
  await page.getByRole("textbox", { name: /Text, Markdown or HTML/ }).fill(text);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/articles\/written-/);
  return new URL(page.url()).pathname;
}

async function note(page: Page, words: string): Promise<void> {
  await readerReady(page);
  await dragOver(page, 1, await wordsOf(page, 1, 1, 2));
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, "dual");
  await composer(page).getByRole("textbox", { name: /Note/ }).fill(words);
  await composer(page)
    .getByRole("button", { name: /Tag passage/ })
    .click();
  // Once it is stored it has an address.
  await expect(notesSaying(page, words).locator("a[href*='/annotations/']").first()).toBeAttached();
}

test("somebody says “I wrote this”; an admin confirms it, and they are marked as the author", async ({ page, browser }) => {
  const mark = randomUUID();
  await signInAs(page, "a reading-group owner");
  const path = await bringIn(page, mark);
  await note(page, `Mine ${mark}`);
  await page.reload();
  await expect(notesSaying(page, `Mine ${mark}`)).not.toContainText("the author");

  await page.getByRole("link", { name: "Who wrote it" }).click();
  await page.getByText("I wrote this", { exact: true }).click();
  await page.getByRole("textbox", { name: "How can you show it?" }).fill(`My page at the institute, ${mark}`);
  await page.getByRole("button", { name: "Ask an admin to confirm it" }).click();
  await expect(page.getByText("it waits for an admin")).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);

  const admin = await somebodyElse(browser);
  await signInAs(admin.page, "an admin");
  await admin.page.getByRole("button", { name: /^Account of/ }).click();
  await admin.page.getByRole("link", { name: "Who wrote what" }).click();
  const request = admin.page.getByRole("listitem").filter({ hasText: mark });
  await expect(request.getByText(`My page at the institute, ${mark}`)).toBeVisible();
  expect(await problemsOf(admin.page)).toEqual([]);
  await request.getByRole("button", { name: /^Confirm/ }).click();
  await expect(admin.page.getByRole("region", { name: "What was decided" }).getByText(`My page at the institute, ${mark}`)).toBeVisible();
  await admin.context.close();

  await page.reload();
  await expect(page.getByText("Is you, linked")).toBeVisible();
  await page.goto(path);
  await expect(notesSaying(page, `Mine ${mark}`)).toContainText("the author");
});

test("a moderator hides a note with a reason: others see that it is hidden and why, and not a word of it", async ({ page, browser }) => {
  const mark = randomUUID();
  await signInAs(page, "a reading-group owner");
  const path = await bringIn(page, mark);
  await note(page, `Abuse ${mark}`);

  const curator = await somebodyElse(browser);
  await signInAs(curator.page, "a curator", path);
  await readerReady(curator.page);
  await notesSaying(curator.page, `Abuse ${mark}`).click();
  await notesSaying(curator.page, `Abuse ${mark}`).getByRole("link", { name: "Hide", exact: true }).click();
  await curator.page.getByRole("textbox", { name: "Reason" }).fill(`It attacks a person. ${mark}`);
  await curator.page.getByRole("button", { name: "Hide it" }).click();
  await expect(curator.page.getByRole("button", { name: "Bring it back" })).toBeVisible();
  expect(await problemsOf(curator.page)).toEqual([]);
  await curator.context.close();

  const visitor = await somebodyElse(browser);
  await visitor.page.goto(path);
  await expect(visitor.page.getByText(`Abuse ${mark}`)).toHaveCount(0);
  await visitor.page.getByRole("link", { name: "Hidden by a moderator" }).first().click();
  await expect(visitor.page.getByText(`It attacks a person. ${mark}`)).toBeVisible();
  await expect(visitor.page.getByText(`Abuse ${mark}`)).toHaveCount(0);
  await visitor.context.close();
  // Its writer still reads it, and that it is hidden.
  await page.goto(path);
  await expect(notesSaying(page, `Abuse ${mark}`)).toContainText("Hidden by a moderator");
});
