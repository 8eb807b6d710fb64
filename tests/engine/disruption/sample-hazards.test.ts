import { describe, expect, test } from 'vitest';
import { type HazardEvent, sampleHazards, sampleHazardsApart } from '../../../engine/disruption';
import { teamOrigins } from '../../../engine/footprint';
import { readPlan } from '../../../engine/plan';
import { riskyDocument, riskyPlan } from '../../support/risky-plan';

const YEARS = 4000;
const DAYS = 364;

function sampled(draw: (year: number) => HazardEvent[]): HazardEvent[][] {
  return Array.from({ length: YEARS }, (_, year) => draw(year));
}

describe('hazards of sampled years', () => {
  const plan = riskyPlan();
  const origins = teamOrigins(plan);
  const years = sampled((year) => sampleHazards(plan, { seed: 5, year, days: DAYS }));

  test('come at their rates, with their lengths', () => {
    plan.hazards.forEach((hazard, at) => {
      const events = years.flat().filter(({ hazard: which }) => which === at);
      const expected = (hazard.annualRate * DAYS * YEARS) / 365.25;
      expect(Math.abs(events.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
      const share = (days: number) => events.filter((event) => event.days <= days).length / events.length;
      const error = 4 * Math.sqrt(0.25 / events.length);
      expect(Math.abs(share(hazard.medianDays) - 0.5)).toBeLessThan(error);
      expect(Math.abs(share(hazard.ninetiethPercentileDays) - 0.9)).toBeLessThan(error);
    });
  });

  test('strike every site as often when they strike apart', () => {
    const apart = sampled((year) => sampleHazardsApart(plan, origins, { seed: 5, year, days: DAYS }));
    plan.hazards.forEach((hazard, at) => {
      const events = apart.flat().filter(({ hazard: which }) => which === at);
      for (const site of new Set(events.map((event) => event.site))) {
        const own = events.filter((event) => event.site === site).length;
        const expected = (hazard.annualRate * DAYS * YEARS) / 365.25;
        expect(Math.abs(own - expected)).toBeLessThan(4 * Math.sqrt(expected));
      }
    });
    // The first site of a hazard shares its luck with the hazard as a whole.
    const place = (list: readonly HazardEvent[]) => list.filter(({ hazard }) => hazard === 1).map(({ start }) => start);
    expect(place(apart[7]!)).toEqual(place(years[7]!));
  });

  test('with a common cause come together, and still at their own rates', () => {
    const document = riskyDocument();
    document.hazards[1].commonCause = { cause: 'storm', share: 0.8 };
    document.hazards[2].commonCause = { cause: 'storm', share: 0.6 };
    const joined = readPlan(document);
    const found = sampled((year) => sampleHazards(joined, { seed: 5, year, days: DAYS }));
    for (const at of [1, 2]) {
      const expected = (joined.hazards[at]!.annualRate * DAYS * YEARS) / 365.25;
      const events = found.flat().filter(({ hazard }) => hazard === at).length;
      expect(Math.abs(events - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
    const together = found.flatMap((events) => {
      const starts = new Set(events.filter(({ hazard }) => hazard === 1).map(({ start }) => start));
      return events.filter(({ hazard, start }) => hazard === 2 && starts.has(start));
    }).length;
    // The cause strikes 3 × 0.8 times a year and hits the second with 2 × 0.6 ÷ 2.4 of them.
    const expected = (1.2 * DAYS * YEARS) / 365.25;
    expect(Math.abs(together - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  test('leave others’ luck as it was when one is edited', () => {
    const document = riskyDocument();
    document.hazards[0].annualRate = 0.1;
    const edited = sampleHazards(readPlan(document), { seed: 5, year: 3, days: DAYS });
    expect(edited.filter(({ hazard }) => hazard > 0)).toEqual(years[3]!.filter(({ hazard }) => hazard > 0));
  });
});
