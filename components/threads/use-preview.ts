"use client";
import { useState } from "react";
import type { RichBlock } from "@/lib/markdown/rich";
import type { Mentionable } from "@/lib/threads/mentions";

type Preview = { at: "closed" } | { at: "asked" } | { at: "shown"; blocks: RichBlock[] } | { at: "failed"; message: string };

const NOT_REACHED = "The preview could not be fetched. What you wrote is still here.";

/** How a text will look once it is posted, asked of the server, which alone reads Markdown. */
export function usePreview(load: () => Promise<Mentionable[]>) {
  const [preview, setPreview] = useState<Preview>({ at: "closed" });
  const open = async (text: string) => {
    setPreview({ at: "asked" });
    const people = text.includes("@") ? await load() : [];
    const body = JSON.stringify({ text, mentions: people.map(({ name }) => name) });
    const asking = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    const answer = await fetch("/api/markdown/preview", asking).catch(() => null);
    const said: { blocks?: RichBlock[]; message?: string } = (await answer?.json().catch(() => null)) ?? {};
    setPreview(said.blocks ? { at: "shown", blocks: said.blocks } : { at: "failed", message: said.message ?? NOT_REACHED });
  };
  return { preview, open, close: () => setPreview({ at: "closed" }) };
}
