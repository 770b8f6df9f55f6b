import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { accountMenu, type Part, signInAs, somebodyElse } from "./support/people";

const parts: Part[] = ["a reader", "a reading-group owner", "the article’s author", "a curator", "an admin"];

for (const part of parts) {
  test(`the demo account of ${part} opens with one press`, async ({ page }) => {
    await signInAs(page, part);
  });
}

test("registering, a wrong passphrase, signing in and out", async ({ page }) => {
  const email = `${randomUUID()}@hedgerow.example`;
  await page.goto("/register");
  await page.getByLabel("Your name").fill("王小明");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Passphrase", { exact: true }).fill("too short");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByText(/At least 12 characters/).first()).toBeVisible();
  await page.getByLabel("Passphrase", { exact: true }).fill("four quiet words here");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(accountMenu(page)).toHaveAccessibleName("Account of 王小明");

  await accountMenu(page).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();

  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Passphrase", { exact: true }).fill("four other words here");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/No account has this address with this passphrase/)).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.getByLabel("Passphrase", { exact: true }).fill("four quiet words here");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(accountMenu(page)).toBeVisible();
});

test("signing out ends the session itself: its cookie opens nothing any more", async ({ page, context, browser }) => {
  await signInAs(page, "a reader");
  const cookies = await context.cookies();
  await accountMenu(page).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  const thief = await somebodyElse(browser);
  await thief.context.addCookies(cookies);
  await thief.page.goto("/");
  await expect(accountMenu(thief.page)).toHaveCount(0);
  await thief.context.close();
});

test("changing the passphrase ends every session at once", async ({ page, browser }) => {
  const email = `${randomUUID()}@hedgerow.example`;
  await page.goto("/register?callbackUrl=/account");
  await page.getByLabel("Your name").fill("Reader");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Passphrase", { exact: true }).fill("the first passphrase");
  await page.getByRole("button", { name: "Make an account" }).click();
  await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();

  const other = await somebodyElse(browser);
  await other.page.goto("/sign-in");
  await other.page.getByLabel("Email").fill(email);
  await other.page.getByLabel("Passphrase", { exact: true }).fill("the first passphrase");
  await other.page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(accountMenu(other.page)).toBeVisible();

  await page.getByLabel("Current passphrase", { exact: true }).fill("the first passphrase");
  await page.getByLabel("New passphrase", { exact: true }).fill("the second passphrase");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(async () => {
    await other.page.reload();
    await expect(accountMenu(other.page)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  // The browser in which it was changed is let in again with the new one.
  await expect(accountMenu(page)).toBeVisible();
  await expect(page).toHaveURL(/\/account/);
  await other.context.close();
});

test("an address from outside cannot make signing in lead outside", async ({ page }) => {
  for (const callbackUrl of ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await page.getByRole("button", { name: "a reader" }).click();
    await expect(accountMenu(page)).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/");
  }
});
