/**
 * The weights and limits of judging places. They are few, and each is in bits (how unlikely that chance explains it) or a share of what
 * was quoted. They were tuned on the corpus of tests/fixtures/anchoring with one seed, and are reported with another.
 */

/**
 * A character tells this share of what its frequency alone says, the rest being foreseeable from the ones before it. Shannon (Prediction
 * and Entropy of Printed English, 1951) found 1.3 of 4.1 bits for readers with all that went before; for a few words a little more.
 */
const UNFORESEEN = 0.4;

/** What an edit takes from the evidence: where it is, of which kind, and which character. An edited quote must tell more than one. */
export const EDIT_BITS = 4;

/** Bits beyond the number of places searched: a match by accident in one of a thousand texts. */
export const MARGIN_BITS = 10;

/** A place with this much less evidence than the best one is out of the running: a thousand times less likely. */
export const RIVAL_BITS = 10;

/** An edited quote is taken for the same when this share of it is as it was: below, half the corpus's rewritten sentences would be, too. */
export const SAME_SHARE = 0.6;

/** A person is asked about a likeness of this share: strangers of equal length are alike in a quarter to a third of their letters. */
export const LIKE_SHARE = 0.4;

/** Nobody is asked about a place where less than this share of a passage is left, whatever those words are. */
export const LEAST_SHARE = 0.1;

/** Neighbours are the same when this share of them is; otherwise the context changed. */
export const CONTEXT_SHARE = 0.5;

/** What a character of this text tells, in bits: its entropy (Shannon 1948), less what is foreseeable. */
export function bitsOf(codes: Uint16Array): number {
  const counts = new Uint32Array(0x10000);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  let entropy = 0;
  for (const code of codes) {
    const count = counts[code] ?? 0;
    if (count > 0) entropy -= (count / codes.length) * Math.log2(count / codes.length);
    counts[code] = 0;
  }
  return entropy * UNFORESEEN;
}

/** What it tells that so many characters agree, with so many edits. Not below nothing. */
export function agreement(length: number, edits: number, bits: number): number {
  return Math.max(0, (length - edits) * bits - edits * EDIT_BITS);
}
