import { expect, test } from "@playwright/test";
import { demoArticle } from "./support/people";

test("the library shows each article with its hedge profile, and leads to the article", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle("Library · Hedgerow");
  const profiles = page.getByRole("main").getByRole("img", { name: /support.*contest|contest.*support/i });
  // The demo's four; other tests may have brought in and tagged more.
  await expect(profiles.nth(3)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: demoArticle.title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: demoArticle.title })).toBeVisible();
});

test("the demo article has its paragraphs in order, claims in each, threads, and others' passages", async ({ page }) => {
  await page.goto(demoArticle.path);
  const numbers = await page.locator("[data-block][id^=p]").evaluateAll((blocks) => blocks.map((block) => Number(block.id.slice(1))));
  expect(numbers.length).toBeGreaterThanOrEqual(14);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  await expect(page.locator("[data-block][id^=p] details.claims")).toHaveCount(numbers.length);
  expect(await page.locator("mark.psg").count()).toBeGreaterThan(40);
  expect(await page.locator("article.note").count()).toBeGreaterThanOrEqual(40);
  const threads = page.getByRole("region", { name: /first published/i });
  await expect(threads.getByText("unnamed commenter").first()).toBeVisible();
  await expect(threads.getByText("the author", { exact: false }).first()).toBeVisible();
  await page.locator("#p1 summary").click();
  await expect(page.locator("#p1 details")).toContainText("C1");
});

test("a passage leads to its note and the note back to its passage", async ({ page }) => {
  await page.goto(demoArticle.path);
  await expect(page.locator("[data-enhanced]")).toBeAttached();
  const mark = page.locator("mark.psg[data-first]").first();
  await mark.focus();
  await page.keyboard.press("Enter");
  const note = page.locator("article.note.is-active");
  await expect(note).toBeVisible();
  const boxes = await Promise.all([mark.boundingBox(), note.boundingBox()]);
  expect(Math.abs((boxes[0]?.y ?? 0) - (boxes[1]?.y ?? 0))).toBeLessThan(40);
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test("far down a crowded margin too, a note that was folded away opens level with its passage, in view, and below the key", async ({
  page,
}) => {
  await page.goto(demoArticle.path);
  await expect(page.locator("[data-enhanced]")).toBeAttached();
  const folded = page.locator("article.note.is-folded").last();
  const id = await folded.getAttribute("data-note-for");
  const mark = page.locator(`mark[data-first~="${id}"]`);
  await mark.focus();
  const note = page.locator("article.note.is-active");
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.locator(`#note-${id}`)).toHaveClass(/is-active/, { timeout: 500 });
  }).toPass();
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await expect(mark).toBeInViewport();
  const [markBox, noteBox] = await Promise.all([mark.boundingBox(), note.boundingBox()]);
  expect(Math.abs((markBox?.y ?? 0) - (noteBox?.y ?? 0))).toBeLessThan(40);
});

test("opening a note never pushes others over the key beside the title", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(demoArticle.path);
  await expect(page.locator("[data-enhanced]")).toBeAttached();
  await page.locator("#p4 mark.psg[data-first]").nth(2).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("article.note.is-active")).toBeVisible();
  const keyEnds = await page.locator(".rkey").evaluate((key) => key.getBoundingClientRect().bottom);
  const firstBegins = await page
    .locator("article.note")
    .first()
    .evaluate((note) => note.getBoundingClientRect().top);
  expect(firstBegins).toBeGreaterThanOrEqual(keyEnds);
});

test("a framework's page says what it claims and lists passages that lead to their place", async ({ page }) => {
  await page.goto("/frameworks");
  await page.getByRole("main").getByRole("link", { name: "Dual hedge" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dual hedge" })).toBeVisible();
  await expect(page.getByText("Heginbotham", { exact: false }).first()).toBeVisible();
  const passages = page.getByRole("region", { name: "Passages" });
  await passages.getByRole("link", { name: /^Contests/ }).click();
  await expect(page).toHaveURL(/stance=contests/);
  await expect(passages.getByText("supports", { exact: true })).toHaveCount(0);
  const quote = (await passages.locator("a .psg").first().textContent()) ?? "";
  await passages.locator("a:has(.psg)").first().click();
  await expect(page).toHaveURL(/\/articles\/.+#note-/);
  const opened = page.locator("article.note.is-active, article.note:target").first();
  await expect(opened).toBeVisible();
  const id = await opened.getAttribute("data-note-for");
  const marked = (await page.locator(`mark[data-p~="${id}"]`).allTextContents()).join("");
  expect(marked.replace(/\s+/g, " ")).toContain(quote.slice(0, 20));
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("the article, its marks and its notes can be read", async ({ page }) => {
    await page.goto(demoArticle.path);
    await expect(page.locator("mark.psg").first()).toBeVisible();
    await expect(page.locator("article.note").first()).toBeVisible();
    await expect(page.locator("#p1 details summary")).toBeVisible();
  });
});

test("what is not there answers 404, whatever was asked for", async ({ request }) => {
  for (const path of [
    "/articles/no-such",
    "/frameworks/no-such",
    "/articles/a-seat-at-the-table/annotations/0197f3a0-0000-7000-8000-000000000000",
    "/articles/x/annotations/1",
    "/no-such",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
