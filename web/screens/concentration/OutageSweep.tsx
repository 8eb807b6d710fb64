import { Button, NativeSelect, TextInput } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Dimension, SweepAnswer } from '../../../engine/answers';
import { dateField, textField, useView } from '../../address';
import {
  addDays,
  csvText,
  dimensionLabel,
  download,
  formatCount,
  formatDate,
  formatDays,
  formatMoney,
  formatPoints,
  formatShare,
  memberLabel,
  signed,
} from '../../format';
import { usePlanStore } from '../../state';
import { type Column, DataTable, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import css from './concentration.module.css';

type Row = SweepAnswer['rows'][number];

const VIEW = { from: dateField(), only: textField() };
const DIMENSIONS: readonly Dimension[] = ['site', 'metro', 'country', 'provider', 'parent', 'platform'];

/** Every node taken out in turn for the time it takes to come back, ranked by what is lost. */
export const OutageSweep = memo(function OutageSweep({ ready }: { readonly ready: boolean }) {
  const calendar = usePlanStore((state) => state.plan?.calendar);
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const [view, setView] = useView('concentration', VIEW);
  const options = useMemo(() => (view.from === null ? {} : { startDate: view.from }), [view.from]);
  const answer = useAnswer('sweep', options, ready);
  const columns = useMemo(() => sweepColumns(currency), [currency]);
  const { data } = answer;
  const only = DIMENSIONS.find((each) => each === view.only);
  const rows = useMemo(
    () => distinct(data?.rows ?? []).filter((row) => only === undefined || row.dimension === only),
    [data, only],
  );
  if (!calendar) return null;
  const last = addDays(calendar.startDate, calendar.weeks * 7 - 1);
  return (
    <Panel
      title="What breaks when one fails"
      description="Each site, metro, country, provider, owner and platform taken out alone for its recovery time, contacts re-routed where routing allows; most contacts lost first. Needs no probabilities."
      stale={answer.stale}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          disabled={rows.length === 0}
          onClick={() => download(csvText(sweepCells(rows)), 'What breaks when one fails', 'csv')}
        >
          Download
        </Button>
      }
    >
      <div className={css.controls}>
        <TextInput
          label="Outages start on"
          type="date"
          size="xs"
          value={view.from ?? data?.startDate ?? ''}
          min={calendar.startDate}
          max={last}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === '') setView({ from: null });
            else if (value >= calendar.startDate && value <= last) setView({ from: value });
          }}
        />
        <NativeSelect
          label="Shown"
          size="xs"
          data={[{ value: '', label: 'All' }, ...DIMENSIONS.map((value) => ({ value, label: dimensionLabel(value) }))]}
          value={only ?? ''}
          onChange={(event) => setView({ only: event.currentTarget.value })}
        />
        {data && view.from === null && (
          <span className={css.quiet}>{formatDate(data.startDate)} begins the busiest week.</span>
        )}
      </div>
      <RunBar {...answer} what="the sweep" />
      {data && (
        <DataTable
          label="Outages"
          columns={columns}
          rows={rows}
          keyOf={(row) => `${row.dimension} ${row.member}`}
          limit={25}
          maxHeight={640}
        />
      )}
      {data && <Source provenance={data.provenance} />}
    </Panel>
  );
});

const nameOf = (row: Row) => memberLabel(row.dimension, row.member, row.label);

/** An owner of a single provider fails with it, and is listed once, as the provider. */
function distinct(rows: readonly Row[]): Row[] {
  const providers = new Map(rows.filter((row) => row.dimension === 'provider').map((row) => [row.member, row]));
  return rows.filter((row) => row.dimension !== 'parent' || providers.get(row.member)?.hoursShare !== row.hoursShare);
}

function sweepColumns(currency: string): Column<Row>[] {
  return [
    { key: 'label', label: 'Without', sortBy: nameOf, render: nameOf },
    { key: 'dimension', label: 'Kind', sortBy: (row) => row.dimension, render: (row) => dimensionLabel(row.dimension) },
    {
      key: 'days',
      label: 'For',
      hint: 'Recovery time that the plan assumes',
      numeric: true,
      sortBy: (row) => row.days,
      render: (row) => (row.days < 1 ? `${formatCount(row.days * 24)} h` : formatDays(row.days)),
    },
    {
      key: 'share',
      label: 'Share of hours',
      numeric: true,
      sortBy: (row) => row.hoursShare,
      render: (row) => formatShare(row.hoursShare),
    },
    {
      key: 'lost',
      label: 'Contacts lost',
      hint: 'Lost for good, beyond the undisturbed plan',
      numeric: true,
      sortBy: (row) => row.impact.contactsLost,
      render: (row) => formatCount(row.impact.contactsLost),
    },
    {
      key: 'worst',
      label: 'Worst day',
      hint: 'Lowest daily share served within target',
      numeric: true,
      sortBy: (row) => row.impact.worstServiceLevel,
      render: (row) => formatShare(row.impact.worstServiceLevel),
    },
    {
      key: 'drop',
      label: 'Drop',
      numeric: true,
      sortBy: (row) => -row.impact.worstDropPoints,
      render: (row) => formatPoints(-row.impact.worstDropPoints),
    },
    {
      key: 'recover',
      label: 'Back after',
      hint: 'Days until service stays within two points of the plan; looked at until two weeks after the outage',
      numeric: true,
      sortBy: (row) => row.impact.daysToRecover,
      render: (row) => (row.impact.daysToRecover === null ? 'not seen' : formatDays(row.impact.daysToRecover)),
    },
    {
      key: 'backlog',
      label: 'Backlog peak',
      numeric: true,
      sortBy: (row) => row.impact.backlogPeak,
      render: (row) => formatCount(row.impact.backlogPeak),
    },
    {
      key: 'cost',
      label: 'Cost',
      numeric: true,
      sortBy: (row) => row.impact.cost,
      render: (row) => signed(row.impact.cost, (value) => formatMoney(value, currency)),
    },
    {
      key: 'customers',
      label: 'Customers at risk',
      numeric: true,
      sortBy: (row) => row.impact.customersAtRisk,
      render: (row) => formatCount(row.impact.customersAtRisk),
    },
    {
      key: 'value',
      label: 'Value at risk',
      numeric: true,
      sortBy: (row) => row.impact.valueAtRisk,
      render: (row) => formatMoney(row.impact.valueAtRisk, currency),
    },
  ];
}

function sweepCells(rows: readonly Row[]) {
  return [
    [
      'dimension',
      'member',
      'name',
      'days_out',
      'share_of_hours',
      'contacts_lost',
      'worst_service_level',
      'worst_drop_points',
      'days_to_recover',
      'backlog_peak',
      'cost',
      'customers_at_risk',
      'value_at_risk',
    ],
    ...rows.map(({ dimension, member, label, days, hoursShare, impact }) => [
      dimension,
      member,
      nameOf({ dimension, member, label, days, hoursShare, impact }),
      days,
      hoursShare,
      impact.contactsLost,
      impact.worstServiceLevel,
      impact.worstDropPoints,
      impact.daysToRecover,
      impact.backlogPeak,
      impact.cost,
      impact.customersAtRisk,
      impact.valueAtRisk,
    ]),
  ];
}
