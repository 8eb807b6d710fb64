import { Button, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { TeamLevers } from '../../../engine/answers';
import { formatMoney, formatNumber, parseNumber, signed } from '../../format';
import { usePlanStore } from '../../state';
import { type Column, DataTable, Figure, Figures, Panel, RunBar, Source } from '../../ui';
import { useTask } from '../../work';
import css from './headcount.module.css';

const one = (value: number) => formatNumber(value, 1);

const columnsIn = (currency: string): readonly Column<TeamLevers>[] => {
  const money = (value: number) => formatMoney(value, currency);
  return [
    { key: 'name', label: 'Team', sortBy: (row) => row.name, render: (row) => row.name },
    {
      key: 'leavers',
      label: 'Leavers',
      numeric: true,
      sortBy: (row) => row.leavers,
      render: (row) => one(row.leavers),
    },
    {
      key: 'each',
      label: 'Cost of one',
      numeric: true,
      hint: 'Exit and hiring, a class’s pay for each who finishes, and the pay of hours lost until full speed',
      sortBy: (row) => row.costPerLeaver,
      render: (row) => money(row.costPerLeaver),
    },
    {
      key: 'raise',
      label: 'The raise costs',
      numeric: true,
      sortBy: (row) => row.raiseCost,
      render: (row) => money(row.raiseCost),
    },
    { key: 'kept', label: 'It keeps', numeric: true, sortBy: (row) => row.kept, render: (row) => one(row.kept) },
    {
      key: 'net',
      label: 'Saved less cost',
      numeric: true,
      sortBy: (row) => row.net,
      render: (row) => signed(row.net, money),
    },
    {
      key: 'even',
      label: 'Pays from',
      numeric: true,
      hint: 'Elasticity of attrition to pay from which the raise pays; the one that is stated stands beside it',
      sortBy: (row) => row.breakEvenElasticity,
      render: (row) =>
        `${row.breakEvenElasticity === null ? 'never' : one(row.breakEvenElasticity)} (${one(row.statedElasticity)})`,
    },
    {
      key: 'load',
      label: 'Leavers by load',
      numeric: true,
      hint: 'Because people are busier than the load at which the yearly rate holds',
      sortBy: (row) => row.leaversByLoad,
      render: (row) => signed(row.leaversByLoad, one),
    },
    {
      key: 'hot',
      label: 'They cost',
      numeric: true,
      sortBy: (row) => row.loadCost,
      render: (row) => money(row.loadCost),
    },
  ];
};

/** A raise against the people it keeps, and what running hot costs. */
export const LeverPanel = memo(function LeverPanel({ currency }: { readonly currency: string }) {
  const [text, setText] = useState('5');
  const typed = parseNumber(text.replace('%', ''));
  const isRaise = typed !== null && typed >= 0.1 && typed <= 100;
  const planKey = usePlanStore((state) => state.planKey);
  const isSound = usePlanStore((state) => state.issues.length === 0);
  const { run, data, ...task } = useTask('levers', true);
  const [asked, setAsked] = useState('');
  const key = `${planKey} ${text}`;
  const stale = data !== null && asked !== key;
  const ask = () => {
    setAsked(key);
    void run({ raise: isRaise ? typed / 100 : 0.05 });
  };
  const columns = useMemo(() => columnsIn(currency), [currency]);
  return (
    <Panel
      title="Pay and load"
      description="What a raise of own people costs against the leavers it keeps, and what it costs that people leave because they are too busy. How attrition answers to pay and load is set above, with attrition; nothing of it is shipped."
      stale={stale}
    >
      <div className={css.range}>
        <TextInput
          label="Raise, %"
          size="xs"
          className={css.amount}
          inputMode="decimal"
          value={text}
          error={isRaise ? null : '0.1 to 100'}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" disabled={task.running || !isSound || !isRaise} onClick={ask}>
          Work it out
        </Button>
      </div>
      <RunBar {...task} retry={ask} what="pay and load" />
      {data && (
        <>
          <p className={css.words}>{data.sentence}</p>
          <Figures>
            <Figure
              label={`The raise, ${data.weeks} weeks`}
              value={formatMoney(data.total.raiseCost, currency)}
              detail="Paid hours of own people, benefits included"
              stale={stale}
            />
            <Figure
              label="It keeps"
              value={one(data.total.kept)}
              detail={`of ${one(data.total.leavers)} leavers, worth ${formatMoney(data.total.keptWorth, currency)}`}
              stale={stale}
            />
            <Figure
              label="Running hot"
              value={formatMoney(data.total.loadCost, currency)}
              detail={`${signed(data.total.leaversByLoad, one)} leavers for load away from the reference`}
              stale={stale}
            />
          </Figures>
          <DataTable
            label="Pay and load by team"
            columns={columns}
            rows={data.teams}
            keyOf={(row) => row.team}
            limit={12}
            maxHeight={420}
          />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});
