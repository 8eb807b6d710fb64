import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { DimensionShare } from '../../../engine/answers';
import type { Policies } from '../../../engine/plan';
import { BarChart, type BarChartData, barHeight, ChartFrame, type ChartTable } from '../../charts';
import { formatCount, formatMoney, formatNumber, formatShare, memberLabel } from '../../format';
import { usePlanStore } from '../../state';
import { type Measure, measureWords, rankedBy, shareBy } from './measures';

interface Props {
  readonly shares: DimensionShare;
  readonly title: string;
  readonly limits: Policies['limits'];
  readonly measure: Measure;
  readonly stale: boolean;
}

const SHOWN = 8;

/** Shares of one dimension, ranked, with the limits set for it. */
export function DimensionCard({ shares, title, limits, measure, stale }: Props) {
  const [all, setAll] = useState(false);
  const currency = usePlanStore((state) => state.plan?.currency ?? 'USD');
  const most = all ? Number.POSITIVE_INFINITY : SHOWN;
  const data = useMemo(() => barsOf(shares, limits, measure, most), [shares, limits, measure, most]);
  const table = useCallback((): ChartTable => tableOf(shares, measure, currency), [shares, measure, currency]);
  const spread = shares.spread[measure];
  const number =
    spread === null || spread.effectiveNumber === null
      ? 'Shares overlap, since a team uses several at once.'
      : `Counts as ${formatNumber(spread.effectiveNumber, 1)} equal ones; the largest holds ${formatShare(spread.largestShare)}.`;
  return (
    <ChartFrame
      title={title}
      description={number}
      table={table}
      height={Math.min(300, barHeight(data.rows.length, 500, true))}
      order={2}
      stale={stale}
      footnote={notes(limits)}
      actions={
        shares.members.length > SHOWN && (
          <Button size="compact-xs" variant="default" onClick={() => setAll(!all)} aria-pressed={all}>
            {all ? `Largest ${SHOWN}` : `All ${shares.members.length}`}
          </Button>
        )
      }
    >
      {({ width }) => <BarChart data={data} width={width} title={title} />}
    </ChartFrame>
  );
}

function barsOf(shares: DimensionShare, limits: Policies['limits'], measure: Measure, most: number): BarChartData {
  const overall = limits.find((limit) => limit.member === undefined && limit.maxShare !== undefined)?.maxShare;
  const rows = rankedBy(shares, measure)
    .slice(0, most)
    .map((each) => {
      const { member, detail } = each;
      const share = shareBy(each, measure);
      const own = limits.filter((limit) => limit.member === member);
      const max = own.find((limit) => limit.maxShare !== undefined)?.maxShare;
      const min = own.find((limit) => limit.minShare !== undefined)?.minShare;
      // The limit that is broken, if one is; else the upper one.
      const isBelow = min !== undefined && share < min;
      const limit =
        isBelow || (max === undefined && min !== undefined)
          ? { value: min, kind: 'at least' as const }
          : max !== undefined
            ? { value: max, kind: 'at most' as const }
            : undefined;
      const isAbove = share > (max ?? overall ?? Number.POSITIVE_INFINITY);
      return {
        id: member,
        label: memberLabel(shares.dimension, member, each.label),
        value: share,
        detail,
        limit,
        tone: isBelow || isAbove ? ('bad' as const) : ('normal' as const),
      };
    });
  return {
    rows,
    label: `Share of ${measureWords(measure)}`,
    format: formatShare,
    min: 0,
    ...(overall === undefined ? {} : { limit: { value: overall, label: `at most ${formatShare(overall)}` } }),
  };
}

function notes(limits: Policies['limits']): string | undefined {
  const said = limits.flatMap(({ note }) => (note ? [note] : []));
  return said.length > 0 ? said.join(' ') : undefined;
}

function tableOf(shares: DimensionShare, measure: Measure, currency: string): ChartTable {
  const money = (value: number) => formatMoney(value, currency);
  return {
    columns: [
      { label: 'Member' },
      { label: 'Share', unit: 'of productive hours', format: formatShare },
      { label: 'Productive hours', unit: 'over the horizon', format: formatCount },
      { label: 'Share', unit: 'of contacts answered', format: formatShare },
      { label: 'Contacts', unit: 'over the horizon', format: formatCount },
      { label: 'Share', unit: 'of value at stake', format: formatShare },
      { label: 'Value at stake', unit: currency, format: money },
      { label: 'Made of' },
    ],
    rows: rankedBy(shares, measure).map((each) => [
      memberLabel(shares.dimension, each.member, each.label),
      ...[each.share, each.productiveHours, each.contactShare, each.contacts, each.valueShare, each.valueAtStake],
      each.detail,
    ]),
  };
}
