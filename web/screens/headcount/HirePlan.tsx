import { Button, Switch, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { HireAnswer, PlannedClass } from '../../../engine/answers';
import { formatCount, formatDate, formatNumber, parseNumber } from '../../format';
import { editPlan, usePlanStore } from '../../state';
import { type Column, DataTable, Panel, RunBar, Source } from '../../ui';
import { useTask } from '../../work';
import css from './headcount.module.css';
import { costWords, limitLines } from './hire-words';

const COLUMNS: readonly Column<PlannedClass>[] = [
  { key: 'name', label: 'Team', sortBy: (row) => row.name, render: (row) => row.name },
  { key: 'site', label: 'Site', sortBy: (row) => row.site, render: (row) => row.site },
  { key: 'decide', label: 'Decide by', sortBy: (row) => row.decideBy, render: (row) => formatDate(row.decideBy) },
  {
    key: 'training',
    label: 'Training from',
    sortBy: (row) => row.trainingFrom,
    render: (row) => formatDate(row.trainingFrom),
  },
  {
    key: 'contacts',
    label: 'On contacts',
    sortBy: (row) => row.onContacts,
    render: (row) => `${row.week}, ${formatDate(row.onContacts)}`,
  },
  {
    key: 'heads',
    label: 'Heads',
    numeric: true,
    hint: 'Heads that start on contacts',
    sortBy: (row) => row.heads,
    render: (row) => formatCount(row.heads),
  },
  {
    key: 'places',
    label: 'Places',
    numeric: true,
    hint: 'Places to advertise, for what recruiting leaves empty and training loses',
    sortBy: (row) => row.places,
    render: (row) => formatCount(row.places),
  },
  {
    key: 'offers',
    label: 'Offers',
    numeric: true,
    hint: 'Accepted offers, for those who never turn up',
    sortBy: (row) => row.offers,
    render: (row) => formatNumber(row.offers, 1),
  },
];

interface Props {
  /** Demand that is planned for: null for the forecast. */
  readonly percentile: number | null;
}

/** Whom to hire when: found on request, put into the plan in one step. */
export const HirePlan = memo(function HirePlan({ percentile }: Props) {
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const planKey = usePlanStore((state) => state.planKey);
  const isSound = usePlanStore((state) => state.issues.length === 0);
  const { run, data, ...task } = useTask('hires', true);
  const [askedKey, setAskedKey] = useState('');
  const [keep, setKeep] = useState(false);
  const [price, setPrice] = useState('3');
  const factor = parseNumber(price);
  const isPrice = factor !== null && factor >= 0 && factor <= 1000;
  const limits = useMemo(() => (data ? limitLines(data.limits, currency) : []), [data, currency]);
  const isStale = data !== null && askedKey !== planKey;
  const classes = useMemo(() => [...(data?.classes ?? [])].sort((a, b) => (a.decideBy < b.decideBy ? -1 : 1)), [data]);
  const ask = () => {
    setAskedKey(planKey);
    void run({ percentile: percentile ?? undefined, keepPlanned: keep, shortHourFactor: factor ?? 3 });
  };
  return (
    <Panel
      title="Best hires"
      description="The classes that cost least over the horizon: pay, hiring and leavers against overtime and hours missing, within lead times, freezes, class sizes, rooms and trainers. Takes some seconds."
    >
      <div className={css.range}>
        <TextInput
          label="A missing hour costs, in hours of overtime"
          size="xs"
          inputMode="decimal"
          value={price}
          error={isPrice ? null : '0 to 1,000'}
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
        <Switch
          label="Keep planned classes, add to them"
          size="xs"
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
        <Button size="xs" disabled={task.running || !isSound || !isPrice} onClick={ask}>
          Find the best hires
        </Button>
        {data && data.classes.length > 0 && (
          <Button size="xs" variant="default" disabled={isStale || task.running} onClick={() => apply(data)}>
            Put them into the plan
          </Button>
        )}
      </div>
      <RunBar {...task} retry={ask} what="the best hires" />
      {data && (
        <>
          <p className={css.sentence}>{data.sentence}</p>
          <p className={css.note}>{costWords(data, currency)}</p>
          {isStale && <p className={css.note}>The plan has changed since; find them again before putting them in.</p>}
          {data.classes.length > 0 && (
            <DataTable
              label="Classes to hire"
              columns={COLUMNS}
              rows={classes}
              keyOf={(row) => `${row.team} ${row.onContacts}`}
              limit={12}
              maxHeight={420}
            />
          )}
          {limits.length > 0 && (
            <>
              <h3 className={css.subtitle}>What holds it back</h3>
              <ul className={css.limits}>
                {limits.slice(0, 8).map((line) => (
                  <li key={line.key}>{line.words}</li>
                ))}
              </ul>
            </>
          )}
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});

/** Sets the classes of every team that is hired for, as one step that can be undone. */
function apply(answer: HireAnswer): void {
  const heads = answer.classes.reduce((sum, one) => sum + one.heads, 0);
  editPlan(`Best hires: ${heads} heads in ${answer.classes.length} classes`, (draft) => {
    for (const { team, hires } of answer.hires) {
      const entry = draft.teams.find((one) => one.id === team);
      if (entry) entry.hires = hires.map((hire) => ({ ...hire }));
    }
  });
}
