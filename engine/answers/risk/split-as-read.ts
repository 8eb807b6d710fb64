import { FIGURES } from '../../risk';
import type { RiskSample } from './risk-sample';

/**
 * Years that were run, with each year's events dividing what they cost in proportion to what each costs alone, as the table has it.
 *
 * So that causes mean the same in all years of a study that is read; a year's sum stays what was run. Where nothing costs anything alone the
 * division is left as it was. Cost: the events.
 */
export function splitAsRead(run: RiskSample, read: RiskSample): RiskSample {
  const added = run.events.added.slice();
  const [ours, theirs] = [eventsByYear(run), eventsByYear(read)];
  for (const [year, events] of ours) {
    const alone = theirs.get(year);
    if (!alone || alone.length !== events.length) continue;
    for (let figure = 0; figure < FIGURES; figure++) {
      const costs = alone.map((at) => read.events.added[at * FIGURES + figure]!);
      const weight = costs.reduce((sum, cost) => sum + Math.abs(cost), 0);
      if (!(weight > 0)) continue;
      const whole = events.reduce((sum, at) => sum + run.events.added[at * FIGURES + figure]!, 0);
      const rest = whole - costs.reduce((sum, cost) => sum + cost, 0);
      events.forEach((at, place) => {
        added[at * FIGURES + figure] = costs[place]! + (rest * Math.abs(costs[place]!)) / weight;
      });
    }
  }
  return { ...run, events: { ...run.events, added } };
}

function eventsByYear({ events }: RiskSample): Map<number, number[]> {
  const known = new Map<number, number[]>();
  events.year.forEach((year, at) => {
    const list = known.get(year);
    if (list) list.push(at);
    else known.set(year, [at]);
  });
  return known;
}
