import { expect, type Locator, type Page } from "@playwright/test";

/** Waits until the reader answers to mouse and keys. */
export async function readerReady(page: Page): Promise<void> {
  await expect(page.locator("[data-reader][data-enhanced]")).toBeAttached();
}

/** Goes to a control as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}

export function paragraph(page: Page, number: number): Locator {
  return page.locator(`#p${number} [data-text]`);
}

/** The words from `first` to `last` in a paragraph's text, counted from 0. */
export async function wordsOf(page: Page, number: number, first: number, last: number): Promise<string> {
  const text = (await paragraph(page, number).textContent()) ?? "";
  const words = [...text.matchAll(/\S+/g)];
  const [from, to] = [words[first], words[last]];
  if (!from || !to) throw new RangeError(`paragraph ${number} has ${words.length} words`);
  return text.slice(from.index, to.index + to[0].length);
}

/** Where the words stand on the screen: the middle of the left edge of the first letter and of the right edge of the last. */
async function edgesOf(page: Page, number: number, quote: string) {
  const text = paragraph(page, number);
  await text.scrollIntoViewIfNeeded();
  return text.evaluate((element, words) => {
    const at = (element.textContent ?? "").indexOf(words);
    if (at < 0) throw new RangeError(`“${words}” is not there`);
    const place = (offset: number) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (left < length) return { node, offset: left };
        left -= length;
      }
      throw new RangeError("past the end");
    };
    const box = (offset: number) => {
      const range = document.createRange();
      const { node, offset: within } = place(offset);
      range.setStart(node, within);
      range.setEnd(node, within + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [box(at), box(at + words.length - 1)];
    return { from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right - 1, y: last.top + last.height / 2 } };
  }, quote);
}

/** Selects words by pressing the mouse at the first letter and letting go at the last. */
export async function dragOver(page: Page, number: number, quote: string): Promise<void> {
  await paragraph(page, number).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const { from, to } = await edgesOf(page, number, quote);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Types into the framework field and takes the first that is found. */
export async function chooseFramework(page: Page, words: string): Promise<void> {
  const field = page.getByRole("combobox", { name: "Framework" });
  await field.fill(words);
  await expect(page.getByRole("option").first()).toBeVisible();
  await field.press("Enter");
}

export function composer(page: Page): Locator {
  return page.getByRole("dialog", { name: /Tag this passage|Change your annotation/ });
}

/** The margin notes that say these words. */
export function notesSaying(page: Page, words: string): Locator {
  return page.locator("article.note", { hasText: words });
}
