import { memo, useMemo } from 'react';
import type { ReasonProfit, StreamProfit, ValueAnswer } from '../../../engine/answers';
import {
  BarChart,
  type BarChartData,
  type BarRow,
  barHeight,
  ChartFrame,
  LineChart,
  type LineChartData,
  lineTable,
} from '../../charts';
import { formatCount, formatShare } from '../../format';
import { type Column, DataTable, Panel } from '../../ui';
import css from './money.module.css';
import { amount, change, price, type Reading, spreadWords } from './money-words';

interface Props {
  readonly answer: ValueAnswer;
  readonly reading: Reading;
  readonly stale: boolean;
}

/** What contacts are worth beside what they cost: the whole, week by week, by reason and by stream. */
export const ValuePanel = memo(function ValuePanel({ answer, reading, stale }: Props) {
  const { amplification } = answer;
  return (
    <>
      <ValueBars answer={answer} reading={reading} stale={stale} />
      <ValueWeeks answer={answer} reading={reading} stale={stale} />
      <Panel
        title="Margin by reason"
        description="Contribution and customers kept, less the loaded cost of the hours that the reason takes. A reason without margin is no reason to answer worse: its customers leave all the same."
        stale={stale}
      >
        <DataTable
          label="Margin by reason"
          rows={answer.reasons}
          keyOf={({ id }) => id ?? 'none'}
          sorted="margin"
          maxHeight={420}
          columns={reasonColumns(reading)}
        />
      </Panel>
      <Panel
        title="What is at stake by stream"
        description="At stake in a contact: what it brings, and what its customer is worth if it is lost. The service level by value weighs streams with it."
        stale={stale}
      >
        <DataTable
          label="What is at stake by stream"
          rows={answer.streams}
          keyOf={({ id }) => id}
          sorted="stake"
          maxHeight={420}
          columns={streamColumns(reading)}
        />
      </Panel>
      {amplification && (
        <Panel
          title="Word of mouth: a sensitivity, in no total"
          description="If each customer who leaves told others, and some of those left too. Nobody can measure it; it stands here so that it stands nowhere else."
          stale={stale}
        >
          <p className={css.sentence}>
            {formatCount(amplification.leavers.likely)} more customers would leave (
            {spreadWords(amplification.leavers, formatCount)}), worth {amount(-amplification.value.likely, reading)} (
            {spreadWords(
              { ...amplification.value, low: -amplification.value.high, high: -amplification.value.low },
              (value) => amount(value, reading),
            )}
            ).
          </p>
        </Panel>
      )}
    </>
  );
});

function ValueBars({ answer, reading, stale }: Props) {
  const title = 'From value to what is left';
  const rows = useMemo((): BarRow[] => {
    const bars: BarRow[] = [];
    let level = 0;
    for (const { id, label, value } of answer.components) {
      if (Math.abs(value.likely) < 0.5) continue;
      bars.push({ id, label, value: value.likely, from: level, tone: value.likely < 0 ? 'bad' : 'good' });
      level += value.likely;
    }
    bars.push({ id: 'cost', label: 'Loaded cost', value: -answer.cost, from: level, tone: 'bad' });
    bars.push({ id: 'left', label: 'Left', value: answer.surplus.likely, from: 0, tone: 'normal' });
    return bars;
  }, [answer]);
  const data: BarChartData = {
    rows,
    label: `${reading.code} over the plan, at the likeliest figures`,
    format: (value) => change(value, reading),
  };
  return (
    <ChartFrame
      title={title}
      order={2}
      description="What contacts bring, the customers lost over waits, repeats and abandonment, and what it all costs."
      height={barHeight(rows.length, 900)}
      stale={stale}
      table={() => ({
        columns: [
          { label: 'Component' },
          { label: 'Low', unit: reading.code },
          { label: 'Likeliest', unit: reading.code },
          { label: 'High', unit: reading.code },
        ],
        rows: [
          ...answer.components.map(({ label, value }) => [
            label,
            value.low * reading.perUnit,
            value.likely * reading.perUnit,
            value.high * reading.perUnit,
          ]),
          ['Loaded cost', null, -answer.cost * reading.perUnit, null],
          [
            'Left',
            answer.surplus.low * reading.perUnit,
            answer.surplus.likely * reading.perUnit,
            answer.surplus.high * reading.perUnit,
          ],
        ],
      })}
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
}

function ValueWeeks({ answer, reading, stale }: Props) {
  const title = 'Value and cost by week';
  const data = useMemo(
    (): LineChartData => ({
      x: answer.weeks.map(({ startDate }) => startDate),
      series: [
        { id: 'value', label: 'Value', values: answer.weeklyValue.map((value) => value * reading.perUnit), color: 3 },
        {
          id: 'cost',
          label: 'Loaded cost',
          values: answer.weeklyCost.map((value) => value * reading.perUnit),
          color: 2,
        },
      ],
      y: { label: `${reading.code} a week`, format: (value) => amount(value / reading.perUnit, reading), min: 0 },
    }),
    [answer, reading],
  );
  return (
    <ChartFrame
      title={title}
      order={2}
      description="Contribution and customers kept less customers lost, at the likeliest figures; insight, which belongs to a year, is left out."
      stale={stale}
      table={() => lineTable(data, 'Week from')}
    >
      {(size) => <LineChart data={data} size={size} title={title} />}
    </ChartFrame>
  );
}

/** Columns that reasons and streams share. */
type Profit = Pick<ReasonProfit, 'contacts' | 'value' | 'cost'>;

function contactsColumn<Row extends Profit>(): Column<Row> {
  return {
    key: 'contacts',
    label: 'Contacts',
    numeric: true,
    sortBy: ({ contacts }) => contacts,
    render: ({ contacts }) => formatCount(contacts),
  };
}

function valueColumn<Row extends Profit>(reading: Reading): Column<Row> {
  return {
    key: 'value',
    label: 'Value',
    numeric: true,
    sortBy: ({ value }) => value.likely,
    render: ({ value }) => amount(value.likely, reading),
  };
}

function costColumn<Row extends Profit>(reading: Reading): Column<Row> {
  return {
    key: 'cost',
    label: 'Cost',
    numeric: true,
    sortBy: ({ cost }) => cost,
    render: ({ cost }) => amount(cost, reading),
  };
}

function reasonColumns(reading: Reading): Column<ReasonProfit>[] {
  return [
    { key: 'name', label: 'Reason', sortBy: ({ name }) => name, render: ({ name }) => name },
    {
      key: 'kind',
      label: 'Demand',
      render: ({ demandKind }) => demandKind ?? 'not stated',
    },
    contactsColumn(),
    valueColumn(reading),
    costColumn(reading),
    {
      key: 'margin',
      label: 'Margin',
      numeric: true,
      sortBy: ({ margin }) => margin.likely,
      render: ({ margin }) => amount(margin.likely, reading),
    },
    {
      key: 'each',
      label: 'A contact',
      numeric: true,
      sortBy: ({ marginPerContact }) => marginPerContact.likely,
      render: ({ marginPerContact }) => price(marginPerContact.likely, reading),
    },
    {
      key: 'spread',
      label: 'A contact, nine of ten',
      numeric: true,
      render: ({ marginPerContact }) => spreadWords(marginPerContact, (value) => price(value, reading)),
    },
    {
      key: 'insight',
      label: 'Insight',
      hint: 'What listening to these contacts teaches, with diminishing returns; it is in the value of the whole, not in the margin',
      numeric: true,
      sortBy: ({ insight }) => insight.likely,
      render: ({ insight }) => (insight.likely > 0 ? amount(insight.likely, reading) : '–'),
    },
    {
      key: 'lost',
      label: 'Lost by automation',
      hint: 'What would be learned more if no contact were automated',
      numeric: true,
      sortBy: ({ insightLost }) => insightLost.likely,
      render: ({ insightLost }) => (insightLost.likely > 0 ? amount(insightLost.likely, reading) : '–'),
    },
  ];
}

function streamColumns(reading: Reading): Column<StreamProfit>[] {
  return [
    { key: 'name', label: 'Stream', sortBy: ({ name }) => name, render: ({ name }) => name },
    contactsColumn(),
    {
      key: 'stake',
      label: 'At stake in one',
      numeric: true,
      sortBy: ({ stake }) => stake.likely,
      render: ({ stake }) => price(stake.likely, reading),
    },
    {
      key: 'level',
      label: 'In time',
      numeric: true,
      sortBy: ({ level }) => level,
      render: ({ level }) => formatShare(level),
    },
    valueColumn(reading),
    costColumn(reading),
    {
      key: 'leavers',
      label: 'Customers leaving',
      numeric: true,
      sortBy: ({ leavers }) => leavers.likely,
      render: ({ leavers }) => formatCount(leavers.likely),
    },
    {
      key: 'spread',
      label: 'Leaving, nine of ten',
      numeric: true,
      render: ({ leavers }) => spreadWords(leavers, formatCount),
    },
  ];
}
