"use client";
import type { MouseEvent, ReactNode } from "react";
import { Button } from "../ui/button";

type Props = { label: string; trigger: ReactNode; className?: string; children: ReactNode };

const menuId = "bar-menu";

/**
 * What opens at the end of the app bar. A native popover: the browser closes it on Escape and on a click elsewhere,
 * and keeps the tab order. Following a link in it does not leave the page, so that closes it here.
 */
export function BarMenu({ label, trigger, className, children }: Props) {
  const closeAfterChoice = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest("a")) event.currentTarget.hidePopover();
  };
  return (
    <>
      <Button isIcon className={className} popoverTarget={menuId} aria-label={label}>
        {trigger}
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the links inside, which have their own keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div id={menuId} popover="auto" className="menu bar__menu" onClick={closeAfterChoice}>
        {children}
      </div>
    </>
  );
}
