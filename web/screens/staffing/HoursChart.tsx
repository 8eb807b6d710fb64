import { useMemo } from 'react';
import { ChartFrame, LineChart, type LineChartData } from '../../charts';
import { addDays, formatCount, signed } from '../../format';

interface Props {
  readonly hours: { readonly required: readonly number[]; readonly available: readonly number[] };
  readonly labels: readonly string[];
  readonly startDate: string;
  readonly subject: string;
  readonly stale: boolean;
}

/** Agent hours required and on duty in every week of the horizon. */
export function HoursChart({ hours, labels, startDate, subject, stale }: Props) {
  const data = useMemo(
    (): LineChartData => ({
      x: labels.map((_, week) => addDays(startDate, week * 7)),
      series: [
        { id: 'required', label: 'Required', values: hours.required, color: 2, dash: 'solid' },
        { id: 'available', label: 'Available', values: hours.available, color: 1, dash: 'dashed' },
      ],
      y: { label: 'Agent hours a week', format: formatCount, formatExact: formatCount },
    }),
    [hours, labels, startDate],
  );
  const title = `Agent hours by week: ${subject}`;
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Hours ready for contacts at full speed, before shrinkage: required, and on duty for this work in the undisturbed plan."
      height={220}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Week' },
          { label: 'Begins' },
          { label: 'Required', unit: 'h', format: formatCount },
          { label: 'Available', unit: 'h', format: formatCount },
          { label: 'Net', unit: 'h', format: (value) => signed(value, formatCount) },
        ],
        rows: labels.map((label, week) => {
          const [required, available] = [hours.required[week] ?? 0, hours.available[week] ?? 0];
          return [label, addDays(startDate, week * 7), required, available, available - required];
        }),
      })}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}
