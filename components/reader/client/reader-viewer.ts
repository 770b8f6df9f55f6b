/** Who is reading, as far as the browser may know. The server's own viewer also names a session: that must not be sent. */
export type ReaderViewer = { kind: "anonymous" } | { kind: "person"; personId: string; displayName: string };
