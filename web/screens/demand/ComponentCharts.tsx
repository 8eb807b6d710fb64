import { memo, useMemo } from 'react';
import type { HistoryForecast } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import { BarChart, barHeight, ChartFrame, LineChart, type LineChartData, lineTable } from '../../charts';
import { formatCompact, formatCount, formatNumber, formatShare } from '../../format';
import { InTurn } from '../../ui';
import { eventLine, partLines } from './component-lines';
import css from './demand.module.css';
import { dayShape } from './history-lines';

interface Props {
  readonly history: History;
  readonly forecast: HistoryForecast;
  readonly stale: boolean;
}

/** History and forecast taken apart: level, season of the year, shape of week and day, holidays; and what each adds ahead. */
export const ComponentCharts = memo(function ComponentCharts({ history, forecast, stale }: Props) {
  const { rows, week } = forecast.components;
  const level = useMemo(
    (): LineChartData => ({
      x: rows.map((row) => row.timestamp.slice(0, 10)),
      series: [
        {
          id: 'total',
          label: 'As it was',
          values: rows.map((row) => row.total),
          color: 7,
          dash: 'solid',
          weight: 'thin',
        },
        { id: 'level', label: 'Level', values: rows.map((row) => row.level), color: 1, dash: 'solid' },
      ],
      y: { label: 'Contacts', format: (value) => formatCompact(value), formatExact: (value) => formatCount(value) },
    }),
    [rows],
  );
  const year = useMemo((): LineChartData | null => {
    if (!rows.some((row) => row.year !== null)) return null;
    return {
      x: rows.map((row) => row.timestamp.slice(0, 10)),
      series: [{ id: 'year', label: 'Times the level', values: rows.map((row) => row.year), color: 3, dash: 'solid' }],
      limits: [{ label: 'the level', value: 1 }],
      y: { label: 'Factor of the year', format: (value) => formatNumber(value, 2) },
    };
  }, [rows]);
  const ahead = useMemo(() => partLines(forecast), [forecast]);
  const events = useMemo(() => eventLine(forecast), [forecast]);
  const weekdays = useMemo(
    () => ({
      rows: week.map(({ weekday, factor }) => ({ id: weekday, label: weekday, value: factor })),
      label: 'Factor of the weekday',
      format: (value: number) => formatNumber(value, 2),
      min: 0,
    }),
    [week],
  );
  const slots = useMemo((): LineChartData | null => {
    const shape = dayShape(history);
    return (
      shape && {
        x: shape.x,
        timeOfDay: true,
        series: [{ id: 'share', label: 'Share of the day', values: shape.values, color: 4, dash: 'solid' }],
        y: { label: 'Share of the day’s contacts', format: (value) => formatShare(value) },
      }
    );
  }, [history]);
  return (
    <div className={css.components}>
      <InTurn>
        <ChartFrame
          title="Parts of the forecast"
          description="Contacts a day that each part adds or takes; together they are the forecast."
          height={170}
          order={4}
          stale={stale}
          table={() => lineTable(ahead)}
        >
          {(size) => <LineChart data={ahead} size={size} title="Parts of the forecast" />}
        </ChartFrame>
        {events && (
          <ChartFrame
            title="Holidays and named days"
            description="Contacts of a day against a usual one like it: holidays, the days around them, and other days that the calendar names."
            height={170}
            order={4}
            stale={stale}
            table={() => lineTable(events)}
          >
            {(size) => <LineChart data={events} size={size} title="Holidays and named days" />}
          </ChartFrame>
        )}
        <ChartFrame
          title="Level"
          description="What remains when week and year are taken out."
          height={170}
          order={4}
          stale={stale}
          table={() => lineTable(level)}
        >
          {(size) => <LineChart data={level} size={size} title="Level" />}
        </ChartFrame>
        {year && (
          <ChartFrame
            title="Season of the year"
            description="By how much the season lifts or lowers the level."
            height={170}
            order={4}
            stale={stale}
            table={() => lineTable(year)}
          >
            {(size) => <LineChart data={year} size={size} title="Season of the year" />}
          </ChartFrame>
        )}
        {week.length > 0 && (
          <ChartFrame
            title="Shape of the week"
            description="By how much a weekday lies above or below the level."
            height={barHeight(week.length, 600)}
            order={4}
            stale={stale}
            table={() => ({
              columns: [{ label: 'Weekday' }, { label: 'Factor', format: (value) => formatNumber(value, 2) }],
              rows: week.map(({ weekday, factor }) => [weekday, factor]),
            })}
          >
            {({ width }) => <BarChart data={weekdays} width={width} title="Shape of the week" />}
          </ChartFrame>
        )}
        {slots && (
          <ChartFrame
            title="Shape of the day"
            description="Share of a day’s contacts by interval, over the last eight weeks."
            height={170}
            order={4}
            stale={stale}
            table={() => lineTable(slots, 'Time of day')}
          >
            {(size) => <LineChart data={slots} size={size} title="Shape of the day" />}
          </ChartFrame>
        )}
      </InTurn>
    </div>
  );
});
