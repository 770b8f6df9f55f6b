import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { problemsOf } from "./support/axe";
import { signInAs } from "./support/people";
import { chooseFramework, composer, dragOver, notesSaying, readerReady, wordsOf } from "./support/selecting";

const realArticle = new URL("../../shared/articles/more-equal-alliance.txt", import.meta.url);
const isPresent = existsSync(realArticle);

/** The article as it lies beside this checkout, with a sentence of this run's own: a text is stored once. */
function markedArticle(mark: string): string {
  const lines = readFileSync(realArticle, "utf8").split(/\r?\n/);
  const third = lines.findIndex((line, index) => index > 8 && line.trim() !== "");
  return lines.with(third, `${lines[third]} This is run ${mark}.`).join("\n");
}

async function annotate(page: Page, number: number, quote: string, framework: string, note: string): Promise<void> {
  await dragOver(page, number, quote);
  await page
    .getByRole("group", { name: "Tag the selected passage" })
    .getByRole("button", { name: /Supports/ })
    .click();
  await chooseFramework(page, framework);
  await composer(page).getByRole("textbox", { name: /note/i }).fill(note);
  await page.keyboard.press("Control+Enter");
  await expect(composer(page)).toHaveCount(0);
  await expect(notesSaying(page, note)).toBeVisible();
}

/** Corrects the words of a paragraph of the draft. */
async function rewrite(page: Page, number: number, how: (text: string) => string): Promise<void> {
  await page.getByRole("button", { name: `Edit ¶ ${number}`, exact: true }).click();
  const field = page.getByRole("textbox", { name: `Text of ¶ ${number}` });
  await field.fill(how(await field.inputValue()));
  await page.getByRole("button", { name: "Done", exact: true }).click();
}

const words = (text: string) => text.split(" ");

test(
  isPresent
    ? "the real article annotated, then revised, then reviewed by keyboard"
    : "skipped: the real article is not beside this checkout",
  async ({ page }) => {
    if (!isPresent) return;
    test.setTimeout(240_000);
    const mark = randomUUID();
    await signInAs(page, "a reader", "/import");
    await page.getByRole("textbox", { name: /Text, Markdown or HTML/ }).fill(markedArticle(mark));
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByLabel("Title").fill(`Revised ${mark}`);
    await page.getByRole("button", { name: "Save article" }).click();
    await page.waitForURL(/\/articles\/revised-/);
    const address = new URL(page.url()).pathname;
    await readerReady(page);

    const quotes = {
      kept: await wordsOf(page, 1, 3, 9),
      changed: await wordsOf(page, 2, 2, 12),
      removed: await wordsOf(page, 3, 4, 14),
      joined: await wordsOf(page, 7, 2, 10),
      rewritten: await wordsOf(page, 10, 3, 14),
    };
    await annotate(page, 1, quotes.kept, "dual", `kept ${mark}`);
    await annotate(page, 2, quotes.changed, "abandon", `changed ${mark}`);
    await annotate(page, 3, quotes.removed, "realign", `removed ${mark}`);
    await annotate(page, 7, quotes.joined, "autonomy", `joined ${mark}`);
    await annotate(page, 10, quotes.rewritten, "domestic", `rewritten ${mark}`);

    // A new text: words changed in two paragraphs, one removed, two joined. The later ones first, so that numbers stay.
    await page.getByRole("link", { name: "Upload a new text" }).click();
    // Pressed again while the page is not yet alive.
    await expect(async () => {
      await page.getByRole("button", { name: "Begin from the present text" }).click({ timeout: 2_000 });
      await expect(page.getByRole("heading", { name: "Check what was taken" })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await rewrite(page, 10, (text) =>
      text.replace(
        quotes.rewritten,
        words(quotes.rewritten)
          .map((word, index) => (index % 3 === 0 ? word : "altogether"))
          .join(" "),
      ),
    );
    await page.getByRole("button", { name: "Edit ¶ 7", exact: true }).click();
    await page.getByRole("button", { name: "Join to the one before" }).click();
    await page.getByRole("button", { name: "Edit ¶ 3", exact: true }).click();
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await rewrite(page, 2, (text) => text.replace(quotes.changed, words(quotes.changed).with(5, "altogether").join(" ")));
    await page.getByRole("button", { name: "See what becomes of the annotations" }).click();
    const fate = page.getByRole("status").filter({ hasText: "What becomes of the annotations" });
    await expect(fate).toContainText(/as they were/);
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "Save as revision 2" }).click();
    await page.waitForURL((url) => url.pathname === address);
    await expect(page.getByText("Revision 2 of 2")).toBeVisible();
    await readerReady(page);

    // What is certain stands where it was carried; the rest waits, in the order of the old text.
    await expect(page.locator(".read__margin").getByText(`kept ${mark}`)).toBeVisible();
    await notesSaying(page, `changed ${mark}`).click();
    await expect(notesSaying(page, `changed ${mark}`)).toContainText("Moved from ¶ 2 of revision 1: words changed");
    await expect(page.getByRole("region", { name: "Without a place in this text" })).toContainText(quotes.removed);
    await page.getByRole("link", { name: "Review" }).click();
    await page.waitForURL(/\/review$/);
    await readerReady(page);
    await expect(page.getByText("0 of 2 decided")).toBeVisible();
    expect(await problemsOf(page)).toEqual([]);

    await page.keyboard.press("p");
    await expect(page.getByRole("application", { name: "Selecting words" })).toBeFocused();
    for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 of 2 decided", { exact: true })).toBeVisible();
    await page.keyboard.press("1");
    await expect(page.getByText("2 of 2 decided", { exact: true })).toBeVisible();
    // another thought about the first: taken back, and left where it was
    await page.keyboard.press("k");
    await page.keyboard.press("z");
    await expect(page.getByText("1 of 2 decided", { exact: true })).toBeVisible();
    await page.keyboard.press("l");
    await expect(page.getByText("2 of 2 decided", { exact: true })).toBeVisible();

    await page.goto(address);
    await readerReady(page);
    await notesSaying(page, `rewritten ${mark}`).click();
    await expect(notesSaying(page, `rewritten ${mark}`)).toContainText(/Found again by Mina Aalto/);
    await expect(page.getByRole("region", { name: "Without a place in this text" })).toContainText("Left on the older text by Mina Aalto");

    // The older text is still there with its marks, and the two can be compared.
    await page.getByRole("link", { name: "Read it at ¶ 3 of revision 1" }).click();
    await expect(page.getByText("An older text, revision 1.")).toBeVisible();
    await expect(notesSaying(page, `removed ${mark}`)).toBeVisible();
    for (const what of Object.keys(quotes)) await expect(notesSaying(page, `${what} ${mark}`)).toHaveCount(1);
    await page.getByRole("link", { name: "Compare the two" }).click();
    await expect(page.locator("del", { hasText: quotes.removed.slice(0, 20) })).toBeVisible();
    await expect(page.locator("ins", { hasText: "altogether" }).first()).toBeVisible();
    await expect(page.getByText(/^¶ 6, 7 → ¶ 5$/)).toBeVisible();

    // All of it on a phone, and in the dark.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    const problems: Record<string, string[]> = {};
    for (const part of ["", "/revisions", "/revisions/1", "/compare?from=1&to=2", "/review", "/revise"]) {
      await page.goto(`${address}${part}`);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      const found = [...(await problemsOf(page)), ...(isWide ? ["scrolls sideways"] : [])];
      if (found.length > 0) problems[part] = found;
    }
    expect(problems).toEqual({});
  },
);
