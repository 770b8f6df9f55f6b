import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { demoArticle, signInAs, somebodyElse } from "./support/people";

const discussion = `${demoArticle.path}/discussion`;

/** A comment that says something, alone, without what answers it. */
function saying(page: Page, words: string) {
  return page.locator("article.reply", { hasText: words });
}

/** Says something about the article as a whole, and waits until it is stored. */
async function post(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your comment" }).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(saying(page, words).getByRole("link", { name: /Link to this/ })).toBeVisible();
  await expect(saying(page, words).getByRole("button", { name: "Edit your comment" })).toBeVisible();
}

async function answer(page: Page, to: string, words: string): Promise<void> {
  await saying(page, to)
    .getByRole("button", { name: /^Reply to/ })
    .click();
  await page.getByRole("textbox", { name: /^Your answer to/ }).fill(words);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: /^Your answer to/ })).toHaveCount(0);
  await expect(saying(page, words).getByRole("button", { name: "Edit your comment" })).toBeVisible();
}

test("two people answer each other: replies nest, fold and unfold, and what is changed keeps what it said", async ({ page, browser }) => {
  const first = `First ${randomUUID()}`;
  const second = `Second ${randomUUID()}`;
  await signInAs(page, "a reader", discussion);
  await post(page, first);

  const other = await somebodyElse(browser);
  await signInAs(other.page, "the article’s author", discussion);
  await answer(other.page, first, second);
  await expect(saying(other.page, second)).toContainText("the author");
  await expect(saying(other.page, second)).toHaveClass(/reply--author/);

  await page.reload();
  await expect(saying(page, second)).toBeVisible();
  const indent = (words: string) => saying(page, words).evaluate((element) => element.getBoundingClientRect().left);
  expect(await indent(second)).toBeGreaterThan(await indent(first));
  await expect(saying(page, second).getByRole("button", { name: /^Edit/ })).toHaveCount(0);
  await saying(page, first).getByRole("button", { name: "Fold 1 answer" }).click();
  await expect(saying(page, second)).toHaveCount(0);
  const unfold = saying(page, first).getByRole("button", { name: "Show 1 answer" });
  await expect(unfold).toHaveAttribute("aria-expanded", "false");
  await unfold.press("Enter");
  await expect(saying(page, second)).toBeVisible();

  await saying(page, first).getByRole("button", { name: "Edit your comment" }).click();
  const field = page.locator("textarea:focus");
  await expect(field).toHaveValue(first);
  await field.fill(`${first} and *more*`);
  await page.keyboard.press("Control+Enter");
  await expect(saying(page, first).locator("em", { hasText: "more" })).toBeVisible();
  await saying(page, first).getByRole("link", { name: "edited" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("History of a comment");
  await expect(page.locator(".hist__v")).toHaveCount(2);
  await expect(page.locator("ins")).toContainText("more");
  expect(await problemsOf(page)).toEqual([]);
  await other.context.close();
});

test("a deleted comment leaves its place while an answer stands, and can be brought back", async ({ page }) => {
  const [first, second] = [`Goes ${randomUUID()}`, `Stays ${randomUUID()}`];
  await signInAs(page, "a reader", discussion);
  await post(page, first);
  await answer(page, first, second);

  await saying(page, first).getByRole("button", { name: "Delete your comment" }).click();
  await expect(saying(page, first)).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Comment brought back")).toBeVisible();
  await expect(saying(page, first)).toBeVisible();

  await saying(page, first).getByRole("button", { name: "Delete your comment" }).click();
  await expect(page.getByText("Comment deleted")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(saying(page, first)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await expect(saying(page, second)).toBeVisible();
  await expect(page.locator(".cm", { has: page.getByText("Deleted by its writer") })).not.toHaveCount(0);
  expect(await problemsOf(page)).toEqual([]);
});

test("a comment has a lasting address; one that is not there has none", async ({ page, browser }) => {
  const words = `Linked ${randomUUID()}`;
  await signInAs(page, "a reader", discussion);
  await post(page, words);
  const address = (await saying(page, words)
    .getByRole("link", { name: /Link to this/ })
    .getAttribute("href")) as string;
  const other = await somebodyElse(browser);
  await other.page.goto(address);
  expect(new URL(other.page.url()).hash).toBe(`#comment-${address.split("/").at(-1)}`);
  await expect(saying(other.page, words)).toBeInViewport();
  await expect(other.page.getByRole("textbox", { name: "Your comment" })).toHaveCount(0);
  expect((await other.page.goto(`${demoArticle.path}/comments/${randomUUID()}`))?.status()).toBe(404);
  expect((await other.page.goto(`${demoArticle.path}/comments/nothing`))?.status()).toBe(404);
  await other.context.close();
});

test("a name is completed by keyboard after an @, and what is begun outlives the page", async ({ page }) => {
  await signInAs(page, "a reader", discussion);
  const field = page.getByRole("textbox", { name: "Your comment" });
  await field.pressSequentially("I ask @");
  const people = page.getByRole("listbox", { name: "People" });
  await expect(people).toBeVisible();
  const named = people.getByRole("option").nth(1);
  const name = (await named.locator("b").textContent()) ?? "";
  await page.keyboard.press("ArrowDown");
  await expect(named).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", (await named.getAttribute("id")) ?? "");
  expect(await problemsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(people).toBeHidden();
  await expect(field).toHaveValue(`I ask @${name} `);
  await page.keyboard.type("about it");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".compose__p .mention")).toHaveText(`@${name}`);
  await page.reload();
  await expect(field).toHaveValue(`I ask @${name} about it`);
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(field).toHaveValue("");
});
