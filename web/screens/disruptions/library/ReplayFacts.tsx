import { memo, useMemo } from 'react';
import { checkFacts, type FactCheck } from '../../../../engine/disruption';
import type { Disruption, Plan } from '../../../../engine/plan';
import { addDays, formatDate, formatNumber, formatShare, gradeLabel, signed } from '../../../format';
import { type Column, DataTable, Panel } from '../../../ui';
import css from '../disruptions.module.css';
import { useLibrary } from './use-library';

const MEASURES = {
  home: 'of people at home',
  work: 'of people at work',
  staffed: 'of people still employed',
  'lost-days': 'days of work lost',
} as const;

/** A replay's published figures beside the model's, where the disruption was made of one. */
export const ReplayFacts = memo(function ReplayFacts({
  plan,
  disruption,
}: {
  readonly plan: Plan;
  readonly disruption: Disruption;
}) {
  const library = useLibrary();
  const entry = library?.find(({ id }) => id === disruption.library);
  const checks = useMemo(() => (entry ? checkFacts(entry, plan) : []), [entry, plan]);
  const columns = useMemo(() => factColumns(entry?.replay?.dayZero ?? ''), [entry]);
  if (!entry?.replay) return null;
  return (
    <Panel
      title="Beside what happened"
      description={`${entry.replay.summary} The model is the replay’s own figures on a workforce with a seat for everybody; “your sites” are the work-at-home figures of this plan’s sites there.`}
    >
      <DataTable
        label="Published figures beside the model"
        columns={columns}
        rows={checks}
        keyOf={({ fact }) => `${fact.label} ${fact.measure} ${fact.day}`}
      />
    </Panel>
  );
});

function factColumns(dayZero: string): Column<FactCheck>[] {
  const write = (value: number, { fact }: FactCheck) =>
    fact.measure === 'lost-days' ? formatNumber(value, 1) : formatShare(value);
  return [
    {
      key: 'what',
      label: 'Published',
      render: ({ fact }) => (
        <>
          {fact.label}
          <span className={css.sub}>
            {MEASURES[fact.measure]}, day {fact.day}
            {dayZero ? `, ${formatDate(addDays(dayZero, fact.day))}` : ''}
          </span>
        </>
      ),
    },
    { key: 'fact', label: 'Fact', numeric: true, render: (row) => write(row.fact.value, row) },
    { key: 'model', label: 'Model', numeric: true, render: (row) => write(row.model, row) },
    {
      key: 'difference',
      label: 'Difference',
      numeric: true,
      render: ({ fact, difference }) =>
        fact.measure === 'lost-days'
          ? `${signed(difference, (value) => formatNumber(value, 1))} days`
          : `${signed(difference * 100, (value) => formatNumber(value, 1))} points`,
    },
    {
      key: 'yours',
      label: 'Your sites',
      numeric: true,
      render: (row) => (row.yours === null ? '' : write(row.yours, row)),
    },
    {
      key: 'source',
      label: 'Source',
      render: ({ fact }) => (
        <span className={css.sub}>
          {fact.source} ({gradeLabel(fact.grade)})
        </span>
      ),
    },
  ];
}
