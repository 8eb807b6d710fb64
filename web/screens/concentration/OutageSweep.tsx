import { Button, NativeSelect, TextInput } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Dimension } from '../../../engine/answers';
import { addDays, csvText, dimensionLabel, download, formatDate } from '../../format';
import { usePlanStore } from '../../state';
import { DataTable, Panel, RunBar, Source } from '../../ui';
import { useAnswer } from '../../work';
import { ConfirmWorst } from './ConfirmWorst';
import css from './concentration.module.css';
import type { ViewPart } from './concentration-view';
import { nodeKey } from './picked-node';
import { distinct, sweepCells, sweepColumns } from './sweep-columns';

const DIMENSIONS: readonly Dimension[] = ['site', 'metro', 'country', 'provider', 'parent', 'platform'];

interface Props extends ViewPart<'from' | 'only' | 'node'> {
  readonly ready: boolean;
}

/** Every node taken out in turn for the time it takes to come back, ranked by what is lost. */
export const OutageSweep = memo(function OutageSweep({ ready, view, setView }: Props) {
  const calendar = usePlanStore((state) => state.plan?.calendar);
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const options = useMemo(() => (view.from === null ? {} : { startDate: view.from }), [view.from]);
  const answer = useAnswer('sweep', options, ready);
  const columns = useMemo(() => sweepColumns(currency), [currency]);
  const { data } = answer;
  const only = DIMENSIONS.find((each) => each === view.only);
  const rows = useMemo(
    () => distinct(data?.rows ?? []).filter((row) => only === undefined || row.dimension === only),
    [data, only],
  );
  const alone = useMemo(
    () => rows.filter(({ within }) => within === null).map(({ dimension, member }) => [{ dimension, member }]),
    [rows],
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
          <span className={css.quiet}>
            {formatDate(data.startDate)} begins the busiest week that leaves time for the longest recovery.
          </span>
        )}
      </div>
      <RunBar {...answer} what="the sweep" />
      {data && (
        <DataTable
          label="Outages"
          columns={columns}
          rows={rows}
          keyOf={({ dimension, member }) => nodeKey(dimension, member)}
          picked={view.node}
          onPick={(node) => setView({ node: node === view.node ? '' : node })}
          limit={25}
          maxHeight={640}
        />
      )}
      {data && <ConfirmWorst what="outages" startDate={data.startDate} targets={alone} isStale={answer.stale} />}
      {data && <Source provenance={data.provenance} />}
    </Panel>
  );
});
