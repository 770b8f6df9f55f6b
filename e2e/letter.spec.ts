import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { demoArticle } from "./support/people";

const letter = `${demoArticle.path}/critiques/letter`;

test("the response letter is read in either order, and printed without what is not letter", async ({ page }) => {
  await page.goto(letter);
  const paper = page.getByRole("article");
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText(/^Response to readers of “/);
  await expect(paper.getByRole("heading", { level: 2 })).toHaveText(["Critiques and answers", "Still open"]);
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "By critic" }).click();
  await expect(page.getByRole("link", { name: "By critic" })).toHaveAttribute("aria-current", "true");
  await expect(paper.getByRole("heading", { level: 2 })).not.toHaveText(["Critiques and answers", "Still open"]);
  await page.emulateMedia({ media: "print" });
  await expect(paper).toBeVisible();
  await expect(page.getByRole("button", { name: "Print or PDF" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
});

test("the response letter is taken away for Word and as Markdown, in the order that is shown", async ({ page }) => {
  await page.goto(`${letter}?order=critic`);
  const shown = await page.getByRole("article").getByRole("heading").allTextContents();
  const word = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Word" }).click()]);
  expect(word[0].suggestedFilename()).toMatch(/^response-letter-.+\.docx$/);
  expect((await readFile(await word[0].path())).subarray(0, 2).toString()).toBe("PK");
  const markdown = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Markdown" }).click()]);
  expect(markdown[0].suggestedFilename()).toMatch(/^response-letter-.+\.md$/);
  const text = await readFile(await markdown[0].path(), "utf8");
  expect([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading)).toEqual(shown);
});
