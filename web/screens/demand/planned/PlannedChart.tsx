import { NativeSelect } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { ChartFrame, LineChart, type LineHandleData, type LineMarker, lineTable, Segments } from '../../../charts';
import { addDays, formatDate } from '../../../format';
import { endGesture } from '../../../state';
import { eventSpan } from './event-actions';
import { lastAuthor, setOverride } from './override-actions';
import css from './planned.module.css';
import { PLANNED, type PlanGrain, plannedLines } from './planned-lines';
import { selectionMenu, selectionOf } from './selection';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
  /** A stream's id, or a way to put streams together. */
  readonly stream: string;
  readonly grain: PlanGrain;
  /** The event picked below. */
  readonly event: string;
  readonly onStream: (stream: string) => void;
  readonly onGrain: (grain: PlanGrain) => void;
}

/** Days shown at once where the chart goes by day. */
const DAYS_SHOWN = 56;

/** Contacts that the plan expects, with what its models alone say; a point of a single line can be dragged. */
export const PlannedChart = memo(function PlannedChart(props: Props) {
  const { plan, answer, stale, stream, grain, event, onStream, onGrain } = props;
  /** The point that can be moved; a fifth of the way in until one is picked. */
  const [index, setIndex] = useState<number | null>(null);
  const [firstDay, setFirstDay] = useState(0);
  const selection = selectionOf(plan, stream);
  const last = answer.days.length;
  const from = grain === 'day' ? Math.min(firstDay, Math.max(0, last - DAYS_SHOWN)) : 0;
  const chart = useMemo(() => {
    const span = grain === 'day' ? ([from, Math.min(last, from + DAYS_SHOWN)] as const) : undefined;
    const markers = eventMarkers(plan, event);
    return plannedLines(answer, { selection: selectionOf(plan, stream), grouping: stream, grain, markers, span });
  }, [plan, answer, stream, grain, event, from, last]);
  const picked = Math.min(index ?? Math.floor(chart.x.length / 5), chart.x.length - 1);
  const handle = useMemo((): LineHandleData | undefined => {
    const { scope } = selectionOf(plan, stream);
    const planned = chart.series.find(({ id }) => id === PLANNED)?.values;
    const day = chart.x[picked];
    if (!scope || !planned || day === undefined) return undefined;
    return {
      series: PLANNED,
      index: picked,
      label: `Contacts of the ${grain}`,
      onIndex: setIndex,
      onRest: endGesture,
      onValue: (value, gesture) =>
        setOverride(
          plan,
          {
            scope,
            from: day,
            until: grain === 'week' ? addDays(day, 6) : day,
            change: { kind: 'set', contacts: Math.round(value), each: grain },
            author: lastAuthor(plan),
            reason: 'Set on the chart',
            contactsThen: planned[picked] ?? 0,
          },
          gesture,
        ),
    };
  }, [plan, stream, grain, chart, picked]);
  const title = `Contacts a ${grain} in the plan`;
  const hint = selection.scope
    ? 'Press on the chart to pick a point, then drag its knob or use the arrow keys: what you set is an override, divided over the streams and hours beneath.'
    : 'Choose one line (all together, a channel, a market or a stream) to change it by dragging.';
  return (
    <ChartFrame
      title={title}
      order={2}
      description={`First attempts that the plan expects, with events, measures and overrides. ${hint}`}
      height={300}
      stale={stale}
      table={() => lineTable(chart, grain === 'week' ? 'Week from' : 'Day')}
      actions={
        <>
          {grain === 'day' && (
            <span className={css.pager}>
              <button
                type="button"
                className="chart-button"
                disabled={from === 0}
                onClick={() => setFirstDay(Math.max(0, from - DAYS_SHOWN / 2))}
              >
                Earlier
              </button>
              <button
                type="button"
                className="chart-button"
                disabled={from + DAYS_SHOWN >= last}
                aria-label={`Later than ${formatDate(answer.days[Math.min(last, from + DAYS_SHOWN) - 1])}`}
                onClick={() => setFirstDay(from + DAYS_SHOWN / 2)}
              >
                Later
              </button>
            </span>
          )}
          <Segments
            label="Steps of the plan"
            choices={[
              { value: 'week', label: 'Week' },
              { value: 'day', label: 'Day' },
            ]}
            value={grain}
            onChange={onGrain}
          />
          <NativeSelect
            aria-label="Which streams"
            size="xs"
            data={selectionMenu(plan)}
            value={stream}
            onChange={(change) => onStream(change.currentTarget.value)}
          />
        </>
      }
    >
      {(size) => <LineChart data={chart} size={size} title={title} handle={handle} />}
    </ChartFrame>
  );
});

/** The picked event on the chart, or the first few of them, so that their marks stay readable. */
function eventMarkers(plan: Plan, picked: string): LineMarker[] {
  const on = (plan.events ?? []).filter((one) => one.on);
  const shown = on.some(({ id }) => id === picked) ? on.filter(({ id }) => id === picked) : on.slice(0, 3);
  return shown.map((one) => {
    const { start, end } = eventSpan(one, plan.calendar);
    return { id: one.id, label: one.name, from: start, until: end };
  });
}
