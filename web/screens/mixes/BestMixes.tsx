import { Button } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { MixFrontier, OptimalMix } from '../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../charts';
import { formatCount, formatMoney, formatShare } from '../../format';
import { usePlanStore } from '../../state';
import { type Column, DataTable, Panel, RunBar, Source } from '../../ui';
import { useTask } from '../../work';
import css from './mixes.module.css';

const OPTIONS = { points: 10 };

interface Row extends OptimalMix {
  readonly key: string;
  readonly label: string;
}

/** Mixes of least cost for what they lose in the worst years, today's beside them, each run by flow. */
export const BestMixes = memo(function BestMixes() {
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const { data, running, progress, fault, stop, run } = useTask('bestMixes', true);
  const planKey = usePlanStore((state) => state.planKey);
  const [askedOf, setAskedOf] = useState('');
  const start = () => {
    setAskedOf(planKey);
    void run(OPTIONS);
  };
  const stale = data !== null && askedOf !== planKey;
  return (
    <Panel
      title="Best mixes"
      description="Sizes of teams that cost least for what they lose in the worst years, within the plan’s limits and seats; then run by the flow model with luck that the search has not seen."
      stale={stale}
      actions={
        !running && (
          <Button size="compact-xs" variant="default" onClick={start}>
            {stale ? 'Find them anew' : 'Find best mixes'}
          </Button>
        )
      }
    >
      <RunBar running={running} progress={progress} fault={fault} stop={stop} retry={start} what="the best mixes" />
      {data && data.conflict.length > 0 && (
        <p role="alert">No mix keeps all of these limits together: {data.conflict.join('; ')}.</p>
      )}
      {data && data.frontier.length > 0 && <Frontier answer={data} currency={currency} />}
    </Panel>
  );
});

function Frontier({ answer, currency }: { readonly answer: MixFrontier; readonly currency: string }) {
  const [picked, setPicked] = useState<string | null>(null);
  const { today, frontier, nearestBetter, provenance } = answer;
  const rows = useMemo(
    (): Row[] => [
      { ...today, key: 'today', label: 'Today' },
      ...frontier.map((mix, at) => ({ ...mix, key: String(at + 1), label: `Mix ${at + 1}` })),
    ],
    [today, frontier],
  );
  const data = useMemo((): CurveData => curveOf(today, frontier, currency), [today, frontier, currency]);
  const columns = useMemo(() => columnsOf(currency), [currency]);
  const shown = rows.find(({ key }) => key === picked) ?? rows[nearestBetter === null ? 1 : nearestBetter + 1];
  const title = 'Cost against the worst years';
  return (
    <>
      <ChartFrame
        title={title}
        description="Each dot is a mix that nothing beats in both; the dashed line is today’s cost."
        table={() => ({
          columns: [
            { label: 'Mix' },
            { label: 'Contacts lost to hazards, worst twentieth', format: formatCount },
            { label: 'Cost of the year', unit: currency, format: (value) => formatMoney(value, currency) },
          ],
          rows: rows.map(({ label, risk, cost }) => [label, risk, cost]),
        })}
        height={260}
      >
        {(size) => <CurveChart data={data} size={size} title={title} />}
      </ChartFrame>
      <p className={css.note}>
        {nearestBetter === null
          ? 'No mix on the frontier is better than today’s in both cost and loss, to the search and to the flow model.'
          : `Mix ${nearestBetter + 1} is the nearest that costs and loses no more than today’s, to the search and to the flow model.`}
      </p>
      <DataTable
        label="Sizes and figures of the best mixes"
        columns={columns}
        rows={rows}
        keyOf={({ key }) => key}
        picked={shown?.key ?? null}
        onPick={setPicked}
      />
      {shown && <Changes mix={shown} />}
      <Source provenance={provenance} />
    </>
  );
}

/** What a mix changes against today, and what its limits cost. */
function Changes({ mix }: { readonly mix: Row }) {
  const changed = mix.sizes
    .filter(({ size }) => Math.abs(size - 1) > 0.005)
    .sort((a, b) => Math.abs(b.size - 1) - Math.abs(a.size - 1));
  return (
    <section aria-label={`${mix.label} in detail`}>
      <h3>{mix.label} in detail</h3>
      {changed.length === 0 ? (
        <p>Every team is as large as today.</p>
      ) : (
        <ul>
          {changed.slice(0, 12).map(({ team, name, size }) => (
            <li key={team}>
              {name}: {formatShare(size)} of today’s people
            </li>
          ))}
        </ul>
      )}
      {mix.prices.map(({ limit, sentence }) => (
        <p key={limit}>{sentence}</p>
      ))}
    </section>
  );
}

function columnsOf(currency: string): Column<Row>[] {
  const money = (value: number) => formatMoney(value, currency);
  return [
    { key: 'mix', label: 'Mix', render: ({ label }) => label },
    { key: 'cost', label: 'Cost, search', numeric: true, render: ({ cost }) => money(cost) },
    { key: 'flowCost', label: 'Cost, flow', numeric: true, render: ({ rechecked }) => money(rechecked.cost) },
    { key: 'risk', label: 'Lost in worst twentieth, search', numeric: true, render: ({ risk }) => formatCount(risk) },
    {
      key: 'hazards',
      label: 'Lost to hazards in a mean year, flow',
      numeric: true,
      render: ({ rechecked }) => formatCount(rechecked.lostToHazards),
    },
    {
      key: 'lost',
      label: 'Lost undisturbed, flow',
      numeric: true,
      render: ({ rechecked }) => formatCount(rechecked.contactsLost),
    },
    {
      key: 'service',
      label: 'Service, flow',
      numeric: true,
      render: ({ rechecked }) => formatShare(rechecked.serviceLevel),
    },
  ];
}

function curveOf(today: OptimalMix, frontier: readonly OptimalMix[], currency: string): CurveData {
  const sorted = [...frontier].sort((a, b) => a.risk - b.risk);
  const costs = [...sorted.map(({ cost }) => cost), today.cost];
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const room = 0.08 * (most - least || 1);
  return {
    x: sorted.map(({ risk }) => risk),
    xLabel: 'Contacts lost to hazards in the worst twentieth of years',
    formatX: formatCount,
    series: [{ id: 'cost', label: 'Cost of the year', values: sorted.map(({ cost }) => cost) }],
    limits: [{ value: today.cost, label: `Today, losing ${formatCount(today.risk)}` }],
    y: {
      label: `Cost of the year, ${currency}`,
      format: (value) => formatMoney(value, currency),
      min: least - room,
      max: most + room,
    },
    isSpan: true,
  };
}
