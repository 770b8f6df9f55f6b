import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { withServer } from "../bench/server";
import { startEmbedded } from "../scripts/embedded-postgres.mjs";
import { makeTemporaryFolder, removeFolder } from "../scripts/lib/temporary.mjs";
import { migrate } from "../scripts/migrate.mjs";

const ANNOTATIONS = 1000;
/** Of a thousand notes, those near the window and some. */
const FEW = 250;

/** A server and a database of this test's own: the demo is not so crowded. */
test("in a book, a margin of a thousand notes is mounted by parts, and every one of them can be reached and read", async ({ browser }) => {
  test.setTimeout(180_000);
  const folder = makeTemporaryFolder("e2e-crowded");
  const database = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(database.url);
    const slug = execFileSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "bench/fill.ts", "40000", String(ANNOTATIONS)],
      {
        env: {
          ...process.env,
          DATABASE_URL: database.url,
          HEDGEROW_ORIGIN: "http://localhost",
          NEXTAUTH_SECRET: "only-for-this-test-only-for-this-test",
        },
        encoding: "utf8",
      },
    );
    await withServer(database.url, async (origin) => {
      const address = `${origin}/articles/${slug}`;

      const still = await browser.newPage({ javaScriptEnabled: false });
      await still.goto(address);
      expect(await still.locator("mark[data-first]").count()).toBeGreaterThan(ANNOTATIONS / 2);
      const notes = await still.locator("article.note").count();
      expect(notes).toBeGreaterThan(10);
      expect(notes).toBeLessThan(FEW);
      await still.close();

      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      // In a book, an address within it leads there, although what lies before has not been laid out.
      await page.goto(`${address}#p390`);
      await expect(page.locator("[data-enhanced]")).toBeAttached();
      await expect(page.locator("#p390 .para__n")).toBeInViewport();
      // Far down, where no note was sent along: a passage, its note, and the note's words.
      const last = page.locator("mark[data-first]").last();
      await last.scrollIntoViewIfNeeded();
      await last.focus();
      const note = page.locator("article.note.is-active");
      await expect(async () => {
        await page.keyboard.press("Enter");
        await expect(note).toBeFocused({ timeout: 1000 });
      }).toPass();
      await expect(note).toBeInViewport();
      await expect(note).toContainText("A note of a sentence or so");
      expect(await page.locator("article.note").count()).toBeLessThan(FEW);
      await page.keyboard.press("Escape");
      await expect(last).toBeFocused();

      // Back at the beginning the notes there are there again, and none lies on another.
      await page.keyboard.press("Control+Home");
      await expect(page.locator("article.note").first()).toBeInViewport();
      await expect(page.locator("article.note .note__w")).toHaveCount(0);
      const boxes = await page
        .locator("article.note, .note--fold")
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).filter(({ height }) => height > 0));
      const sorted = boxes.sort((a, b) => a.top - b.top);
      for (const [index, box] of sorted.slice(1).entries()) expect(box.top).toBeGreaterThanOrEqual((sorted[index]?.bottom ?? 0) - 1);
      await page.close();
    });
  } finally {
    await database.stop();
    removeFolder(folder);
  }
});
