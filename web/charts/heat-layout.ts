import { type HeatState, isOpen } from './heat-state';
import { formatWall, wallMinutes } from './wall-time';

/** A heatmap in pixels: days down on a wide screen, days across on a narrow one. */
export interface HeatLayout {
  readonly width: number;
  readonly height: number;
  readonly daysAcross: boolean;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly cells: readonly HeatCell[];
  readonly labels: readonly {
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'middle' | 'end';
  }[];
}

export interface HeatCell {
  readonly day: number;
  readonly time: number;
  readonly x: number;
  readonly y: number;
  /** -1 to 1 (signed) or 0 to 1 (amount); null where closed. */
  readonly strength: number | null;
  readonly text: string;
}

const FONT = 10.5;
const LETTER = 6.3;

/** Puts a heatmap's cells into the width at hand; its height follows. */
export function heatLayout(state: HeatState, width: number): HeatLayout {
  const { data, from, to, most } = state;
  const { rowLabels } = data;
  const daysAcross = width < 640 && !rowLabels;
  const times = to - from;
  const days = data.days.length;
  const longest = Math.max(0, ...(rowLabels ?? []).map((label) => label.length));
  const left = rowLabels ? Math.min(width * 0.32, 14 + longest * LETTER) : daysAcross ? 44 : 92;
  const top = 22;
  const cellWidth = (width - left - 1) / Math.max(1, daysAcross ? days : times);
  const cellHeight = daysAcross ? 19 : 30;
  const place = (day: number, time: number) => ({
    x: left + (daysAcross ? day : time - from) * cellWidth,
    y: top + (daysAcross ? time - from : day) * cellHeight,
  });
  const cells: HeatCell[] = [];
  for (let day = 0; day < days; day++) {
    for (let time = from; time < to; time++) {
      const value = data.values[day]?.[time];
      const open = isOpen(value);
      const text = open ? data.formatCell(value) : '';
      cells.push({
        day,
        time,
        ...place(day, time),
        strength: open ? Math.max(-1, Math.min(1, value / most)) : null,
        text: text.length * FONT * 0.62 <= cellWidth - 3 ? text : '',
      });
    }
  }
  return {
    width,
    height: top + (daysAcross ? times : days) * cellHeight + 4,
    daysAcross,
    left,
    top,
    cellWidth,
    cellHeight,
    cells,
    labels: [
      ...(rowLabels
        ? rowWords(rowLabels, from, place, left, cellHeight)
        : dayLabels(state, place, cellWidth, cellHeight, daysAcross)),
      ...(data.plainColumns ? columnWords(state, place, cellWidth) : timeLabels(state, place, cellWidth, daysAcross)),
    ],
  };
}

type Place = (day: number, time: number) => { x: number; y: number };

function rowWords(
  labels: readonly string[],
  from: number,
  place: Place,
  left: number,
  height: number,
): HeatLayout['labels'] {
  const letters = Math.max(3, Math.floor((left - 12) / LETTER));
  return labels.map((label, row) => {
    const { x, y } = place(row, from);
    const text = label.length > letters ? `${label.slice(0, letters - 1)}…` : label;
    return { text, x: x - 6, y: y + height / 2 + 4, anchor: 'end' as const };
  });
}

function columnWords({ data, from, to }: HeatState, place: Place, width: number): HeatLayout['labels'] {
  const longest = Math.max(1, ...data.times.map((label) => label.length));
  const room = longest * 7 + 12;
  const every = Math.max(1, Math.ceil(room / width));
  const end = place(0, to).x;
  return data.times.slice(from, to).flatMap((text, at) => {
    const { x } = place(0, from + at);
    // The last one only where it fits whole.
    return at % every === 0 && x + room - 10 <= end ? [{ text, x: x + 1, y: 14, anchor: 'start' as const }] : [];
  });
}

function dayLabels(
  { data, from }: HeatState,
  place: Place,
  width: number,
  height: number,
  across: boolean,
): HeatLayout['labels'] {
  return data.days.map((date, day) => {
    const { x, y } = place(day, from);
    const at = wallMinutes(date);
    return across
      ? {
          text: formatWall(at, width < 46 ? 'weekdayDay' : 'weekday').replace(',', ''),
          x: x + width / 2,
          y: 14,
          anchor: 'middle' as const,
        }
      : { text: formatWall(at, 'weekday').replace(',', ''), x: x - 6, y: y + height / 2 + 4, anchor: 'end' as const };
  });
}

function timeLabels({ data, from, to }: HeatState, place: Place, width: number, across: boolean): HeatLayout['labels'] {
  const room = across ? 19 : width;
  const perHour = data.times.length / 24;
  const every = Math.max(1, Math.ceil((across ? 19 : 38) / (room * perHour))) * perHour;
  const labels: HeatLayout['labels'][number][] = [];
  for (let time = from; time < to; time++) {
    if (time % every !== 0) continue;
    const { x, y } = place(0, time);
    const text = data.times[time] ?? '';
    labels.push(across ? { text, x: x - 5, y: y + 14, anchor: 'end' } : { text, x: x + 1, y: 14, anchor: 'start' });
  }
  return labels;
}

/** The cell below a point, or null. */
export function cellAt(
  layout: HeatLayout,
  state: HeatState,
  x: number,
  y: number,
): { day: number; time: number } | null {
  const column = Math.floor((x - layout.left) / layout.cellWidth);
  const row = Math.floor((y - layout.top) / layout.cellHeight);
  const day = layout.daysAcross ? column : row;
  const time = (layout.daysAcross ? row : column) + state.from;
  const inside = day >= 0 && day < state.data.days.length && time >= state.from && time < state.to;
  return inside ? { day, time } : null;
}
