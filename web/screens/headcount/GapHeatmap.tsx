import { memo, useMemo, useRef } from 'react';
import { type HeadcountAnswer, headcountRates } from '../../../engine/answers';
import { ChartFrame, type HeatData, type HeatHandle, Heatmap } from '../../charts';
import { formatDay, formatFte, formatNumber, signed } from '../../format';

interface Props {
  readonly answer: HeadcountAnswer;
  readonly unit: 'fte' | 'heads';
  readonly stale: boolean;
  readonly onPick: (row: string) => void;
}

/** Who is short when: a row for each team, site, provider or kind, a column a week. */
export const GapHeatmap = memo(function GapHeatmap({ answer, unit, stale, onPick }: Props) {
  const handle = useRef<HeatHandle>(null);
  const { groups, weeks } = answer;
  const name = unit === 'heads' ? 'heads' : 'FTE';
  const data = useMemo((): HeatData => {
    const required = (row: number, week: number) =>
      groups[row]!.weekly[unit === 'heads' ? 'requiredHeads' : 'requiredFte'][week]!;
    const available = (row: number, week: number) =>
      groups[row]!.weekly[unit === 'heads' ? 'heads' : 'availableFte'][week]!;
    return {
      days: groups.map((group) => group.id),
      rowLabels: groups.map((group) => group.name),
      times: weeks.map((week) => week.label),
      plainColumns: true,
      values: groups.map((_, row) =>
        weeks.map((_week, at) =>
          required(row, at) === 0 && available(row, at) === 0 ? Number.NaN : available(row, at) - required(row, at),
        ),
      ),
      scale: 'signed',
      formatCell: (value) => (Math.abs(value) < 0.5 ? '' : signed(value, (number) => formatNumber(number, 0))),
      describe: (row, at) => {
        const where = `${groups[row]?.name ?? ''}, ${weeks[at]?.label ?? ''} (${formatDay(weeks[at]?.startDate)})`;
        if (required(row, at) === 0 && available(row, at) === 0) return `${where}: nobody is needed and nobody there`;
        return `${where}: required ${formatFte(required(row, at))}, available ${formatFte(available(row, at))}, gap ${signed(available(row, at) - required(row, at), formatFte)} ${name}`;
      },
    };
  }, [groups, weeks, unit, name]);
  return (
    <ChartFrame
      title={`Gap by week, in ${name}`}
      order={2}
      description="People on contacts less people required: red is short, blue to spare, grey neither needed nor there. Teams that do the same work share its gap. Pick a row to see its weeks."
      stale={stale}
      height={Math.max(80, groups.length * 30 + 26)}
      toSvg={() => handle.current?.toSvg() ?? null}
      table={() => ({
        columns: [
          { label: 'Row' },
          { label: 'Week' },
          { label: 'Required', unit: 'FTE', format: formatFte },
          { label: 'Available', unit: 'FTE', format: formatFte },
          { label: 'Gap', unit: 'FTE', format: (value) => signed(value, formatFte) },
        ],
        rows: groups.flatMap((group) =>
          weeks.map((week, at) => [
            group.name,
            week.label,
            group.weekly.requiredFte[at]!,
            group.weekly.availableFte[at]!,
            headcountRates(group.weekly, at).gapFte,
          ]),
        ),
      })}
    >
      {({ width }) => (
        <Heatmap
          data={data}
          width={width}
          title={`Gap by week, in ${name}`}
          scaleWords={['short', 'to spare']}
          handle={handle}
          onPick={({ day }) => {
            const group = groups[day];
            if (group) onPick(group.id);
          }}
        />
      )}
    </ChartFrame>
  );
});
