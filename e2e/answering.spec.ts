import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { demoArticle, signInAs, somebodyElse } from "./support/people";

const desk = `${demoArticle.path}/critiques`;
/** Of the demo, by the words that they are about. */
const acknowledged = "Yet the right point is not Japan’s to fix";
const clarified = "a term that excludes nothing has stopped explaining";
const open = "neither supplier insists on exclusive custom";

async function deskReady(page: Page): Promise<void> {
  await expect(page.locator(".crits[data-enhanced]")).toBeAttached();
}
const critiqueOf = (page: Page, quote: string): Locator => page.locator(".crit", { has: page.getByRole("link", { name: quote }) });
const stateOf = (critique: Locator) => critique.locator(".crit__r > .state");
const answerIn = (critique: Locator) => critique.getByRole("textbox", { name: /Your answer/ });

/** Goes down the list with J until the critique has focus. */
async function keyTo(page: Page, quote: string): Promise<void> {
  const link = page.getByRole("link", { name: quote });
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press("j");
    if (await link.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(link).toBeFocused();
}

test("an author answers by keyboard, the draft outlives a reload, the critic says how it ended, and the letter has it", async ({
  page,
  browser,
}) => {
  const answer = `Granted in part, 部分的に ${randomUUID()}`;
  await signInAs(page, "the article’s author", desk);
  await deskReady(page);
  const critique = critiqueOf(page, acknowledged);
  await keyTo(page, acknowledged);
  await page.keyboard.press("c");
  await expect(answerIn(critique)).toBeFocused();
  await expect(critique.getByRole("radio", { name: "Concede" })).toBeChecked();
  await page.keyboard.insertText(answer);
  await page.keyboard.type(" b l v");
  await expect(critique.getByRole("radio", { name: "Concede" })).toBeChecked();
  await expect(critique.getByText("draft saved")).toBeVisible();

  await page.reload();
  await deskReady(page);
  await expect(answerIn(critique)).toHaveValue(`${answer} b l v`);
  await expect(critique.getByRole("radio", { name: "Concede" })).toBeChecked();
  await expect(critique.getByText(/^Your draft of .* is back$/)).toBeVisible();
  await answerIn(critique).press("Control+Enter");
  await expect(stateOf(critique)).toHaveText("Conceded");
  await expect(page.locator(".crit.is-open")).toContainText(open);

  const other = await somebodyElse(browser);
  await signInAs(other.page, "a reader", desk);
  await deskReady(other.page);
  const theirs = critiqueOf(other.page, acknowledged);
  await theirs.getByRole("link", { name: acknowledged }).click();
  await expect(theirs.getByRole("list", { name: "What has happened so far" })).toContainText(answer);
  await expect(theirs.getByRole("radio", { name: "Concede" })).toHaveCount(0);
  await theirs.getByText("Maintain", { exact: true }).click();
  await theirs.getByRole("button", { name: /^Post/ }).click();
  await expect(stateOf(theirs)).toHaveText("Maintained");
  await other.page.getByRole("link", { name: "Open letter" }).click();
  await expect(other.page.getByRole("main")).toContainText(answer);
  await other.context.close();

  await page.goto(desk);
  await expect(stateOf(critique)).toHaveText("Maintained");
  await critique.getByRole("link", { name: acknowledged }).click();
  await expect(answerIn(critique), "what was sent is no draft any more").toHaveCount(0);
});

test("an answer to what was moved meanwhile is kept, and what came is shown", async ({ page, browser }) => {
  await signInAs(page, "the article’s author", desk);
  await deskReady(page);
  const critique = critiqueOf(page, clarified);
  await keyTo(page, clarified);
  await page.keyboard.press("b");
  await page.keyboard.insertText("On second thoughts it does not hold.");

  const other = await somebodyElse(browser);
  await signInAs(other.page, "a reader", desk);
  await deskReady(other.page);
  const theirs = critiqueOf(other.page, clarified);
  await theirs.getByRole("link", { name: clarified }).click();
  await theirs.getByText("Satisfied", { exact: true }).last().click();
  await theirs.getByRole("textbox").fill("That settles it.");
  await theirs.getByRole("button", { name: /^Post/ }).click();
  await expect(stateOf(theirs)).toHaveText("Satisfied");
  await other.context.close();

  await critique.getByRole("textbox").press("Control+Enter");
  const came = critique.getByRole("region", { name: "What came meanwhile" });
  await expect(came).toContainText("is satisfied");
  await expect(came).toContainText("That settles it.");
  await expect(critique.getByRole("textbox")).toHaveValue("On second thoughts it does not hold.");
  await expect(critique.getByRole("radio", { name: "Rebut" })).toHaveCount(0);
  await expect(critique.getByRole("radio", { name: "Open again" })).toBeVisible();
});

test("the list is filtered, sorted and unfolded without script, each by its address", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(desk);
  const rows = page.locator(".crit");
  const total = await rows.count();
  expect(total).toBeGreaterThan(1);
  await page.getByRole("navigation", { name: "Critiques by state" }).getByRole("link", { name: /^Open/ }).click();
  await expect(page).toHaveURL(/state=open/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Waits for the author");
  await rows.getByRole("link", { name: open }).click();
  await expect(page).toHaveURL(/state=open&open=/);
  await expect(page.locator(".answer__ctx mark")).toHaveText(open);
  await expect(page.locator("form.answer__box"), "nobody is signed in").toHaveCount(0);
  await page.goto(`${desk}?sort=text`);
  const paragraphs = await page.locator(".crit__m").allTextContents();
  const numbers = paragraphs.map((text) => Number(/¶\s*(\d+)/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers).toHaveLength(total);
  await context.close();
});

test("single keys are listed with ?, and can be switched off", async ({ page }) => {
  await page.goto(desk);
  await deskReady(page);
  await page.keyboard.press("j");
  await expect(page.locator(".crit__q a").first()).toBeFocused();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys among the critiques" });
  await keys.getByRole("checkbox", { name: "Single keys work" }).uncheck();
  await keys.getByRole("button", { name: "Close" }).click();
  await expect(keys).toHaveCount(0);
  const focused = page.locator(".crit__q a").first();
  await focused.focus();
  await page.keyboard.press("j");
  await expect(focused).toBeFocused();
});

for (const [name, viewport] of Object.entries({ desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } })) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      test("axe finds nothing on the desk, with a critique unfolded to be answered", async ({ page }) => {
        await signInAs(page, "the article’s author", desk);
        await deskReady(page);
        await page.getByRole("link", { name: open }).click();
        await page.getByText("Revise", { exact: true }).click();
        await expect(page.getByRole("combobox", { name: /Revised in revision/ })).toBeVisible();
        expect(await problemsOf(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "scrolls sideways").toBeLessThanOrEqual(0);
      });
    });
  }
}

test("at 400 % zoom the desk stays within the window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await signInAs(page, "the article’s author", desk);
  await deskReady(page);
  await page.getByRole("link", { name: open }).click();
  await page.getByText("Revise", { exact: true }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const outside = await page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLElement>("a, button, input:not(.vh), select, textarea, h1, h2, p")].flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const isShown = width > 1 && element.checkVisibility({ visibilityProperty: true });
      return isShown && (left < -1 || right > innerWidth + 1) ? [element.outerHTML.slice(0, 120)] : [];
    }),
  );
  expect(outside).toEqual([]);
});
