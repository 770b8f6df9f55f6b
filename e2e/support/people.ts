import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

/** The demo's people, by the part they play on the sign-in page. */
export type Part = "a reader" | "a reading-group owner" | "the article’s author" | "a curator" | "an admin";

/** Signs in by pressing a demo account on the sign-in page, and comes back to `path`. */
export async function signInAs(page: Page, part: Part, path = "/"): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: part }).click();
  await page.waitForURL((url) => url.pathname === path);
  await expect(accountMenu(page)).toBeVisible();
}

export function accountMenu(page: Page) {
  return page.getByRole("button", { name: /^Account of/ });
}

/** Another person at another browser. */
export async function somebodyElse(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  return { context, page: await context.newPage() };
}

export const demoArticle = { path: "/articles/a-seat-at-the-table", title: "A seat at the table" };
