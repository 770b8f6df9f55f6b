import { type Draft, parseDrafts } from "@/lib/annotations/draft";
import type { ReaderViewer } from "./reader-viewer";

/** Where a reader's drafts for one revision are kept in this browser. */
export function draftsKey(revisionId: string, viewer: ReaderViewer): string {
  return `hedgerow:drafts:${revisionId}:${viewer.kind === "person" ? viewer.personId : viewer.kind}`;
}

export function readDrafts(key: string): Draft[] {
  return parseDrafts(readStored(key));
}

export function writeDrafts(key: string, drafts: readonly Draft[]): void {
  writeStored(key, drafts.length === 0 ? null : JSON.stringify(drafts));
}

/** Browsers may forbid storage altogether, or it may be full: what is written then lives as long as the page. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
