/** Beginnings of files that people take for text, and what to call them. */
const KINDS: readonly { starts: readonly number[]; name: string }[] = [
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], name: "PDF file" },
  { starts: [0x89, 0x50, 0x4e, 0x47], name: "PNG picture" },
  { starts: [0xff, 0xd8, 0xff], name: "JPEG picture" },
  { starts: [0x47, 0x49, 0x46, 0x38], name: "GIF picture" },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], name: "old Word or Office file" },
  { starts: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: "RTF file" },
  { starts: [0x1f, 0x8b], name: "gzip archive" },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Names inside a ZIP's first entries that tell which kind it is. */
const ZIP_KINDS: readonly { contains: string; name: string }[] = [
  { contains: "word/", name: "Word file (DOCX)" },
  { contains: "application/epub+zip", name: "EPUB book" },
  { contains: "application/vnd.oasis.opendocument", name: "OpenDocument file" },
  { contains: "[Content_Types].xml", name: "Word or Office file (DOCX)" },
];

/** A ZIP names its entries in clear text; the first ones lie within this many bytes. */
const ZIP_LOOK = 4096;

const startsWith = (bytes: Uint8Array, starts: readonly number[]) => starts.every((byte, index) => bytes[index] === byte);

/** What the bytes are when they are a known format that is not text, e.g. "PDF file"; else null. */
export function binaryKind(bytes: Uint8Array): string | null {
  if (!startsWith(bytes, ZIP)) return KINDS.find((kind) => startsWith(bytes, kind.starts))?.name ?? null;
  const head = String.fromCharCode(...bytes.subarray(0, ZIP_LOOK));
  return ZIP_KINDS.find((kind) => head.includes(kind.contains))?.name ?? "ZIP archive";
}
