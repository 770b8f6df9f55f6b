import { expect, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { demoArticle, signInAs } from "./support/people";

test("an article is followed, muted and let be from its page, also without script", async ({ browser, page: signedIn }) => {
  await signInAs(signedIn, "a curator", demoArticle.path);
  const storageState = await signedIn.context().storageState();
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, storageState });
    const page = await context.newPage();
    await page.goto(demoArticle.path);
    const control = page.getByRole("group", { name: "What you are told of this article" });
    const [follow, mute] = [control.getByRole("button", { name: "Follow" }), control.getByRole("button", { name: "Mute" })];
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("You are told of all that is said about this article.")).toBeVisible();
    await mute.click();
    await expect(mute).toHaveAttribute("aria-pressed", "true");
    await page.goto(demoArticle.path);
    await expect(mute).toHaveAttribute("aria-pressed", "true");
    await expect(follow).toHaveAttribute("aria-pressed", "false");
    await mute.click();
    await expect(mute).toHaveAttribute("aria-pressed", "false");
    await context.close();
  }
});

test("the inbox is a link in the bar of every page, says what will come, and how often it is mailed is chosen in the account", async ({
  page,
}) => {
  await signInAs(page, "a curator");
  await page
    .getByRole("link", { name: /^Inbox/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inbox");
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "How often you get mail" }).click();
  const weekly = page.getByRole("radio", { name: "At most one mail a week" });
  const daily = page.getByRole("radio", { name: "At most one mail a day" });
  const save = page.locator("form", { has: weekly }).getByRole("button", { name: "Save" });
  for (const choice of [weekly, daily]) {
    await choice.check();
    await save.click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.reload();
    await expect(choice).toBeChecked();
  }
});

test("what is said about an article is a feed that its page names, the same for everybody", async ({ page, request }) => {
  await signInAs(page, "a curator", demoArticle.path);
  const address = await page.locator('link[rel="alternate"][type="application/atom+xml"]').getAttribute("href");
  const { pathname } = new URL(address ?? "");
  const [mine, anybodys] = [await page.request.get(pathname), await request.get(pathname)];
  expect(await mine.text()).toBe(await anybodys.text());
  expect(anybodys.headers()).toMatchObject({
    "content-type": "application/atom+xml; charset=utf-8",
    "cache-control": "public, max-age=300",
  });
  const again = await request.get(pathname, { headers: { "If-None-Match": anybodys.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});
