import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { OverviewAnswer, RunResult } from '../../../engine/answers';
import { writePath } from '../../address';
import {
  countryLabel,
  formatCount,
  formatDays,
  formatFte,
  formatMoney,
  formatNumber,
  formatPrice,
  formatShare,
  kindLabel,
} from '../../format';
import { usePlanStore } from '../../state';
import { Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';
import css from './overview.module.css';

interface Props {
  readonly site: OverviewAnswer['sites'][number];
  readonly run: RunResult;
  readonly currency: string;
  readonly onClose: () => void;
}

const SITES_ONLY = { dimensions: ['site' as const] };

/** What there is to know of one site, and what its loss would mean. */
export function SiteDetail({ site, run, currency, onClose }: Props) {
  const planId = usePlanStore((state) => state.plan?.id ?? '');
  const teams = run.teams.filter((team) => team.site === site.id);
  return (
    <Panel
      title={site.name}
      description={`${kindLabel(site.kind)}, ${site.provider}; ${site.metro}, ${countryLabel(site.country)}`}
      actions={<CloseButton aria-label="Close the site’s facts" onClick={onClose} />}
    >
      <dl className={css.facts}>
        <dt>Productive FTE</dt>
        <dd>
          {formatFte(site.productiveFte)} ({formatShare(site.share)})
        </dd>
        <dt>Heads / seats</dt>
        <dd>
          {formatCount(site.heads)} / {site.seats === null ? 'at home' : formatCount(site.seats)}
        </dd>
        <dt>Cost per productive hour</dt>
        <dd>{formatPrice(site.costPerProductiveHour, currency)}</dd>
        <dt>Teams</dt>
        <dd>
          {teams.map((team) => `${team.name} (${formatShare(team.total.occupancy)} occupied)`).join('; ') || 'none'}
        </dd>
      </dl>
      <WhatIfClosed key={site.id} id={site.id} currency={currency} />
      <p className={css.links}>
        <Link href={`${writePath(planId, 'footprint')}?tab=sites&pick=${encodeURIComponent(site.id)}&v=1`}>
          Edit the site
        </Link>
      </p>
    </Panel>
  );
}

function WhatIfClosed({ id, currency }: { readonly id: string; readonly currency: string }) {
  const [asked, setAsked] = useState(false);
  const answer = useAnswer('sweep', SITES_ONLY, asked);
  useEffect(() => setAsked(false), []);
  if (!asked) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
        What if this site closes?
      </Button>
    );
  }
  const row = answer.data?.rows.find((each) => each.member === id);
  return (
    <div className={css.closed} aria-live="polite">
      <RunBar {...answer} what="the loss of the site" />
      {row && (
        <p>
          Closed for {formatDays(row.days)} in the busiest weeks: service falls by{' '}
          <strong>{formatNumber(row.impact.worstDropPoints)} points</strong> on the worst day,{' '}
          <strong>{formatCount(row.impact.contactsLost)}</strong> contacts are lost for good,{' '}
          {row.impact.daysToRecover === null
            ? 'and service is not back two weeks later'
            : `and it takes ${formatDays(row.impact.daysToRecover)} to recover`}
          ; value at risk {formatMoney(row.impact.valueAtRisk, currency)}.
        </p>
      )}
    </div>
  );
}
