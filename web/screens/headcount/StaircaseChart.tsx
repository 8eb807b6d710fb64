import { memo, useMemo, useState } from 'react';
import type { HeadcountAnswer, HeadcountGroup } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { ChartFrame, LineChart, type LineChartData, type LineHandleData, lineTable } from '../../charts';
import { formatCount, formatNumber } from '../../format';
import { editPlan, endGesture } from '../../state';
import { setWeek } from './week-edits';

interface Props {
  readonly plan: Plan;
  readonly answer: HeadcountAnswer;
  readonly group: HeadcountGroup;
  readonly name: string;
  readonly stale: boolean;
}

const one = (value: number) => formatNumber(value, 1);

/** Sums so far. */
function upTo(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

/**
 * Hires as a staircase, beside heads on the payroll and on contacts. Where one team is looked at, its steps are dragged: the
 * knob on a week makes its class larger or smaller.
 */
export const StaircaseChart = memo(function StaircaseChart({ plan, answer, group, name, stale }: Props) {
  const title = `Hires and heads, ${name}`;
  const { calendar } = plan;
  const [at, setAt] = useState<number | null>(null);
  const data = useMemo((): LineChartData => {
    const { employed, heads, hires, speedHours, productiveHours, leavers } = group.weekly;
    return {
      x: answer.weeks.map((week) => week.startDate),
      series: [
        { id: 'employed', label: 'Employed', values: employed, color: 1 },
        { id: 'contacts', label: 'On contacts', values: heads, color: 3, dash: 'dashed' },
        {
          id: 'full',
          label: 'As many at full speed',
          values: heads.map((count, week) =>
            productiveHours[week]! > 0 ? (count * speedHours[week]!) / productiveHours[week]! : 0,
          ),
          color: 4,
          dash: 'dotted',
        },
        { id: 'hired', label: 'Hired so far', values: upTo(hires), color: 5 },
        { id: 'left', label: 'Left so far', values: upTo(leavers), color: 6, weight: 'thin' },
      ],
      markers: answer.weeks.flatMap((week, index) =>
        hires[index]! > 0 && hires.filter((count) => count > 0).length <= 12
          ? [{ id: week.label, label: `+${one(hires[index]!)}`, from: week.startDate }]
          : [],
      ),
      y: { label: 'Heads', format: formatCount, formatExact: one, min: 0 },
    };
  }, [answer, group]);
  const [team] = group.teams.length === 1 ? group.teams : [];
  const handle = useMemo((): LineHandleData | undefined => {
    const { hires } = group.weekly;
    const first = hires.findIndex((count) => count > 0);
    const index = Math.min(hires.length - 1, at ?? Math.max(0, first));
    if (team === undefined) return undefined;
    const before = index > 0 ? upTo(hires)[index - 1]! : 0;
    return {
      series: 'hired',
      index,
      label: `Hires of ${answer.weeks[index]?.label ?? ''}`,
      onIndex: setAt,
      onRest: endGesture,
      onValue: (value, gesture) => {
        const heads = Math.max(0, Math.round(value - before));
        editPlan(
          `Hires of ${name}, ${answer.weeks[index]?.label ?? ''}: ${heads}`,
          (draft) => {
            const entry = draft.teams.find(({ id }) => id === team);
            if (entry) setWeek(entry, calendar, 'hires', index, heads);
          },
          gesture,
        );
      },
    };
  }, [group, at, team, name, calendar, answer]);
  return (
    <ChartFrame
      title={title}
      order={2}
      description={`Everybody paid, those of them on contacts, and how many experienced people those are worth; marks are classes that start on contacts.${
        team === undefined
          ? ' Pick one team to drag its hires.'
          : ' Press on the chart to pick a week, then drag the knob on “Hired so far” or use the arrow keys: the class of that week grows or shrinks.'
      }`}
      stale={stale}
      table={() => lineTable(data, 'Week from')}
    >
      {(size) => <LineChart data={data} size={size} title={title} handle={handle} />}
    </ChartFrame>
  );
});
