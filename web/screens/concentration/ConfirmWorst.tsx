import { Button, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type ConfirmedOutage, joinConfirmed, type NamedNode } from '../../../engine/answers';
import { csvText, download, formatDate } from '../../format';
import { DataTable, RunBar, Source } from '../../ui';
import { useParts } from '../../work';
import css from './concentration.module.css';
import { CONFIRM_COLUMNS, confirmCells } from './confirm-columns';

interface Props {
  /** What is asked about, such as `outages`. */
  readonly what: string;
  readonly startDate: string;
  /** Worst first. */
  readonly targets: readonly (readonly NamedNode[])[];
  /** The answer above is of an earlier plan or choice. */
  readonly isStale: boolean;
}

const COUNTS = ['3', '5', '10'];
const RUNS = ['5', '10', '20'];
/** One seed for every state of the plan, so that what changes between two of them is not luck. */
const SEED = 1;

const keyOf = (nodes: readonly NamedNode[]) =>
  JSON.stringify(nodes.map(({ dimension, member }) => [dimension, member]));

/** Runs the worst outages contact by contact: flow's figure beside the simulated one and its interval. */
export function ConfirmWorst({ what, startDate, targets, isStale }: Props) {
  const [count, setCount] = useState('3');
  const [runs, setRuns] = useState('5');
  const study = useParts('confirm', joinConfirmed, `${what} ${startDate} ${runs}`);
  const wanted = useMemo(() => targets.slice(0, Number(count)), [targets, count]);
  const data = study.stale ? null : study.data;
  const done = new Map((data?.rows ?? []).map((row) => [keyOf(row.nodes), row]));
  const rows = wanted.flatMap((nodes): ConfirmedOutage[] => {
    const row = done.get(keyOf(nodes));
    return row ? [row] : [];
  });
  const missing = wanted.filter((nodes) => !done.has(keyOf(nodes)));
  const start = () =>
    study.run(missing.map((nodes) => ({ startDate, targets: [nodes], replications: Number(runs), seed: SEED })));
  return (
    <section className={css.confirm} aria-label={`The worst ${what}, contact by contact`}>
      <div className={css.controls}>
        <NativeSelect
          label={`Worst ${what}`}
          size="xs"
          data={COUNTS}
          value={count}
          onChange={(event) => setCount(event.currentTarget.value)}
        />
        <NativeSelect
          label="Runs"
          size="xs"
          data={RUNS}
          value={runs}
          onChange={(event) => setRuns(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" disabled={study.running || missing.length === 0 || isStale} onClick={start}>
          Confirm the worst contact by contact
        </Button>
        {rows.length > 0 && data && (
          <Button
            size="xs"
            variant="default"
            onClick={() => download(csvText(confirmCells({ ...data, rows })), `The worst ${what}, confirmed`, 'csv')}
          >
            Download
          </Button>
        )}
      </div>
      <RunBar {...study} retry={start} what="the simulation" />
      {rows.length > 0 && data && (
        <>
          <DataTable
            label={`The worst ${what}, confirmed`}
            columns={CONFIRM_COLUMNS}
            rows={rows}
            keyOf={({ nodes }) => keyOf(nodes)}
          />
          <p className={css.quiet}>
            {data.days} days from {formatDate(data.startDate)}, {data.replications} runs, each undisturbed and without
            the nodes under the same luck. The intervals are of the mean, 95 %.
          </p>
          <Source provenance={data.provenance} />
        </>
      )}
    </section>
  );
}
