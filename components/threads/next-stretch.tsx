"use client";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { plural } from "@/lib/format";
import { buttonClass } from "../ui/button";

type Props = { /** without script, a page that begins there */ href: string; rest: number; load(): Promise<string | null> };

/** Leads on to the comments that are not loaded yet. With script they come in here, and who asked for them stands at the first. */
export function NextStretch({ href, rest, load }: Props) {
  const [isLoading, setLoading] = useState(false);
  const first = useRef<string | null>(null);
  useEffect(() => {
    if (first.current !== null) document.getElementById(`comment-${first.current}`)?.focus();
    first.current = null;
  });
  const follow = async (event: MouseEvent) => {
    // To a tab of its own it leads as any link does.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isLoading) return;
    setLoading(true);
    first.current = await load();
    setLoading(false);
  };
  return (
    <p className="more" aria-live="polite">
      <a className={buttonClass()} href={href} onClick={follow}>
        {isLoading ? "On their way…" : "Go on reading"}
      </a>
      {rest > 0 && <span className="muted">{plural(rest, { one: "comment more", other: "comments more" })}</span>}
    </p>
  );
}
