import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./support/people";

const source = (page: Page) => page.getByRole("textbox", { name: /Text, Markdown or HTML/ });

async function preview(page: Page, text: string): Promise<void> {
  await source(page).fill(text);
  await page.getByRole("button", { name: "Preview" }).click();
}

async function upload(page: Page, name: string, content: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: content });
  await page.getByRole("button", { name: "Preview" }).click();
}

test.beforeEach(async ({ page }) => {
  await signInAs(page, "a reader", "/import");
});

test("Markdown: previewed, corrected, saved, and told when it comes again", async ({ page }) => {
  const mark = randomUUID();
  const text = `# Between ${mark}\n\nBy A. Writer\n\nA *first* paragraph with a [link](https://example.org/) in it, long enough to be read as one.\n\n## A heading\n\nA second paragraph, 日本語 and all 🕰️.`;
  await preview(page, text);
  await expect(page.getByLabel("Title")).toHaveValue(`Between ${mark}`);
  await page.getByLabel("Title").fill(`Corrected ${mark}`);
  await page.getByLabel("Authors").fill("Another Writer");
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/articles\/corrected-/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Corrected ${mark}`);
  await expect(page.locator("#p1 em")).toHaveText("first");
  await expect(page.locator("#p1 [data-text] a")).toHaveAttribute("href", "https://example.org/");
  await expect(page.locator("#p2")).toContainText("日本語 and all 🕰️");
  await page.goto("/import");
  await preview(page, text);
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByText("This text is already here.")).toBeVisible();
});

test("HTML: scripts and handlers are gone, said so, and what is left is text", async ({ page }) => {
  const mark = randomUUID();
  const html = `<!doctype html><html lang="en"><head><title>Hostile ${mark}</title></head><body><article><h1>Hostile ${mark}</h1>
    <p onclick="window.ran=1">A paragraph of ${mark} with <b>strong</b> words.<script>window.ran=1</script></p>
    <p><img src=x onerror="window.ran=1">Another paragraph, <a href="javascript:window.ran=1">not a link</a>.</p></article></body></html>`;
  await upload(page, "hostile.html", Buffer.from(html));
  await expect(page.getByLabel("Title")).toHaveValue(`Hostile ${mark}`);
  await expect(page.getByRole("region", { name: "Left out" })).toContainText(/script/i);
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/articles\/hostile-/);
  await expect(page.locator("#p1 strong")).toHaveText("strong");
  await expect(page.locator("[data-text] :is(img, script, [onclick], [onerror], a)")).toHaveCount(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("what is still being typed is saved, and corrections outlast a look at the source and a wrong click", async ({ page }) => {
  const mark = randomUUID();
  const text = `# Kept ${mark}\n\nBy A. Writer\n\nA first paragraph that is long enough to be read as one.\n\nA second paragraph, also long enough.`;
  await preview(page, text);
  const first = page.getByRole("textbox", { name: "Text of ¶ 1" });
  await page.getByRole("button", { name: "Edit ¶ 1" }).click();
  await first.fill(`The first, mended ${mark}.`);
  // another paragraph is opened: the words stay
  await page.getByRole("button", { name: "Edit ¶ 2" }).click();
  await expect(first).toHaveCount(0);
  await page.getByRole("textbox", { name: "Text of ¶ 2" }).fill(`The second, mended ${mark}.`);
  // a link of ours asks first
  const asked: string[] = [];
  page.once("dialog", (dialog) => {
    asked.push(dialog.message());
    dialog.dismiss();
  });
  await page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name: "Library" }).click();
  expect(asked).toHaveLength(1);
  await page.getByRole("button", { name: "Back to the source" }).click();
  await expect(source(page)).toHaveValue(text);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("Your corrections are still here.")).toBeVisible();
  await expect(page.getByText(`The second, mended ${mark}.`)).toBeVisible();
  await page.getByRole("button", { name: "Back to the source" }).click();
  await page.getByRole("button", { name: "Return to your corrections" }).click();
  await page.getByRole("button", { name: "Edit ¶ 1" }).click();
  await first.fill(`The first, mended again ${mark}.`);
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/articles\/kept-/);
  await expect(page.locator("#p1 [data-text]")).toHaveText(`The first, mended again ${mark}.`);
  await expect(page.locator("#p2 [data-text]")).toHaveText(`The second, mended ${mark}.`);
});

const nested = (open: string, close: string) => `${open.repeat(10_000)}deep${close.repeat(10_000)}`;
const bad: [name: string, file: string, content: Buffer, message: RegExp][] = [
  ["an empty file", "empty.txt", Buffer.from(""), /empty/i],
  ["a binary file", "picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xd]), /PNG|picture|binary/i],
  ["invalid UTF-8", "latin.txt", Buffer.from([...Buffer.from("A title\n\nCaf"), 0xe9, 0x20, 0x61]), /UTF-8/],
  ["20 MB of text", "long.txt", Buffer.alloc(20 * 1024 * 1024, "many words "), /20 MB|at most 4 MB/],
  ["HTML nested 10,000 deep", "deep.html", Buffer.from(nested("<div>", "</div>")), /nested|deep/i],
  ["Markdown nested 10,000 deep", "deep.md", Buffer.from(`${"> ".repeat(10_000)}deep`), /nested|deep/i],
  ["an article without paragraphs", "none.html", Buffer.from("<html><body><script>1</script></body></html>"), /paragraph|nothing/i],
];
for (const [name, file, content, message] of bad) {
  test(`${name} is refused with words, and nothing is stored`, async ({ page, request }) => {
    const library = async () => (await (await request.get("/")).text()).match(/href="\/articles\/[^"]+"/g)?.length;
    const before = await library();
    await page.locator("input[type=file]").setInputFiles({ name: file, mimeType: "application/octet-stream", buffer: content });
    // What can be told from the file itself is told when it is chosen; for the rest the server has to read it.
    if (!(await page.getByText(message).first().isVisible())) await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByText(message).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Save article" })).toHaveCount(0);
    expect(await library()).toBe(before);
  });
}

test("the door refuses requests that do not come from our pages, or from nobody", async ({ page, playwright, baseURL }) => {
  const multipart = { text: "A title\n\nA paragraph." };
  const elsewhere = await page.request.post("/api/import/preview", { multipart, headers: { origin: "https://example.org" } });
  expect(elsewhere.status()).toBe(400);
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.post("/api/import/preview", { multipart, headers: { origin: baseURL ?? "" } })).status()).toBe(401);
  const large = await page.request.post("/api/import/preview", {
    multipart: { text: "x".repeat(5 * 1024 * 1024) },
    headers: { origin: baseURL ?? "" },
  });
  expect(large.status()).toBe(413);
  await stranger.dispose();
});

const realArticle = new URL("../../shared/articles/more-equal-alliance.txt", import.meta.url);
const isPresent = existsSync(realArticle);

test(isPresent ? "the real article goes in whole" : "skipped: the real article is not beside this checkout", async ({ page }) => {
  if (!isPresent) return;
  const lines = readFileSync(realArticle, "utf8").split(/\r?\n/);
  await upload(page, "more-equal-alliance.txt", readFileSync(realArticle));
  await expect(page.getByLabel("Title")).toHaveValue(lines[0]?.trim() ?? "");
  await page.getByRole("button", { name: "Save article" }).click();
  await page.waitForURL(/\/articles\/japans-search/);
  const body = await page.locator("[data-block][id^=p] [data-text]").allTextContents();
  const biography = lines.findIndex((line) => line.startsWith("Nathan W. Novak is"));
  const expected = lines.slice(3, biography).filter((line) => line.trim() !== "" && !line.startsWith("READ"));
  expect(body).toHaveLength(expected.length);
  for (const [index, text] of body.entries()) expect(expected[index]?.endsWith(text), `paragraph ${index + 1}`).toBe(true);
  expect(body.join("\n")).not.toContain("READ");
  await expect(page.locator("main")).toContainText("eight-year resident");
  const threads = page.getByRole("region", { name: /first published/i });
  await expect(threads.getByText("Justice1215").first()).toBeVisible();
  await expect(threads.getByText("unnamed commenter").first()).toBeVisible();
  await expect(threads.getByText("Michiko").first()).toBeVisible();
  await expect(threads.locator(".reply--author")).toHaveCount(1);
  await page.goto("/import");
  await upload(page, "more-equal-alliance.txt", readFileSync(realArticle));
  await page.getByRole("button", { name: "Save article" }).click();
  await expect(page.getByText("This text is already here.")).toBeVisible();
});
