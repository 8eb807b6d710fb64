import type { DemandAnswer, PlannedStream } from '../../../../engine/answers';
import type { LineChartData, LineMarker } from '../../../charts';
import { formatCompact, formatCount } from '../../../format';
import { groupedDemand } from '../grouped-demand';
import type { Selection } from './selection';

export type PlanGrain = 'week' | 'day';

/** Name of the line that can be moved. */
export const PLANNED = 'planned';

/** Sums of the streams in a selection, by day. */
export function daysOf(streams: readonly PlannedStream[], selection: Selection, figure: 'model' | 'contacts') {
  const chosen = streams.filter(selection.includes);
  const sums = new Float64Array(streams[0]?.contacts.length ?? 0);
  for (const stream of chosen) {
    stream[figure].forEach((value, day) => {
      sums[day] = (sums[day] ?? 0) + value;
    });
  }
  return sums;
}

/** Days added up to plan weeks. */
export function weeksOf(days: Float64Array): Float64Array {
  const weeks = new Float64Array(Math.ceil(days.length / 7));
  days.forEach((value, day) => {
    const week = Math.floor(day / 7);
    weeks[week] = (weeks[week] ?? 0) + value;
  });
  return weeks;
}

/** First day of every step of the chart. */
export function stepDays({ days }: DemandAnswer, grain: PlanGrain): string[] {
  return grain === 'day' ? [...days] : days.filter((_, day) => day % 7 === 0);
}

/** Contacts as planned; beside them the model alone where the selection is one line. */
export function plannedLines(
  answer: DemandAnswer,
  about: {
    readonly selection: Selection;
    readonly grouping: string;
    readonly grain: PlanGrain;
    readonly markers: readonly LineMarker[];
    /** First step shown and one past the last; all without it. */
    readonly span?: readonly [number, number] | undefined;
  },
): LineChartData {
  const { selection, grouping, grain, markers, span = [0, answer.days.length] } = about;
  const at = (days: Float64Array) => (grain === 'week' ? weeksOf(days) : days).slice(span[0], span[1]);
  const y = {
    label: `Contacts a ${grain}`,
    format: (value: number) => formatCompact(value),
    formatExact: (value: number) => formatCount(value),
  };
  const x = stepDays(answer, grain).slice(span[0], span[1]);
  if (!selection.scope) {
    const lines = groupedDemand(answer.streams, grouping);
    return { x, series: lines.map((line) => ({ ...line, values: at(line.values) })), markers, y };
  }
  const planned = at(daysOf(answer.streams, selection, 'contacts'));
  const model = at(daysOf(answer.streams, selection, 'model'));
  const differs = planned.some((value, step) => value !== model[step]);
  return {
    x,
    series: [
      ...(differs
        ? [
            {
              id: 'model',
              label: 'Model alone',
              values: model,
              color: 7 as const,
              dash: 'dashed' as const,
              weight: 'thin' as const,
            },
          ]
        : []),
      { id: PLANNED, label: `${selection.label}, as planned`, values: planned, color: 1, dash: 'solid' },
    ],
    markers,
    y,
  };
}
