import type { ContactsAnswer, LuckAnswer } from '../../../engine/answers';
import type { LineBand } from '../../charts';
import { dayNumber } from '../../format';

/** Days simulated contact by contact, of all streams or the one shown. */
export interface Simulated {
  readonly days: readonly string[];
  readonly runs: number;
  readonly levels: ContactsAnswer['daily'];
}

/** The bands of a figure on the days shown; nothing on days that weren't drawn. */
export function luckBandsOf(
  luck: LuckAnswer,
  figure: 'serviceLevel' | 'backlog' | 'abandonment',
  days: readonly string[],
  first: number,
  last: number,
): LineBand[] {
  const cut = cutter(luck.days, days, first, last);
  const band = (id: 'hit' | 'base', label: string, color: 1 | 2): LineBand => ({
    id,
    label,
    lower: cut(luck[id][figure].low),
    upper: cut(luck[id][figure].high),
    color,
    strength: 'faint',
  });
  return [band('base', 'Plan, 8 of 10 runs', 1), band('hit', 'Struck, 8 of 10 runs', 2)];
}

/** Figures that begin on a day of their own, on the days shown; NaN where they have none. */
function cutter(own: readonly string[], days: readonly string[], first: number, last: number) {
  const offset = dayNumber(days[first] ?? '') - dayNumber(own[0] ?? '');
  return (values: Float64Array) =>
    Float64Array.from({ length: last - first + 1 }, (_, at) => values[at + offset] ?? Number.NaN);
}

/** The mean of the simulated runs, a day each. */
export function simulatedLine({ days: own, levels }: Simulated, days: readonly string[], first: number, last: number) {
  const values = cutter(own, days, first, last)(levels.mean);
  return { id: 'contacts', label: 'Contact by contact', values, color: 4 as const, dash: 'solid' as const };
}

/** Where the mean of the simulated runs lies, with 95 % confidence. */
export function simulatedBand(
  { days: own, levels }: Simulated,
  days: readonly string[],
  first: number,
  last: number,
): LineBand {
  const cut = cutter(own, days, first, last);
  return {
    id: 'contacts-band',
    label: 'Its 95 % interval',
    lower: cut(levels.lo95),
    upper: cut(levels.hi95),
    color: 4,
    strength: 'strong',
  };
}
