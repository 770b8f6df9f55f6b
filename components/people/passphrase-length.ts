import { MIN_PASSPHRASE_LENGTH } from "@/lib/people/schema";

const graphemes = new Intl.Segmenter();

/** What there is to say about a passphrase: its length, which is what makes it hard to guess. */
export function lengthInWords(passphrase: string): string {
  const length = [...graphemes.segment(passphrase)].length;
  const missing = MIN_PASSPHRASE_LENGTH - length;
  if (length === 0) return `At least ${MIN_PASSPHRASE_LENGTH} characters of any kind. A few words that you will remember are best.`;
  if (missing > 0) return `${missing === 1 ? "One more character" : `${missing} more characters`}, please.`;
  if (length < 16) return "Long enough. Longer is better.";
  if (length < 24) return "A good length.";
  return "A very good length.";
}
