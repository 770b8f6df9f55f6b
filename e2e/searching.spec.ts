import { expect, test } from "@playwright/test";
import { demoArticle } from "./support/people";
import { readerReady } from "./support/selecting";

test("a search from the bar leads to the paragraph, with the words highlighted there", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/");
  const field = page.getByRole("searchbox", { name: "Search articles and notes" });
  await field.fill("hedge");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=hedge/);
  await expect(page.getByRole("heading", { name: /of \d+ hits|^\d+ hits/ })).toBeVisible();
  await page.getByRole("navigation", { name: "Hits by kind" }).getByRole("link", { name: /^Text/ }).click();
  await expect(page).toHaveURL(/in=paragraph/);
  const hit = page.getByRole("main").getByRole("listitem").first().getByRole("link");
  const words = await hit.locator("mark").allTextContents();
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(word.toLowerCase()).toMatch(/^hedg/);
  await hit.click();
  await expect(page).toHaveURL(/\/articles\/.+\?find=.+#(p|b)\d+$/);
  await expect.poll(() => highlighted(page)).toEqual(words);
});

test("on the reading page / searches in the article, and a note is opened where it stands", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(demoArticle.path);
  await readerReady(page);
  await page.keyboard.press("/");
  const field = page.getByRole("searchbox", { name: "Search this article and its notes" });
  await expect(field).toBeFocused();
  await page.keyboard.type("japan");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/article=a-seat-at-the-table/);
  await expect(page.getByRole("main").getByRole("link", { name: demoArticle.title }).first()).toBeVisible();
  await page
    .getByRole("navigation", { name: "Hits by kind" })
    .getByRole("link", { name: /^Notes/ })
    .click();
  await expect(page).toHaveURL(/in=note/);
  await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
  await expect(page).toHaveURL(/#note-/);
  await expect(page.locator("article.note.is-active")).toBeVisible();
  await expect.poll(async () => (await highlighted(page)).map((word) => word.toLowerCase())).toContain("japan");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("a search answers, in any script, and says how many", async ({ page }) => {
    await page.goto("/search");
    await page.getByRole("main").getByRole("searchbox").fill("alliance -nosuchword");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("main").getByRole("listitem").first().getByRole("link")).toBeVisible();
    await page.getByRole("main").getByRole("searchbox").fill("ヘッジ");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("heading", { name: /^\d+ hits?$/ })).toBeVisible();
    await expect(page.getByRole("main").locator("mark").first()).toHaveText("ヘッジ");
    await page.goto(`/search?q=${"a".repeat(201)}`);
    await expect(page.getByText("at most 200 characters")).toBeVisible();
  });
});

/** The words that are painted as found. */
function highlighted(page: import("@playwright/test").Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("hedgerow-found") ?? [])].map((range) => range.toString()));
}
