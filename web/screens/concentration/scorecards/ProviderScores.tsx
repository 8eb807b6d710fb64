import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { ProviderScore } from '../../../../engine/answers';
import { csvText, download, formatCount, formatDate, formatNumber, formatShare } from '../../../format';
import { type Column, DataTable, Panel, RunBar, Source } from '../../../ui';
import { useAnswer } from '../../../work';
import css from '../concentration.module.css';
import type { ViewPart } from '../concentration-view';
import { Assumptions } from './Assumptions';
import { CapabilityBars } from './CapabilityBars';
import { EvidenceForm } from './EvidenceForm';
import { removeEvidence } from './evidence-edits';
import { scoreCells, scoreColumns } from './score-columns';

interface Props extends ViewPart<'provider'> {
  readonly ready: boolean;
}

/** Each outsourcer's chance of default from the evidence entered, and what its failure would take from the phones. */
export const ProviderScores = memo(function ProviderScores({ ready, view, setView }: Props) {
  const answer = useAnswer('scorecards', null, ready);
  const { data } = answer;
  const columns = useMemo(() => scoreColumns(), []);
  const picked = data?.providers.find(({ id }) => id === view.provider) ?? data?.providers[0];
  return (
    <Panel
      title="Providers, by evidence"
      description="Chance that each defaults within a year, from what was entered on it; what isn't known widens the interval. Hours are productive hours lost by how a default goes on: restructured, left, or wound up."
      stale={answer.stale}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          disabled={!data}
          onClick={() => data && download(csvText(scoreCells(data)), 'Providers by evidence', 'csv')}
        >
          Download
        </Button>
      }
    >
      <RunBar {...answer} what="the scorecards" />
      {data && data.providers.length === 0 && (
        <p className={css.quiet}>Everything is done in-house: there is no provider to score.</p>
      )}
      {data && picked && (
        <>
          <DataTable
            label="Providers"
            columns={columns}
            rows={data.providers}
            keyOf={({ id }) => id}
            picked={picked.id}
            onPick={(provider) => setView({ provider })}
          />
          <CapabilityBars score={picked} others={data.providers} />
          <Evidence score={picked} asOf={data.asOf} />
          <Assumptions rows={data.assumptions} />
          <Source provenance={data.provenance} />
        </>
      )}
    </Panel>
  );
});

type Fact = ProviderScore['facts'][number] & { readonly at: number };

function Evidence({ score, asOf }: { readonly score: ProviderScore; readonly asOf: string }) {
  const rows = score.facts.map((fact, at) => ({ ...fact, at }));
  const columns = useMemo(() => evidenceColumns(score.id), [score.id]);
  return (
    <section className={css.evidence} aria-label={`Evidence on ${score.name}`}>
      <h3>{score.name}: evidence</h3>
      <p className={css.quiet}>
        {score.states
          .map(
            ({ state, share, weeksLost }) =>
              `${STATES[state]} (${formatShare(share)}): ${formatNumber(weeksLost, 1)} weeks of its work`,
          )
          .join(' · ')}
        . Others take over after {formatNumber(score.transferWeeks, 1)} weeks.
        {score.unknown.length > 0 && ` Not known: ${score.unknown.join(', ')}.`}
      </p>
      {rows.length > 0 && (
        <DataTable label={`Evidence on ${score.name}`} columns={columns} rows={rows} keyOf={({ at }) => String(at)} />
      )}
      <EvidenceForm key={score.id} providerId={score.id} asOf={asOf} />
    </section>
  );
}

const STATES = { restructure: 'Restructured', exit: 'Left by you', liquidation: 'Wound up' } as const;

function evidenceColumns(providerId: string): Column<Fact>[] {
  return [
    { key: 'fact', label: 'Fact', render: ({ fact }) => fact },
    {
      key: 'value',
      label: 'Value',
      numeric: true,
      render: ({ value }) => (typeof value === 'number' ? formatNumber(value, 2) : value),
    },
    { key: 'says', label: 'Reads as', render: ({ says }) => says ?? 'not counted' },
    {
      key: 'weight',
      label: 'Weight',
      hint: 'Its part of the ratios; older evidence weighs less',
      numeric: true,
      render: ({ weight }) => (weight === null ? '–' : formatShare(weight)),
    },
    {
      key: 'date',
      label: 'As of',
      sortBy: ({ date }) => date,
      render: ({ date, ageDays }) => (
        <>
          {formatDate(date)}
          <span className={css.sub}>{formatCount(ageDays)} days old</span>
        </>
      ),
    },
    {
      key: 'source',
      label: 'Source',
      render: ({ source, grade }) => (
        <>
          {source ?? 'not given'}
          {grade && <span className={css.sub}>{grade}</span>}
        </>
      ),
    },
    {
      key: 'remove',
      label: '',
      render: ({ at, fact }) => (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`Remove ${fact}`}
          onClick={() => removeEvidence(providerId, at, fact)}
        >
          Remove
        </Button>
      ),
    },
  ];
}
