import type { LookThrough } from '../../footprint';
import type { Measure } from '../../risk';

/** What each dimension is called, one and many. */
export const DIMENSION_LABELS: Readonly<Record<LookThrough, readonly [one: string, many: string]>> = {
  provider: ['provider', 'providers'],
  parent: ['owner', 'owners'],
  country: ['country', 'countries'],
  metro: ['metro', 'metros'],
  kind: ['kind of site', 'kinds of site'],
  platform: ['platform', 'platforms'],
  site: ['site', 'sites'],
  zone: ['hazard zone', 'hazard zones'],
  carrier: ['carrier', 'carriers'],
  language: ['language', 'languages'],
  skill: ['skill', 'skills'],
};

/** What shares by each measure are shares of. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  hours: 'productive hours',
  contacts: 'contacts answered',
  value: 'value at stake',
};
