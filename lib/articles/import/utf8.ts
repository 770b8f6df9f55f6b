/** How a lead byte starts a sequence: its length, and the range its second byte must lie in (which excludes overlong forms and surrogates). */
function lead(byte: number): { length: number; low: number; high: number } | null {
  if (byte < 0x80) return { length: 1, low: 0, high: 0 };
  if (byte >= 0xc2 && byte <= 0xdf) return { length: 2, low: 0x80, high: 0xbf };
  if (byte === 0xe0) return { length: 3, low: 0xa0, high: 0xbf };
  if (byte === 0xed) return { length: 3, low: 0x80, high: 0x9f };
  if (byte >= 0xe1 && byte <= 0xef) return { length: 3, low: 0x80, high: 0xbf };
  if (byte === 0xf0) return { length: 4, low: 0x90, high: 0xbf };
  if (byte >= 0xf1 && byte <= 0xf3) return { length: 4, low: 0x80, high: 0xbf };
  if (byte === 0xf4) return { length: 4, low: 0x80, high: 0x8f };
  return null;
}

/** Offset of the first byte that breaks UTF-8 (Unicode 16, table 3-7), or null. `TextDecoder` knows only that there is one. */
export function firstInvalidByte(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    const start = lead(bytes[at] ?? 0);
    if (start === null) return at;
    for (let offset = 1; offset < start.length; offset += 1) {
      const next = bytes[at + offset];
      const [low, high] = offset === 1 ? [start.low, start.high] : [0x80, 0xbf];
      if (next === undefined) return at;
      if (next < low || next > high) return at + offset;
    }
    at += start.length;
  }
  return null;
}
