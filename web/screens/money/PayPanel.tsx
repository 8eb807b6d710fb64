import { memo, useMemo } from 'react';
import type { PayAnswer, TeamPay } from '../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../charts';
import { formatNumber, formatShare } from '../../format';
import { type Column, DataTable, NumberEntry, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import css from './money.module.css';
import { amount, change, type Reading, spreadWords } from './money-words';

interface Props {
  readonly raise: number;
  readonly reading: Reading;
  readonly onRaise: (raise: number) => void;
}

/** What a raise saves in leavers, and what busy days cost in leavers, for the teams that the company pays itself. */
export const PayPanel = memo(function PayPanel({ raise, reading, onRaise }: Props) {
  const options = useMemo(() => ({ raise }), [raise]);
  const { data, stale, ...run } = useAnswer('pay', options);
  return (
    <Panel
      title="Pay, heat and leavers"
      description="A raise costs pay and keeps people; busier days need fewer people and wear out more. How strongly people answer is an elasticity, yours to set below."
      stale={stale}
      actions={
        <NumberEntry
          label="Raise, %"
          scale={100}
          min={0}
          max={1}
          width={90}
          value={raise}
          onChange={(value) => value !== null && onRaise(value)}
        />
      }
    >
      <RunBar {...run} what="pay and leavers" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          {data.teams.length > 0 && (
            <>
              <div className={css.pair}>
                <RaiseChart answer={data} reading={reading} stale={stale} />
                <HeatChart answer={data} reading={reading} stale={stale} />
              </div>
              <DataTable
                label="Pay, heat and leavers by team"
                rows={data.teams}
                keyOf={({ id }) => id}
                maxHeight={420}
                columns={columns(reading)}
              />
            </>
          )}
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});

interface ChartProps {
  readonly answer: PayAnswer;
  readonly reading: Reading;
  readonly stale: boolean;
}

function spanOf(values: readonly number[]): { min: number; max: number } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (high - low) * 0.05 || 1;
  return { min: low < 0 ? low - room : 0, max: high + room };
}

/** Money a year along a share, with the nine-in-ten band where the figures have one. */
function bandCurve(
  points: readonly { readonly at: number; readonly value: { low: number; likely: number; high: number } }[],
  words: { readonly xLabel: string; readonly id: string; readonly label: string },
  reading: Reading,
): CurveData {
  const of = (end: 'likely' | 'low' | 'high') => points.map(({ value }) => value[end] * reading.perUnit);
  const isBand = points.some(({ value }) => value.low < value.high);
  const series = [
    { id: words.id, label: words.label, values: of('likely'), color: 1 as const },
    ...(isBand
      ? [
          { id: 'low', label: 'Least of nine in ten', values: of('low'), color: 3 as const, dash: 'dashed' as const },
          { id: 'high', label: 'Most of nine in ten', values: of('high'), color: 2 as const, dash: 'dotted' as const },
        ]
      : []),
  ];
  return {
    x: points.map(({ at }) => at * 100),
    xLabel: words.xLabel,
    formatX: (value) => formatNumber(value, 0),
    series,
    isSpan: true,
    y: {
      label: `${reading.code} a year, all own teams`,
      ...spanOf(series.flatMap(({ values }) => values)),
      format: (value) => amount(value / reading.perUnit, reading),
    },
  };
}

function RaiseChart({ answer, reading, stale }: ChartProps) {
  const title = 'What a raise costs, leavers considered';
  const data = useMemo(
    () =>
      bandCurve(
        answer.raises.map(({ raise, net }) => ({ at: raise, value: net })),
        { xLabel: '% raise', id: 'likely', label: 'Likeliest' },
        reading,
      ),
    [answer, reading],
  );
  return (
    <ChartFrame
      title={title}
      description="Pay added, less the cost of replacing those who then stay. Below nothing a raise pays for itself."
      height={240}
      stale={stale}
      table={() => ({
        columns: [{ label: 'Raise', unit: '%' }, ...data.series.map(({ label }) => ({ label, unit: reading.code }))],
        rows: data.x.map((raise, at) => [raise, ...data.series.map(({ values }) => values[at] ?? null)]),
      })}
    >
      {(size) => <CurveChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

function HeatChart({ answer, reading, stale }: ChartProps) {
  const title = 'What running hot costs in leavers';
  const data = useMemo(
    () =>
      bandCurve(
        answer.heats.map(({ occupancy, turnover }) => ({ at: occupancy, value: turnover })),
        { xLabel: '% occupancy', id: 'turnover', label: 'Turnover' },
        reading,
      ),
    [answer, reading],
  );
  return (
    <ChartFrame
      title={title}
      description="The cost of replacing leavers when the same work is done at another occupancy. The pay that fewer heads save is in the table."
      height={240}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Occupancy', unit: '%' },
          { label: 'Pay', unit: reading.code },
          { label: 'Turnover', unit: reading.code },
          { label: 'Together', unit: reading.code },
        ],
        rows: answer.heats.map(({ occupancy, pay, turnover, cost }) => [
          occupancy * 100,
          pay * reading.perUnit,
          turnover.likely * reading.perUnit,
          cost.likely * reading.perUnit,
        ]),
      })}
    >
      {(size) => <CurveChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

function columns(reading: Reading): Column<TeamPay>[] {
  return [
    { key: 'name', label: 'Team', sortBy: ({ name }) => name, render: ({ name }) => name },
    {
      key: 'heads',
      label: 'Heads',
      numeric: true,
      sortBy: ({ heads }) => heads,
      render: ({ heads }) => formatNumber(heads, 1),
    },
    {
      key: 'leavers',
      label: 'Leavers a year',
      numeric: true,
      sortBy: ({ leaversPerYear }) => leaversPerYear,
      render: ({ leaversPerYear }) => formatNumber(leaversPerYear, 1),
    },
    {
      key: 'with',
      label: 'With the raise',
      numeric: true,
      render: ({ raise }) => formatNumber(raise.leavers, 1),
    },
    {
      key: 'cohorts',
      label: 'Over the plan, by cohorts',
      hint: 'Leavers over the plan when its people are carried forward week by week, without the raise and with it',
      numeric: true,
      render: ({ projected }) => `${formatNumber(projected.without, 1)} → ${formatNumber(projected.with, 1)}`,
    },
    {
      key: 'cost',
      label: 'Raise costs',
      numeric: true,
      sortBy: ({ raise }) => raise.cost,
      render: ({ raise }) => amount(raise.cost, reading),
    },
    {
      key: 'saved',
      label: 'Raise saves',
      numeric: true,
      sortBy: ({ raise }) => raise.saved.likely,
      render: ({ raise }) => amount(raise.saved.likely, reading),
    },
    {
      key: 'spread',
      label: 'Saves, nine of ten',
      numeric: true,
      render: ({ raise }) => spreadWords(raise.saved, (value) => amount(value, reading)),
    },
    { key: 'best', label: 'Cheapest raise', numeric: true, render: ({ bestRaise }) => formatShare(bestRaise.likely) },
    { key: 'occupancy', label: 'Occupancy', numeric: true, render: ({ occupancy }) => formatShare(occupancy) },
    {
      key: 'heat',
      label: 'Heat costs',
      hint: 'Turnover a year beyond what it would be at the reference occupancy',
      numeric: true,
      sortBy: ({ costOfHeat }) => costOfHeat?.likely ?? null,
      render: ({ costOfHeat }) => (costOfHeat ? change(costOfHeat.likely, reading) : '–'),
    },
    {
      key: 'point',
      label: 'One point hotter',
      hint: 'Pay saved by fewer heads for the same work, and turnover added, a year',
      numeric: true,
      render: ({ onePointHotter }) =>
        onePointHotter
          ? `${change(-onePointHotter.paySaved, reading)} pay, ${change(onePointHotter.turnoverAdded.likely, reading)} turnover`
          : '–',
    },
    {
      key: 'replace',
      label: 'Replacing one',
      hint: 'Leaving, hiring, training, and pay for speed that isn’t there yet',
      numeric: true,
      sortBy: ({ replacement }) => replacement.total,
      render: ({ replacement }) => amount(replacement.total, reading),
    },
  ];
}
