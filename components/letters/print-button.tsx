"use client";
import { Button } from "../ui/button";

/** Prints the page; every browser can print into a PDF. */
export function PrintButton() {
  return (
    <Button size="sm" onClick={() => window.print()}>
      Print or PDF
    </Button>
  );
}
