import { type Band, isRange, likelyOf } from '../../experience';
import type { Explanation } from '../results';
import { valueAssumptions } from './assumptions';
import type { MoneyGround } from './money-ground';
import type { StreamFacts } from './value-facts';

interface Explained {
  readonly value: Band;
  readonly cost: number;
  readonly surplus: Band;
  readonly leavers: Band;
  readonly level: { readonly plain: number | null; readonly weighted: Band };
  readonly streams: readonly { readonly id: string; readonly stake: Band }[];
}

/** The family trees of value, surplus, customers who leave, and the value-weighted level. */
export function explainValue(
  { plan, run }: MoneyGround,
  facts: readonly StreamFacts[],
  found: Explained,
): Explanation[] {
  const { currency } = plan;
  const assumed = valueAssumptions(plan).map(({ of, what, estimate, unit, source, grade }) => ({
    name: `${of}: ${what}`,
    value: isRange(estimate) && typeof estimate !== 'number' ? `${estimate.join(' / ')}` : likelyOf(estimate),
    unit: unit === 'money' ? currency : unit === 'money-year' ? `${currency} a year` : unit === 'share' ? 'share' : '',
    source: source ?? 'entered in the plan',
    grade: grade ?? '',
  }));
  const method = 'Counts of the flow run; a range is written as least / likeliest / most.';
  return [
    {
      label: 'Value of contacts',
      value: found.value.likely,
      unit: currency,
      formula:
        'Σ contacts answered × contribution by reason + customers kept × worth + insight − customers lost over abandonment, waits and repeats × worth',
      method,
      inputs: assumed,
    },
    {
      label: 'Value less cost',
      value: found.surplus.likely,
      unit: currency,
      formula: 'value of contacts − loaded cost',
      method,
      inputs: [
        { name: 'Value of contacts', value: found.value.likely, unit: currency, source: 'this screen', grade: '' },
        { name: 'Loaded cost', value: found.cost, unit: currency, source: 'the cost tree', grade: '' },
      ],
    },
    {
      label: 'Customers who leave',
      value: found.leavers.likely,
      unit: 'customers',
      formula:
        'contacts lost × share who leave over one + minutes waited × share a minute + repeats × share a repeat; at most all customers of the market',
      method,
      inputs: assumed.filter(({ name }) => /Leave|Settled/.test(name)),
    },
    {
      label: 'Service level by value',
      value: found.level.weighted.likely,
      unit: 'share',
      formula: 'Σ contacts due × what is at stake × share served in time ÷ Σ contacts due × what is at stake',
      method: 'At stake: contribution, customers kept, and the worth of customers lost if it isn’t answered.',
      inputs: facts.flatMap(({ stream, due, level }, at) => [
        {
          name: `${stream.name}: at stake in a contact`,
          value: found.streams[at]!.stake.likely,
          unit: currency,
          source: `${Math.round(due)} contacts due, ${Number.isNaN(level) ? 'none judged' : `${(level * 100).toFixed(1)} % in time`}; plain level of all ${((run.total.serviceLevel ?? Number.NaN) * 100).toFixed(1)} %`,
          grade: '',
        },
      ]),
    },
  ];
}
