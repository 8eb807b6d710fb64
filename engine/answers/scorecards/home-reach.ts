import { conversionOf, outputAtHome, shareAtHome } from '../../disruption';
import type { Site } from '../../plan';

/** Days after buildings close at which work at home is judged: the length of a short lockdown's first order. */
export const HOME_DAYS = 14;

/** How far a provider's work goes on from home. */
export interface HomeReach {
  /** Share of its productive hours that goes on a fortnight after its buildings closed, unprepared and prepared. */
  readonly emergency: number;
  readonly engineered: number;
  /** A to E by `emergency`: from four fifths, three, two, one, less. */
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
}

/**
 * Grades work at home by what is left of a provider's hours two weeks after its buildings closed.
 *
 * Hours at home by design go on; of those on site, the share that has moved home by then × its output there, by the site's
 * own curves (nothing where it has none). The five grades are even steps, an opinion; the share behind them is not.
 * Units: shares of productive hours. Null without hours. Cost: sites.
 */
export function homeReach(work: readonly { readonly site: Site; readonly hours: number }[]): HomeReach | null {
  const all = work.reduce((sum, { hours }) => sum + hours, 0);
  if (!(all > 0)) return null;
  const reach = (grade: 'emergency' | 'engineered') =>
    work.reduce((sum, { site, hours }) => sum + hours * leftOf(site, grade), 0) / all;
  const emergency = reach('emergency');
  const grade = emergency >= 0.8 ? 'A' : emergency >= 0.6 ? 'B' : emergency >= 0.4 ? 'C' : emergency >= 0.2 ? 'D' : 'E';
  return { emergency, engineered: reach('engineered'), grade };
}

function leftOf(site: Site, conversion: 'emergency' | 'engineered'): number {
  if (site.kind === 'work-at-home') return 1;
  const curve = conversionOf({ kind: 'work-at-home', conversion }, site);
  return curve ? shareAtHome(curve, HOME_DAYS) * outputAtHome(curve, HOME_DAYS) : 0;
}
