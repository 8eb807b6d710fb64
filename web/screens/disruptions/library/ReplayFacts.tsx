import { memo, useMemo } from 'react';
import { checkFacts, type FactCheck } from '../../../../engine/disruption';
import type { Disruption, Plan } from '../../../../engine/plan';
import { addDays, formatDate, formatNumber, formatShare, gradeLabel, signed } from '../../../format';
import { type Column, DataTable, Panel } from '../../../ui';
import { useLibrary } from '../../../work';
import css from '../disruptions.module.css';
import { MEASURES } from './measures';
import { ReplayCharts } from './ReplayCharts';

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
  if (!entry?.replay || checks.length === 0) return null;
  const worst = checks
    .filter(({ fact }) => fact.measure !== 'lost-days' || checks.every((each) => each.fact.measure === 'lost-days'))
    .reduce((most, each) => (Math.abs(each.difference) > Math.abs(most.difference) ? each : most));
  return (
    <Panel
      title="Beside what happened"
      description={`${entry.replay.summary} The model is the replay’s own figures on a workforce with a seat for everybody; “your sites” are the work-at-home figures of this plan’s sites there.`}
    >
      <p className={css.worst}>
        <b>Calibrated, not validated.</b> {entry.replay.fitted} The same facts fixed the figures, so that meeting them
        proves little. Largest difference: {differenceWords(worst)}, {worst.fact.label} (model{' '}
        {writeFigure(worst.model, worst)}, published {writeFigure(worst.fact.value, worst)}).
      </p>
      <ReplayCharts plan={plan} entry={entry} />
      <DataTable
        label="Published figures beside the model"
        columns={columns}
        rows={checks}
        keyOf={({ fact }) => `${fact.label} ${fact.measure} ${fact.day}`}
      />
    </Panel>
  );
});

function writeFigure(value: number, { fact }: FactCheck): string {
  return fact.measure === 'lost-days' ? formatNumber(value, 1) : formatShare(value);
}

function differenceWords({ fact, difference }: FactCheck): string {
  return fact.measure === 'lost-days'
    ? `${signed(difference, (value) => formatNumber(value, 1))} days`
    : `${signed(difference * 100, (value) => formatNumber(value, 1))} points`;
}

function factColumns(dayZero: string): Column<FactCheck>[] {
  return [
    {
      key: 'what',
      label: 'Published',
      render: ({ fact }) => (
        <>
          {fact.label}
          <span className={css.sub}>
            {MEASURES[fact.measure].words}, day {fact.day}
            {dayZero ? `, ${formatDate(addDays(dayZero, fact.day))}` : ''}
          </span>
        </>
      ),
    },
    { key: 'fact', label: 'Fact', numeric: true, render: (row) => writeFigure(row.fact.value, row) },
    { key: 'model', label: 'Model', numeric: true, render: (row) => writeFigure(row.model, row) },
    {
      key: 'difference',
      label: 'Difference',
      numeric: true,
      render: differenceWords,
    },
    {
      key: 'yours',
      label: 'Your sites',
      numeric: true,
      render: (row) => (row.yours === null ? '' : writeFigure(row.yours, row)),
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
