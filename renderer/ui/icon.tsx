import type { ReactNode } from 'react';

/** Drawn on 16 × 16 with a 1.6 stroke, as in the navigation. */
const DRAWINGS = {
  overview: <path d="M2 2h5v6H2zM9 2h5v3H9zM9 7h5v7H9zM2 10h5v4H2z" />,
  explore: <path d="M2 3h12v10H2zM2 6.5h12M6.5 3v10" />,
  goals: (
    <>
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="2.4" />
    </>
  ),
  forecast: <path d="m2 11.5 4-4 3 2.5 5-6M10.5 4H14v3.5" />,
  reports: <path d="M3.5 2h6L13 5.5V14H3.5zM9.5 2v3.5H13M6 8.5h4.5M6 11h4.5" />,
  kpis: <path d="M2.2 12.5a6.2 6.2 0 1 1 11.6 0M8 11.5l2.8-4.2" />,
  'customer-value': (
    <>
      <circle cx="6" cy="5.2" r="2.7" />
      <path d="M1.5 13.5a4.5 4.5 0 0 1 9 0M10.8 2.9a2.6 2.6 0 0 1 0 4.6M12.2 9.6a4.4 4.4 0 0 1 2.3 3.9" />
    </>
  ),
  data: <path d="M8 2v7.5M5 7l3 3 3-3M2.5 11.5V14h11v-2.5" />,
  upload: <path d="M8 10.5V3M5 5.5l3-3 3 3M2.5 11.5V14h11v-2.5" />,
  download: <path d="M8 2.5V10M5 7.5l3 3 3-3M2.5 13.5h11" />,
  file: <path d="M3.5 2h6L13 5.5V14H3.5zM9.5 2v3.5H13" />,
  folder: <path d="M2 4h4l1.5 2H14v7H2z" />,
  sample: <path d="M6 2h4M7 2v4.5L3 13.2c-.2.4 0 .8.5.8h9c.5 0 .7-.4.5-.8L9 6.5V2M5 10.5h6" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  'chevron-down': <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  'chevron-right': <path d="m6.5 4.5 3.5 3.5-3.5 3.5" />,
  'chevron-left': <path d="M9.5 4.5 6 8l3.5 3.5" />,
  'arrow-right': <path d="M3 8h10M9 4l4 4-4 4" />,
  swap: <path d="M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3" />,
  redo: <path d="m10.5 3 3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3" />,
  undo: <path d="M5.5 3 2.5 6l3 3M2.5 6H9a4 4 0 0 1 0 8H6" />,
  warning: <path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.3v4M8 4.9V5" />
    </>
  ),
  inspector: <path d="M2 3h12v10H2zM9.5 3v10M11.3 6h1.2M11.3 8.5h1.2" />,
  pen: <path d="m2.5 13.5.6-3L10.6 3l2.4 2.4-7.5 7.5zM9 4.6 11.4 7" />,
  trash: <path d="M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4" />,
  copy: <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />,
  lock: <path d="M3.5 7.5h9V14h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />,
  filter: <path d="M2 3.5h12L9.5 8.7V13l-3-1.5V8.7z" />,
  table: <path d="M2 3h12v10H2zM2 6.3h12M2 9.7h12M7 3v10" />,
  chart: <path d="M2.5 13.5v-5h3v5M6.5 13.5v-10h3v10M10.5 13.5v-7h3v7M1.5 13.5h13" />,
  calendar: <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />,
  settings: <path d="M2 4.5h6M11 4.5h3M2 11.5h3M8 11.5h6M8 2.8v3.4M5 9.8v3.4" />,
  more: <path d="M3.5 8h.1M8 8h.1M12.5 8h.1" strokeWidth="2.4" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
    </>
  ),
  moon: <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />,
  language: <path d="M2 4h7M5.5 2.5V4M8 4c-.8 3-2.8 5-5.5 6M3.5 6c1 1.8 2.6 3 4.5 3.6M8.5 14l3-7 3 7M9.5 11.8h4" />,
  print: <path d="M4 6V2h8v4M4 11H2V6h12v5h-2M4 9.5h8V14H4z" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof DRAWINGS;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** Always beside a text or inside a named control, so hidden from screen readers. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
