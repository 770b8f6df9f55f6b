import type { Tokens, Vocabulary } from "./tokens";

/** Punctuation keeps this share of its bits: a comma follows the words around it and says little that they do not say. */
const SIGN_SHARE = 0.3;

/** Short texts show too few words to say how common each is: so many others are taken to stand beside them. */
const UNSEEN = 500;

/**
 * What each word tells about the place where it stands, in bits: log2 of one in how many words it is (self-information; as in inverse
 * document frequency). A run of words worth b bits is expected in 2^-b of unrelated places.
 */
export function weigh(texts: readonly Tokens[], vocabulary: Vocabulary): Float64Array {
  const counts = new Float64Array(vocabulary.size);
  let total = 0;
  for (const { ids, count } of texts) {
    total += count;
    for (let i = 0; i < count; i++) {
      const id = ids[i] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  }
  return counts.map((count, id) => Math.log2((total + UNSEEN) / Math.max(1, count)) * (vocabulary.isSign(id) ? SIGN_SHARE : 1));
}
