import { useCallback, useMemo } from 'react';
import type { ProviderScore } from '../../../../engine/answers';
import { BarChart, type BarChartData, barHeight, ChartFrame, type ChartTable } from '../../../charts';
import { formatNumber, gradeLabel } from '../../../format';
import css from '../concentration.module.css';

interface Props {
  readonly score: ProviderScore;
  readonly others: readonly ProviderScore[];
}

const CAPABILITIES = [
  ['engagement', 'Engagement'],
  ['selfService', 'Self-service'],
  ['analytics', 'Analytics'],
  ['automation', 'Automation'],
] as const;

const write = (value: number) => formatNumber(value, 2);

/** The four capabilities of a provider as they were entered, with the mean of the others. */
export function CapabilityBars({ score, others }: Props) {
  const rows = useMemo(() => rowsOf(score, others), [score, others]);
  const table = useCallback((): ChartTable => tableOf(rows), [rows]);
  const data: BarChartData = useMemo(
    () => ({
      rows: rows.map(({ id, label, value, mean }) => ({
        id,
        label,
        value,
        detail: mean === null ? undefined : `the others: ${write(mean)}`,
      })),
      label: '0 none, 1 full; as entered',
      format: write,
      min: 0,
      max: 1,
    }),
    [rows],
  );
  const { capabilities } = score;
  if (!capabilities) return <p className={css.quiet}>Capabilities of {score.name} were not entered.</p>;
  const title = `${score.name}: capabilities`;
  return (
    <ChartFrame
      title={title}
      description="What the plan holds on engagement, self-service, analytics and automation; a judgement, in no sum."
      table={table}
      height={barHeight(rows.length, 500, true)}
      order={3}
      footnote={`${capabilities.source ?? 'Source not given'}${capabilities.grade ? ` (${gradeLabel(capabilities.grade)})` : ''}`}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
}

function rowsOf({ id: own, capabilities }: ProviderScore, others: readonly ProviderScore[]) {
  if (!capabilities) return [];
  const known = others.flatMap((other) => (other.id !== own && other.capabilities ? [other.capabilities] : []));
  return CAPABILITIES.map(([id, label]) => ({
    id,
    label,
    value: capabilities[id] as number,
    mean: known.length > 0 ? known.reduce((sum, each) => sum + each[id], 0) / known.length : null,
  }));
}

function tableOf(rows: ReturnType<typeof rowsOf>): ChartTable {
  return {
    columns: [
      { label: 'Capability' },
      { label: 'Entered', unit: '0 to 1', format: write },
      { label: 'Mean of the others', unit: '0 to 1', format: write },
    ],
    rows: rows.map(({ label, value, mean }) => [label, value, mean]),
  };
}
