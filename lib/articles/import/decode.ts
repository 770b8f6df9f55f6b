import { AppError } from "../../errors";
import { binaryKind } from "./file-kinds";
import { checkSize, checkSource } from "./source";
import { firstInvalidByte } from "./utf8";

function invalid(message: string): never {
  throw new AppError("invalid", message, "file");
}

/** `byte 1,204 (line 12)`: offsets count from 0, as editors and hex viewers do. */
function bytePosition(bytes: Uint8Array, offset: number): string {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1;
  return `byte ${offset.toLocaleString("en-US")} (line ${line.toLocaleString("en-US")})`;
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  if (bytes.length % 2 === 1) invalid(`The file is UTF-16 but ends in half a character, at byte ${bytes.length - 1}.`);
  // Not fatal, and then checked: the check can say where a lone surrogate is, the decoder cannot.
  const units = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text: string[] = [];
  for (let at = 2; at < bytes.length; at += 2) text.push(String.fromCharCode(units.getUint16(at, encoding === "utf-16le")));
  return text.join("");
}

function decodeUtf8(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const hint = nul <= 1 ? " It may be UTF-16 without a byte order mark: save it as UTF-8." : "";
    invalid(`The file is binary, not text: there is a NUL at ${bytePosition(bytes, nul)}.${hint}`);
  }
  const bad = firstInvalidByte(bytes);
  if (bad !== null)
    invalid(`The file is not UTF-8: the first byte that cannot be read is ${bytePosition(bytes, bad)}. Save it as UTF-8 and try again.`);
  return new TextDecoder("utf-8").decode(bytes);
}

/**
 * The text of an uploaded file: UTF-8 with or without a byte order mark, or UTF-16 with one. Anything else is refused with a
 * message that says what it is and at which byte; text is never guessed at, because a wrong guess silently changes words.
 */
export function decodeSource(bytes: Uint8Array): string {
  checkSize(bytes.length);
  if (bytes.length === 0) invalid("The file is empty.");
  const kind = binaryKind(bytes);
  if (kind !== null) invalid(`This is a ${kind}, not text (recognised at byte 0). Open it, copy its text and paste that instead.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checkSource(decodeUtf16(bytes, "utf-16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checkSource(decodeUtf16(bytes, "utf-16be"));
  return checkSource(decodeUtf8(bytes));
}
