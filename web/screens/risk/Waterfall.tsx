import { memo, useMemo } from 'react';
import type { RiskAttribution } from '../../../engine/answers';
import { BarChart, type BarChartData, barHeight, ChartFrame } from '../../charts';
import { formatShare } from '../../format';
import { FIGURE_WORDS } from './risk-view';

interface Props {
  readonly attribution: RiskAttribution;
  readonly write: (value: number) => string;
}

/** Causes shown one by one; the smallest are put together. */
const SHOWN = 10;

/** From the plan to the mean of the worst twentieth, cause by cause. */
export const Waterfall = memo(function Waterfall({ attribution, write }: Props) {
  const { label, unit } = FIGURE_WORDS[attribution.figure];
  const title = 'What makes the worst twentieth';
  const data = useMemo((): BarChartData => {
    const [plan, uncertainty, ...hazards] = attribution.parts;
    const sorted = [...hazards].sort((a, b) => Math.abs(b.tail) - Math.abs(a.tail));
    const rest = sorted.slice(SHOWN).reduce((sum, part) => sum + part.tail, 0);
    const steps = [
      ...[plan, uncertainty].flatMap((part) => (part ? [{ id: part.id, label: part.name, value: part.tail }] : [])),
      ...sorted.slice(0, SHOWN).map(({ id, name, tail }) => ({ id, label: name, value: tail })),
      ...(sorted.length > SHOWN
        ? [{ id: 'rest', label: `${sorted.length - SHOWN} smaller hazards`, value: rest }]
        : []),
    ];
    let from = 0;
    const rows = steps.map((step) => {
      const row = { ...step, from, tone: step.value < 0 ? ('good' as const) : ('normal' as const) };
      from += step.value;
      return row;
    });
    return {
      rows: [...rows, { id: 'total', label: 'Mean of the worst twentieth', value: attribution.tail, tone: 'muted' }],
      label: `${label}, ${unit}`,
      format: write,
    };
  }, [attribution, label, unit, write]);
  const table = () => ({
    columns: [
      { label: 'Cause' },
      { label: 'Strikes' },
      { label: 'Mean year', unit, format: write },
      { label: 'Worst twentieth', unit, format: write },
      { label: 'Share of the worst twentieth', format: (value: number) => formatShare(value) },
    ],
    rows: [
      ...attribution.parts.map(({ name, node, mean, tail }) => [
        name,
        node,
        mean,
        tail,
        tail / (attribution.tail || 1),
      ]),
      ['Total', null, attribution.mean, attribution.tail, 1],
    ],
  });
  return (
    <ChartFrame
      title={title}
      description="Each cause with its mean over the worst twentieth of years; bars begin where the one before ends, and add up to the last. As a table also for the mean year."
      table={table}
      height={barHeight(data.rows.length, 500)}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
});
