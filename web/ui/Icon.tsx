const PATHS = {
  overview: 'M3 11.5 12 4l9 7.5M5.5 10v9.5h13V10M10 19.5v-6h4v6',
  demand: 'M3 19h18M4 15l4-6 4 4 4-8 4 5',
  footprint: 'M4 6h16M4 12h16M4 18h16M9 4v16',
  staffing: 'M4 5h4v4H4zM10 5h4v4h-4zM16 5h4v4h-4zM4 12h4v4H4zM10 12h4v4h-4zM16 12h4v4h-4z',
  headcount:
    'M9 4.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM3 19.5c0-3.6 2.4-6 6-6s6 2.4 6 6M16 5.5h5M16 10h5M17.5 14.5h3.5',
  money: 'M3 6.5h18v11H3zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM6 10v4M18 10v4',
  disruptions: 'M13 3 5 13.5h6L10 21l9-11h-6.5z',
  mixes: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5',
  concentration: 'M12 3a9 9 0 1 0 9 9h-9zM15 3.5a9 9 0 0 1 5.5 5.5H15z',
  risk: 'M3 4v16h18M6 7c4 0 4 9 14 9.5M14 12.5v4M17.5 14.5v2',
  calculator:
    'M6 3.5h12v17H6zM9 7h6M9 11.5h.1M12 11.5h.1M15 11.5h.1M9 14.5h.1M12 14.5h.1M15 14.5h.1M9 17.5h.1M12 17.5h3.1',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  redo: 'm16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.6.3-1 .8-1 1.5v.5M12 16.5v.3',
  down: 'm6 9 6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  bin: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  folder: 'M3 7V5.5h6l2 2h10V19H3z',
  save: 'M12 4v11m0 0-4-4m4 4 4-4M5 19h14',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.3v.2',
  check: 'm5 12.5 4.5 4.5L19 7.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; it says nothing that the word doesn't. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
