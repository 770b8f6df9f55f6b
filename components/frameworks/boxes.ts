/** The two marks of stance in pictures, as parts of an SVG path. Many of them are one path, so a busy article is not a thousand elements. */

/** To be filled: stands for support. */
export function solid(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
}

/** To be stroked one pixel wide: stands for contest, and measures outside what a solid one measures. */
export function hollow(x: number, y: number, width: number, height: number): string {
  return solid(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
