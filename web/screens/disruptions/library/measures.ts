import type { ReplayFact } from '../../../../engine/disruption';
import type { ChartColor } from '../../../charts';

/** What was published of an event, in words, and the color that it has in every chart. */
export const MEASURES: Readonly<
  Record<ReplayFact['measure'], { readonly short: string; readonly words: string; readonly color: ChartColor }>
> = {
  home: { short: 'at home', words: 'of people at home', color: 1 },
  work: { short: 'at work', words: 'of people at work', color: 2 },
  staffed: { short: 'still employed', words: 'of people still employed', color: 3 },
  'lost-days': { short: 'days of work lost', words: 'days of work lost', color: 4 },
};
