import { Button } from '@mantine/core';
import { useMemo } from 'react';
import {
  choosePath,
  pathsToTry,
  type TransitionAnswer,
  type TransitionOptions,
  type TransitionPath,
} from '../../../../engine/answers';
import { formatCount, formatDate, formatMoney, formatMonth, formatNumber, NOTHING, signed } from '../../../format';
import { type Column, DataTable, RunBar } from '../../../ui';
import { useParts } from '../../../work';
import type { MixView } from '../mix-view';
import css from './transition.module.css';

interface Props {
  readonly options: TransitionOptions;
  /** The way that is shown. */
  readonly shown: TransitionAnswer;
  readonly currency: string;
  readonly onPick: (view: Partial<MixView>) => void;
}

interface Row extends TransitionPath {
  readonly key: string;
  readonly word: string;
}

const join = (one: TransitionPath[], other: TransitionPath[]) => [...one, ...other];

/** Several lengths and overlaps: which is done first, and which costs least, without a larger dip than allowed. */
export function TransitionSearch({ options, shown, currency, onPick }: Props) {
  const tries = useMemo(() => pathsToTry(shown), [shown]);
  const parts = useParts(
    'transitionPaths',
    join,
    JSON.stringify([options.target, options.startDate, options.dipPoints]),
  );
  const found = parts.stale ? null : parts.data;
  const isDone = found !== null && found.length >= tries.length;
  const missing = tries.filter(
    ({ months, overlapWeeks }) => !found?.some((path) => path.months === months && path.overlapWeeks === overlapWeeks),
  );
  const start = () => parts.run(missing.map((one) => ({ ...options, ...one })));
  const rows = useMemo((): Row[] => {
    const { paths, fastest, cheapest } = choosePath(found ?? []);
    return paths.map((path, at) => ({
      ...path,
      key: `${path.months} ${path.overlapWeeks}`,
      word: [at === fastest ? 'fastest' : '', at === cheapest ? 'cheapest' : ''].filter(Boolean).join(', '),
    }));
  }, [found]);
  const best = rows.filter(({ word }) => word !== '');
  const columns = useMemo((): Column<Row>[] => columnsOf(currency), [currency]);
  if (tries.length === 0) return null;
  return (
    <section aria-label="Fastest and cheapest way" className={css.search}>
      <div className={css.searchHead}>
        <h3>Fastest and cheapest way within {formatNumber(options.dipPoints ?? 3)} points</h3>
        {!parts.running && !isDone && (
          <Button size="compact-xs" variant="default" onClick={start}>
            {found ? `Try ${missing.length} more ways` : `Try ${tries.length} ways`}
          </Button>
        )}
      </div>
      <RunBar {...parts} retry={start} what="the ways" />
      {rows.length > 0 && (
        <>
          <p className={css.note}>
            {best.length === 0
              ? 'None of the ways tried keeps service within that dip and ends within the plan.'
              : best
                  .map(
                    ({ word, months, overlapWeeks, doneOn, cost }) =>
                      `The ${word} way: ${months} ${months === 1 ? 'month' : 'months'} of starts, both paid for ${overlapWeeks} weeks, all moved in the week of ${formatDate(doneOn)}, for ${formatMoney(cost, currency)}.`,
                  )
                  .join(' ')}{' '}
            Pick a row to see it.
          </p>
          <DataTable
            label="Ways that were tried"
            columns={columns}
            rows={rows}
            keyOf={({ key }) => key}
            picked={`${shown.months} ${shown.overlapWeeks}`}
            onPick={(key) => {
              const [months, overlap] = key.split(' ').map(Number);
              onPick({ months: months!, overlap: overlap! });
            }}
          />
        </>
      )}
    </section>
  );
}

function columnsOf(currency: string): Column<Row>[] {
  return [
    {
      key: 'way',
      label: 'Way',
      render: ({ months, overlapWeeks, word }) =>
        `${months} mo, ${overlapWeeks} wk both paid${word ? ` · ${word}` : ''}`,
    },
    {
      key: 'done',
      label: 'All moved',
      numeric: true,
      sortBy: ({ doneOn }) => doneOn,
      render: ({ doneOn }) => (doneOn ? formatDate(doneOn) : 'beyond the plan'),
    },
    {
      key: 'drop',
      label: 'Worst week, points',
      numeric: true,
      sortBy: ({ worstDrop }) => worstDrop,
      render: ({ worstDrop }) => (worstDrop < 0.05 ? NOTHING : formatNumber(-worstDrop, 1)),
    },
    {
      key: 'lost',
      label: 'Contacts lost, against today',
      numeric: true,
      sortBy: ({ contactsLost }) => contactsLost,
      render: ({ contactsLost }) => signed(contactsLost, formatCount),
    },
    { key: 'keeps', label: 'Within the dip', render: ({ keepsDip }) => (keepsDip ? 'yes' : 'no') },
    {
      key: 'cost',
      label: 'Cost of the way',
      numeric: true,
      sortBy: ({ cost }) => cost,
      render: ({ cost }) => formatMoney(cost, currency),
    },
    {
      key: 'back',
      label: 'Made up for',
      render: ({ paybackMonth }) => (paybackMonth ? `from ${formatMonth(`${paybackMonth}-01`)}` : 'beyond the plan'),
    },
  ];
}
