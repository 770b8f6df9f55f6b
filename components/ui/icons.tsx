import type { ReactNode } from "react";

/** The product's glyphs, drawn on 16 × 16 in strokes of 1.4. Only those that are used. */
export const icons = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  down: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  right: <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />,
  left: <path d="m9.5 4.5-3.5 3.5 3.5 3.5" />,
  globe: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M2.5 8h11M8 2.5c-3.6 3.4-3.6 7.6 0 11M8 2.5c3.6 3.4 3.6 7.6 0 11" />
    </>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1" />
      <path d="M5.5 7V5.2a2.5 2.5 0 0 1 5 0V7" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.3" />
      <path d="M1.8 13c.3-2.6 2-3.9 4.2-3.9s3.9 1.3 4.2 3.9M10.3 3.4a2.3 2.3 0 0 1 0 4.2M11.7 9.5c1.5.5 2.4 1.7 2.6 3.5" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3.3 8.5 3 3 6.4-7" />,
  plus: <path d="M8 3.2v9.6M3.2 8h9.6" />,
  link: (
    <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.5" cy="8" r="1.2" />
      <circle cx="8" cy="8" r="1.2" />
      <circle cx="12.5" cy="8" r="1.2" />
    </g>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.7" />
      <path d="M8 1.8v1.4M8 12.8v1.4M1.8 8h1.4M12.8 8h1.4M3.6 3.6l1 1M11.4 11.4l1 1M12.4 3.6l-1 1M4.6 11.4l-1 1" />
    </>
  ),
  moon: <path d="M13 9.6A5.3 5.3 0 0 1 6.4 3a5.3 5.3 0 1 0 6.6 6.6Z" />,
  edit: <path d="m3 13 .6-2.8L10.8 3 13 5.2l-7.2 7.2L3 13Z" />,
  undo: <path d="m5.5 3.5-3 3 3 3M2.7 6.5h6.8a3.7 3.7 0 0 1 0 7.4H6" />,
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.7" />
      <path d="m7.2 8.8 6-6M11 5l1.8 1.8" />
    </>
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1" />
      <path d="M2.3 4.3 8 8.7l5.7-4.4" />
    </>
  ),
  upload: <path d="M8 10.5V3M4.8 6 8 2.8 11.2 6M2.8 13.2h10.4" />,
  download: <path d="M8 2.5v7.3M4.8 6.8 8 10l3.2-3.2M2.8 13.2h10.4" />,
  warn: (
    <>
      <path d="M8 2.6 14 13H2L8 2.6ZM8 6.6v3.2" />
      <circle cx="8" cy="11.4" r=".4" fill="currentColor" />
    </>
  ),
  arrow: <path d="M3 8h9.5M9 4.5 12.5 8 9 11.5" />,
  list: <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.6M2.5 8h.6M2.5 12h.6" />,
  trash: <path d="M3 4.5h10M6.5 4.3V2.8h3v1.5M4.3 4.5l.6 8.7h6.2l.6-8.7M6.8 7v4M9.2 7v4" />,
  out: <path d="M5 11 11.5 4.5M6.5 4.5h5v5" />,
  sliders: (
    <>
      <path d="M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6" />
      <circle cx="10.2" cy="4.5" r="1.7" />
      <circle cx="5.8" cy="11.5" r="1.7" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.4v3.4M8 5.1v.1" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof icons;
