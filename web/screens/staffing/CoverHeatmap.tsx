import { useMemo, useRef } from 'react';
import { ChartFrame, type HeatData, type HeatHandle, Heatmap, readableWall } from '../../charts';
import { formatFte, formatNumber, signed } from '../../format';
import { type Cover, type DayGrid, gridValues } from './cover';
import { FIGURE_NAMES, type StaffingFigure } from './staffing-view';

interface Props {
  readonly cover: Cover;
  readonly grid: DayGrid;
  readonly figure: StaffingFigure;
  readonly subject: string;
  readonly stale: boolean;
  readonly selected: string;
  readonly onPick: (interval: string) => void;
}

/** The week by day and interval: red where agents are short, blue where there are more than needed. */
export function CoverHeatmap({ cover, grid, figure, subject, stale, selected, onPick }: Props) {
  const handle = useRef<HeatHandle>(null);
  const data = useMemo((): HeatData => {
    const net = (at: number) => (cover.available[at] ?? Number.NaN) - (cover.required[at] ?? Number.NaN);
    const value = figure === 'net' ? net : (at: number) => cover[figure][at] ?? Number.NaN;
    return {
      days: grid.days,
      times: grid.times,
      values: gridValues(grid, value, figure === 'required' ? 'most' : 'least'),
      scale: figure === 'net' ? 'signed' : 'amount',
      formatCell: (number) => (figure === 'net' ? signed(number, whole) : whole(number)),
      describe: (day, time) => {
        const at = grid.at[day]?.[time]?.[0];
        const when = `${readableWall(grid.days[day] ?? '')}, ${grid.times[time] ?? ''}`;
        if (at === undefined || Number.isNaN(cover.required[at])) return `${when}: closed`;
        return `${when}: required ${formatFte(cover.required[at])}, available ${formatFte(cover.available[at])}, net ${signed(net(at), formatFte)}`;
      },
    };
  }, [cover, grid, figure]);
  const place = useMemo(() => {
    const day = grid.days.indexOf(selected.slice(0, 10));
    const time = grid.times.indexOf(selected.slice(11, 16));
    return day >= 0 && time >= 0 ? { day, time } : null;
  }, [grid, selected]);
  const title = `${FIGURE_NAMES[figure]} by interval: ${subject}`;
  return (
    <ChartFrame
      title={title}
      order={2}
      description={DESCRIPTIONS[figure]}
      stale={stale}
      toSvg={() => handle.current?.toSvg() ?? null}
      table={() => ({
        columns: [
          { label: 'Interval' },
          { label: 'Contacts', format: formatNumber },
          { label: 'Required', unit: 'agents', format: formatFte },
          { label: 'Available', unit: 'agents', format: formatFte },
          { label: 'Net', unit: 'agents', format: (number) => signed(number, formatFte) },
        ],
        rows: cover.intervals.flatMap((interval, at) => {
          const [required, available] = [cover.required[at] ?? Number.NaN, cover.available[at] ?? Number.NaN];
          if (Number.isNaN(required)) return [];
          return [[interval, cover.contacts[at] ?? null, required, available, available - required]];
        }),
      })}
    >
      {({ width }) => (
        <Heatmap
          data={data}
          width={width}
          title={title}
          scaleWords={figure === 'net' ? ['short', 'to spare'] : ['few', 'many']}
          selected={place}
          handle={handle}
          onPick={({ day, time }) => {
            const at = grid.at[day]?.[time]?.[0];
            const interval = at === undefined ? undefined : cover.intervals[at];
            if (interval !== undefined) onPick(interval);
          }}
        />
      )}
    </ChartFrame>
  );
}

const DESCRIPTIONS: Readonly<Record<StaffingFigure, string>> = {
  net: 'Agents on duty minus agents required, in the planner’s time. Red is short, blue is to spare, grey is closed.',
  required: 'Agents that must be ready for contacts to keep the target, before shrinkage.',
  available: 'Agents on duty for this work after shrinkage, at their sites’ hours and seats.',
};

const whole = (number: number) => formatNumber(number, 0);
