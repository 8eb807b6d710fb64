import { memo, useMemo } from 'react';
import type { MoneyAnswer } from '../../../engine/answers';
import { BarChart, type BarChartData, type BarRow, barHeight, ChartFrame } from '../../charts';
import { amount, change, type Reading } from './money-words';

interface Props {
  readonly answer: MoneyAnswer;
  readonly reading: Reading;
  readonly stale: boolean;
}

/** From one cost to another, component by component: what a scenario adds and takes away. */
export const CostBridge = memo(function CostBridge({ answer, reading, stale }: Props) {
  const { bridge } = answer;
  const rows = useMemo(() => (bridge ? bridgeRows(answer) : []), [answer, bridge]);
  if (!bridge) return null;
  const title = `From ${bridge.from} to ${answer.name}`;
  const ends = new Set(['from', 'to']);
  const levels = rows.flatMap(({ from = 0, value }) => [from, from + value]);
  const [least, most] = [Math.min(...levels.filter((level) => level > 0)), Math.max(...levels)];
  // Steps too small to see from zero are drawn on a scale that begins nearer to them.
  const steps = rows.filter(({ id }) => !ends.has(id)).flatMap(({ from = 0, value }) => [from, from + value]);
  const room = steps.length > 0 ? Math.max(...steps) - Math.min(...steps) : 0;
  const min = room < most / 4 ? Math.max(0, least - room) : 0;
  const data: BarChartData = {
    rows,
    min,
    label: `Loaded cost over the plan, ${reading.code}${min > 0 ? `; the scale begins at ${amount(min, reading)}` : ''}`,
    format: (value) =>
      rows.some((row) => ends.has(row.id) && row.value === value) ? amount(value, reading) : change(value, reading),
  };
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Where a scenario costs more and where less; components that stay the same are left out."
      height={barHeight(rows.length, 900)}
      stale={stale}
      table={() => ({
        columns: [{ label: 'Component' }, { label: 'From' }, { label: 'To' }, { label: 'Change' }],
        rows: bridge.steps.map(({ label, from, to, change: by }) => [
          label,
          from * reading.perUnit,
          to * reading.perUnit,
          by * reading.perUnit,
        ]),
      })}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
});

function bridgeRows({ bridge, name, tree }: MoneyAnswer): BarRow[] {
  const rows: BarRow[] = [];
  if (!bridge) return rows;
  rows.push({ id: 'from', label: bridge.from, value: bridge.fromTotal, from: 0, tone: 'muted' });
  let level = bridge.fromTotal;
  for (const { component, label, change: by } of bridge.steps) {
    if (Math.abs(by) < 0.5) continue;
    rows.push({ id: component, label, value: by, from: level, tone: by < 0 ? 'good' : 'bad' });
    level += by;
  }
  rows.push({ id: 'to', label: name, value: tree.total, from: 0, tone: 'normal' });
  return rows;
}
