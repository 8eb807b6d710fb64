import type { HistoryForecast } from '../../../engine/answers';
import type { LineChartData } from '../../charts';
import { formatCompact, formatCount, formatNumber } from '../../format';

const PARTS = [
  ['trend', 'Level and trend', 1],
  ['year', 'Season of the year', 3],
  ['week', 'Weekday', 2],
  ['day', 'Time of day', 4],
  ['events', 'Holidays and named days', 5],
] as const;

/** A part that never moves a day by this share of the forecast is left out of the chart. */
const FAINT = 0.001;

/** What each part of a forecast adds to its days (to its weeks, where it has no days). */
export function partLines({ steps, components: { ahead } }: HistoryForecast): LineChartData {
  const dayOf = steps.timestamps.map((at) => at.slice(0, 10));
  // Closed days hold nothing, and a line that falls to it would say otherwise.
  const days = [...new Set(dayOf.filter((_, step) => (steps.mean[step] ?? 0) > 0))];
  const place = new Map(days.map((day, at) => [day, at]));
  const sums = PARTS.map(([id, label, color]) => {
    const values = new Float64Array(days.length);
    ahead[id].forEach((value, step) => {
      const at = place.get(dayOf[step] ?? '');
      if (at !== undefined) values[at] = (values[at] ?? 0) + value;
    });
    return { id, label, color, values };
  });
  const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = largest(sums[0]?.values ?? new Float64Array());
  return {
    x: days,
    series: sums
      .filter(({ id, values }) => id === 'trend' || largest(values) > FAINT * whole)
      .map(({ id, label, color, values }) => ({ id, label, values, color, dash: 'solid' })),
    y: { label: 'Contacts', format: (value) => formatCompact(value), formatExact: (value) => formatCount(value) },
  };
}

/** A day against a usual one like it, over history and forecast; null where no day is anything but usual. */
export function eventLine({ steps, components: { rows, ahead } }: HistoryForecast): LineChartData | null {
  const usual = new Map<string, { mean: number; events: number }>();
  steps.timestamps.forEach((at, step) => {
    const day = at.slice(0, 10);
    const sum = usual.get(day) ?? { mean: 0, events: 0 };
    usual.set(day, {
      mean: sum.mean + (steps.mean[step] ?? 0),
      events: sum.events + (ahead.events[step] ?? 0),
    });
  });
  const past = rows.map(({ timestamp, event }) => [timestamp.slice(0, 10), event] as const);
  const last = past.at(-1)?.[0] ?? '';
  const next = [...usual]
    .filter(([day]) => day > last)
    .map(([day, { mean, events }]) => [day, mean - events > 0 ? mean / (mean - events) : 1] as const);
  const all = [...past, ...next];
  if (!all.some(([, factor]) => Math.abs(factor - 1) > FAINT)) return null;
  return {
    x: all.map(([day]) => day),
    series: [
      { id: 'factor', label: 'Times a usual day', values: all.map(([, factor]) => factor), color: 5, dash: 'solid' },
    ],
    limits: [{ label: 'a usual day', value: 1 }],
    markers: next[0] ? [{ id: 'forecast-begins', label: 'Forecast begins', from: next[0][0] }] : [],
    y: { label: 'Factor of the day', format: (value) => formatNumber(value, 2) },
  };
}
