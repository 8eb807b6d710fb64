import type { Impact, MixFigures } from '../../../engine/answers';
import {
  formatCount,
  formatMoney,
  formatNumber,
  formatPoints,
  formatPrice,
  formatSeconds,
  formatShare,
  kindLabel,
} from '../../format';
import { lostInAll } from './verdict';

/** One figure of the comparison. */
export interface MixRow {
  readonly key: string;
  readonly label: string;
  readonly base: number | null;
  readonly mix: number | null;
  readonly write: (value: number | null) => string;
  /** How a difference reads; the figure's own way without it. */
  readonly writeChange?: ((value: number) => string) | undefined;
  /** Which way is better; nothing where neither is. */
  readonly better: 'up' | 'down' | null;
}

export interface MixGroup {
  readonly title: string;
  readonly rows: readonly MixRow[];
}

const points = (value: number) => formatPoints(value * 100);

/** The comparison's figures: undisturbed, the footprint, and under each disruption. */
export function mixGroups(base: MixFigures, mix: MixFigures, currency: string): MixGroup[] {
  const money = (value: number | null) => formatMoney(value, currency);
  const of = (
    key: string,
    label: string,
    pick: (figures: MixFigures) => number | null,
    write: (value: number | null) => string,
    better: MixRow['better'],
    writeChange?: (value: number) => string,
  ): MixRow => ({ key, label, base: pick(base), mix: pick(mix), write, better, writeChange });
  const share = (value: number | null) => formatShare(value);
  const kinds = [...new Set([...base.kinds, ...mix.kinds].map(({ kind }) => kind))];
  return [
    {
      title: 'Nothing going wrong',
      rows: [
        of('cost', 'Cost a year', (each) => each.costPerYear, money, 'down'),
        of(
          'unit',
          'Cost of an answered contact',
          (each) => each.costPerAnswered,
          (value) => formatPrice(value, currency),
          'down',
        ),
        of('service', 'Served within target', (each) => each.total.serviceLevel, share, 'up', points),
        of('abandoned', 'Abandoned', (each) => each.total.abandonment, share, 'down', points),
        of('asa', 'Average speed of answer', (each) => each.total.asaSeconds, formatSeconds, 'down'),
        of('occupancy', 'Occupancy', (each) => each.total.occupancy, share, null, points),
        of('hours', 'Productive hours', (each) => each.total.productiveHours, formatCount, null),
        of('risk', 'Customers at risk', (each) => each.total.customersAtRisk, formatCount, 'down'),
      ],
    },
    {
      title: 'Footprint',
      rows: [
        of(
          'countries',
          'Effective number of countries',
          (each) => each.effectiveCountries,
          (value) => formatNumber(value, 1),
          'up',
        ),
        of(
          'metros',
          'Effective number of metros',
          (each) => each.effectiveMetros,
          (value) => formatNumber(value, 1),
          'up',
        ),
        of('largest', 'Largest metro', (each) => each.largestMetroShare, share, 'down', points),
        of('spread', 'Handle time between sites, of the mean', (each) => each.handleTimeSpread, share, 'down', points),
        of('slowest', 'Slowest tenth of contacts, above the mean', (each) => each.slowestTenth, share, 'down', points),
        ...kinds.map((kind) =>
          of(
            `kind-${kind}`,
            `${kindLabel(kind)}, share of hours`,
            (each) => each.kinds.find((entry) => entry.kind === kind)?.share ?? 0,
            share,
            null,
            points,
          ),
        ),
      ],
    },
    ...base.disruptions.map((struck, at) => {
      const group = disruptionGroup(struck.name, struck.impact, mix.disruptions[at]?.impact, money);
      const inAll: MixRow = {
        key: 'lost-in-all',
        label: 'Contacts lost for good in all',
        base: lostInAll(base, at),
        mix: lostInAll(mix, at),
        write: formatCount,
        better: 'down',
      };
      return { ...group, rows: [inAll, ...group.rows] };
    }),
  ];
}

function disruptionGroup(
  title: string,
  base: Impact,
  mix: Impact | undefined,
  money: (value: number | null) => string,
): MixGroup {
  const of = (
    key: string,
    label: string,
    pick: (impact: Impact) => number | null,
    write: (value: number | null) => string,
    better: MixRow['better'],
    writeChange?: (value: number) => string,
  ): MixRow => ({ key, label, base: pick(base), mix: mix ? pick(mix) : null, write, better, writeChange });
  return {
    title,
    rows: [
      of(
        'worst',
        'Worst day, served within target',
        (impact) => impact.worstServiceLevel,
        (value) => formatShare(value),
        'up',
        points,
      ),
      of(
        'drop',
        'Points below its own plan',
        (impact) => impact.worstDropPoints,
        (value) => formatNumber(value, 1),
        'down',
      ),
      of(
        'recover',
        'Days to recover',
        (impact) => impact.daysToRecover,
        (value) => (value === null ? 'not back' : formatCount(value)),
        'down',
      ),
      of('lost', 'Contacts lost beyond its own plan', (impact) => impact.contactsLost, formatCount, null),
      of('backlog', 'Backlog at its peak', (impact) => impact.backlogPeak, formatCount, 'down'),
      of('struck-cost', 'Cost beyond its own plan', (impact) => impact.cost, money, null),
      of('struck-risk', 'Customers at risk', (impact) => impact.customersAtRisk, formatCount, 'down'),
      of('struck-value', 'Value at risk', (impact) => impact.valueAtRisk, money, 'down'),
    ],
  };
}

/** Whether a difference is an improvement; null where it is none, or neither. */
export function isBetter({ base, mix, better }: MixRow): boolean | null {
  if (better === null || base === null || mix === null) return null;
  const change = mix - base;
  if (Math.abs(change) <= 1e-9 + 5e-4 * Math.abs(base)) return null;
  return change > 0 === (better === 'up');
}
