import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { demoArticle, signInAs, somebodyElse } from "./support/people";

/** An annotation of the demo's reader that is no critique yet, alone in its margin. */
const words = "Every foreign policy contains both.";
const filtered = `${demoArticle.path}?text=${encodeURIComponent("Every foreign policy contains both")}`;
const noteOf = (page: Page) => page.locator("article.note", { hasText: words });

async function openNote(page: Page): Promise<void> {
  await page.goto(filtered);
  await expect(page.locator("[data-reader][data-enhanced]")).toBeAttached();
  await noteOf(page).locator(".note__x").click();
  await expect(noteOf(page)).toHaveClass(/is-active/);
}

test("a reader objects in the margin, the author answers there and it stands under the paragraph, the critic maintains, and the letter has it all", async ({
  page,
  browser,
}) => {
  const answer = `One can say how much of each, 割合 ${randomUUID()}`;
  const last = `Not for any year, ${randomUUID()}`;
  await signInAs(page, "a reader", demoArticle.path);
  await openNote(page);
  const note = noteOf(page);
  await note.getByRole("button", { name: "Make this annotation a critique" }).click();
  await note.getByText("The conclusion does not follow").click();
  await note.getByRole("button", { name: "Ask the author to answer" }).click();
  await expect(note.getByText("Critique, open")).toBeVisible();
  await expect(note.locator("header .state")).toHaveText("Open");

  const author = await somebodyElse(browser);
  await signInAs(author.page, "the article’s author", demoArticle.path);
  await openNote(author.page);
  const theirs = noteOf(author.page);
  const answering = theirs.getByRole("form", { name: "Answer this critique" });
  await answering.getByText("Rebut", { exact: true }).click();
  await answering.getByRole("textbox").fill(answer);
  await answering.getByRole("button", { name: /^Post answer/ }).click();
  await expect(theirs.locator("header .state")).toHaveText("Rebutted");
  await expect(theirs.locator(".reply--author")).toContainText(answer);
  await author.context.close();

  await openNote(page);
  const inText = page.locator(".para", { hasText: "One school sees a blend of instruments" }).locator("details.answers");
  await inText.locator("summary").click();
  await expect(inText.locator(".reply--author")).toContainText(answer);
  await expect(inText.locator(".reply--author")).toContainText("the author, rebutted");
  expect(await problemsOf(page)).toEqual([]);

  const ending = note.getByRole("form", { name: "Say how it stands" });
  await ending.getByText("Maintain", { exact: true }).click();
  await ending.getByRole("textbox").fill(last);
  await ending.getByRole("button", { name: /^Post/ }).click();
  await expect(note.locator("header .state")).toHaveText("Maintained");

  await page.goto(`${demoArticle.path}/critiques/letter`);
  const letter = page.getByRole("main");
  for (const said of [words, answer, last]) await expect(letter).toContainText(said);
});

test("words of the article become a quotation in the reply that R begins", async ({ page }) => {
  await signInAs(page, "a curator", demoArticle.path);
  await openNote(page);
  const field = noteOf(page).getByRole("textbox", { name: "Your comment" });
  await expect(field).toBeVisible();
  await page
    .locator(".para .para__t")
    .first()
    .evaluate((text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const first = walker.nextNode();
      if (first) getSelection()?.setBaseAndExtent(first, 0, first, 12);
    });
  await page.getByRole("button", { name: "Quote in the reply" }).click();
  await expect(field).toHaveValue(/^> For a decade \(¶\s1\)/);
  await expect(field).toBeFocused();
});
