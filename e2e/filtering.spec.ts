import { expect, type Page, test } from "@playwright/test";
import { demoArticle } from "./support/people";
import { readerReady, tabTo } from "./support/selecting";

const strip = (page: Page) => page.getByRole("region", { name: "Annotations shown" });
const panel = (page: Page) => page.getByRole("dialog", { name: "Filter annotations" });
const notes = (page: Page) => page.locator("article.note");

/** “12 of 189 annotations shown” → [12, 189] */
async function counts(page: Page): Promise<number[]> {
  const words = await strip(page).locator(".lens__count").textContent();
  return [...(words ?? "").matchAll(/\d+/g)].map(Number);
}

test("by keyboard alone: F, choose a framework and a stance; what is left is shown at once, said in numbers and kept in the address", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(demoArticle.path);
  await readerReady(page);
  const all = await notes(page).count();
  const before = await page.locator("#p4 [data-text]").textContent();
  await page.keyboard.press("f");
  await expect(panel(page)).toBeVisible();
  await tabTo(page, panel(page).getByRole("textbox", { name: "Find a framework" }));
  await page.keyboard.type("dual");
  await tabTo(page, panel(page).getByRole("checkbox", { name: /Dual hedge/ }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\?framework=dual-hedge$/);
  const [some = 0, total = 0] = await counts(page);
  expect(total).toBe(all);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await expect(notes(page)).toHaveCount(some);
  for (const note of await notes(page).all()) await expect(note).toContainText("Dual hedge");

  await tabTo(page, panel(page).getByRole("checkbox", { name: /contests/ }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/\?framework=dual-hedge&stance=contests$/);
  const [fewer = 0] = await counts(page);
  expect(fewer).toBeLessThan(some);
  await expect(notes(page)).toHaveCount(fewer);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(strip(page).getByRole("link", { name: "Filter", exact: true })).toBeFocused();
  expect(await page.locator("#p4 [data-text]").textContent()).toBe(before);
  await page.keyboard.press("j");
  await expect(page.locator("[data-first]:focus")).toHaveCount(1);

  // The address says it all.
  await page.reload();
  await readerReady(page);
  expect(await counts(page)).toEqual([fewer, all]);
  await expect(notes(page)).toHaveCount(fewer);
  await strip(page)
    .getByRole("link", { name: /Take off: .*contests/ })
    .click();
  await expect(page).toHaveURL(/\?framework=dual-hedge$/);
  await expect(notes(page)).toHaveCount(some);
  await strip(page).getByRole("link", { name: "Clear" }).click();
  await expect(notes(page)).toHaveCount(all);
  expect(new URL(page.url()).search).toBe("");
});

test("words are looked for in notes and passages as they are typed", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(demoArticle.path);
  await readerReady(page);
  await strip(page).getByRole("link", { name: "Filter", exact: true }).click();
  await panel(page).getByRole("searchbox").fill("alliance");
  await expect(page).toHaveURL(/\?text=alliance$/);
  const [some = 0] = await counts(page);
  await expect(notes(page)).toHaveCount(some);
  await panel(page).getByRole("searchbox").fill("no such words");
  await expect(notes(page)).toHaveCount(0);
  await expect(panel(page).getByRole("status")).toHaveText(/^0 of \d+ annotations shown$/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a link with filters shows what they leave, and a form changes them", async ({ page }) => {
    await page.goto(`${demoArticle.path}?stance=contests`);
    const [some = 0, all = 0] = await counts(page);
    expect(some).toBeLessThan(all);
    await expect(notes(page)).toHaveCount(some);
    await strip(page).getByRole("link", { name: "Filter", exact: true }).click();
    await expect(panel(page).getByRole("checkbox", { name: /contests/ })).toBeChecked();
    await panel(page)
      .getByRole("checkbox", { name: /contests/ })
      .uncheck();
    await panel(page)
      .getByRole("checkbox", { name: /Dual hedge/ })
      .check();
    await panel(page).getByRole("button", { name: "Show these" }).click();
    await expect(page).toHaveURL(/framework=dual-hedge/);
    await expect(page).not.toHaveURL(/stance/);
    const [others = 0] = await counts(page);
    await expect(notes(page)).toHaveCount(others);
    await strip(page).getByRole("link", { name: "Clear" }).click();
    await expect(notes(page)).toHaveCount(all);
  });
});
