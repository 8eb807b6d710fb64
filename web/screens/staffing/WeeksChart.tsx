import { useMemo } from 'react';
import type { StaffAnswer } from '../../../engine/answers';
import { ChartFrame, LineChart, type LineChartData } from '../../charts';
import { addDays, formatCount, formatFte, signed } from '../../format';

interface Props {
  readonly weeks: StaffAnswer['weeks'];
  readonly startDate: string;
  /** First day of the week that the rest of the screen shows; null when it shows all of them. */
  readonly week: string | null;
  readonly stale: boolean;
}

/** The whole horizon by week: paid FTE that the requirement takes through shrinkage, against paid FTE there. */
export function WeeksChart({ weeks, startDate, week, stale }: Props) {
  const data = useMemo(
    (): LineChartData => ({
      x: weeks.map((_, index) => addDays(startDate, index * 7)),
      series: [
        {
          id: 'required',
          label: 'Required paid FTE',
          values: weeks.map((one) => one.requiredPaidFte),
          color: 2,
          dash: 'solid',
        },
        {
          id: 'available',
          label: 'Available paid FTE',
          values: weeks.map((one) => one.availablePaidFte),
          color: 1,
          dash: 'dashed',
        },
      ],
      markers: week === null ? [] : [{ id: 'shown', label: 'Week shown above', from: week, until: addDays(week, 6) }],
      y: { label: 'Paid FTE', format: formatCount, formatExact: formatFte },
    }),
    [weeks, startDate, week],
  );
  const title = 'Whole horizon by week, all streams';
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Required agents, divided by what shrinkage leaves, as paid FTE; heads are rounded once, after adding everything up."
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Week' },
          { label: 'Begins' },
          { label: 'Required agent hours', unit: 'h', format: formatCount },
          { label: 'Required paid FTE', format: formatFte },
          { label: 'Available paid FTE', format: formatFte },
          { label: 'Net paid FTE', format: (value) => signed(value, formatFte) },
          { label: 'Heads needed', format: formatCount },
        ],
        rows: weeks.map((one, index) => [
          one.label,
          addDays(startDate, index * 7),
          one.requiredAgentHours,
          one.requiredPaidFte,
          one.availablePaidFte,
          one.availablePaidFte - one.requiredPaidFte,
          one.heads,
        ]),
      })}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}
