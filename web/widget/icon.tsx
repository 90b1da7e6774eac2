const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  options: 'M5 12h.01M12 12h.01M19 12h.01',
  enlarge: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  reduce: 'M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6',
  send: 'M4 12l16-8-6 16-3-6z',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1-4 4-6 8-6s7 2 8 6',
  robot: 'M5 8h14v11H5zM12 8V4M9 13h.01M15 13h.01M9 16.5h6',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  note: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5M12 8h.01',
  link: 'M14 5h5v5M19 5l-8 8M10 6H5v13h13v-5',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2',
} as const;

/** Drawn, never announced: the text beside it says everything. */
export const Icon = ({ name }: { name: keyof typeof PATHS }) => (
  <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
