/** The few icons of the page, drawn as strokes of 1.75 in a box of 20; decoration only, names are on the buttons. */

const PATHS = {
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.8v1.8M10 16.4v1.8M1.8 10h1.8M16.4 10h1.8M4.2 4.2l1.3 1.3M14.5 14.5l1.3 1.3M4.2 15.8l1.3-1.3M14.5 5.5l1.3-1.3",
  moon: "M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3Z",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4",
  close: "M5 5l10 10M15 5L5 15",
  search: "M8.5 3.5a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.3 12.3l4.2 4.2",
  path: "M5 12.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4M15 3.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4M6.6 13.2l2.2-2.4a1.6 1.6 0 0 1 1.2-.5h.2a1.6 1.6 0 0 0 1.2-.6l2-2.5",
  open: "M2.8 15.5v-11h5l1.6 2h7.8v9ZM10 13.4V8.8M8 10.7l2-2l2 2",
  download: "M10 3.5v9M6.3 9l3.7 3.7L13.7 9M3.5 16.5h13",
  info: "M10 2.8a7.2 7.2 0 1 0 0 14.4a7.2 7.2 0 1 0 0-14.4M10 9.2v4.4M10 6.4v.2",
  help: "M10 2.8a7.2 7.2 0 1 0 0 14.4a7.2 7.2 0 1 0 0-14.4M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 13.9v.2",
  filter: "M3 5h14M5.5 10h9M8.5 15h3",
  left: "M12 4.5L6.5 10l5.5 5.5",
  down: "M4.5 8l5.5 5.5L15.5 8",
  up: "M4.5 12L10 6.5l5.5 5.5",
  undo: "M7.5 4.5L3.5 8.5l4 4M4 8.5h8a4 4 0 0 1 0 8H8",
  redo: "M12.5 4.5l4 4l-4 4M16 8.5H8a4 4 0 0 0 0 8h4",
  quote: "M4 5.5h12M4 9h12M4 12.5h8",
  menu: "M4 5.5h12M4 10h12M4 14.5h12",
  eye: "M2.5 10s2.7-5 7.5-5s7.5 5 7.5 5s-2.7 5-7.5 5s-7.5-5-7.5-5M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4",
  camera: "M3 6.5h3l1.3-2h5.4l1.3 2h3v9H3ZM10 8.3a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 1 0 0-5.4",
  play: "M6.5 4.5v11l9-5.5Z",
  pause: "M7 4.5v11M13 4.5v11",
  swap: "M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3",
  right: "M8 4.5l5.5 5.5L8 15.5",
  again: "M15.8 8A6.2 6.2 0 1 0 16 11.6M16.2 3.8V8H12",
  lasso:
    "M10 3.2c4.2 0 7 2 7 4.6s-2.8 4.6-7 4.6c-1 0-2-.1-2.8-.4M4.6 10.6C3.6 9.9 3 8.9 3 7.8c0-2.6 2.8-4.6 7-4.6M6 10.3a1.6 1.6 0 1 0 0 3.2a1.6 1.6 0 1 0 0-3.2M5.6 13.5c.2 1.2-.3 2.2-1.6 3",
  lock: "M5.5 9h9v7.5h-9ZM7.3 9V6.5a2.7 2.7 0 0 1 5.4 0V9",
  relax:
    "M10 8.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6M3 10h3.2M4.8 8L3 10l1.8 2M17 10h-3.2M15.2 8L17 10l-1.8 2M10 3v3.2M8 4.8L10 3l2 1.8M10 17v-3.2M8 15.2L10 17l2-1.8",
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon in the colour of the text around it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
