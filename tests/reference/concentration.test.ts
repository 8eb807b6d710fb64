import { describe, expect, test } from 'vitest';
import { confirmOutages, sweepOutages } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { effectiveNumber, herfindahl, measureImpact } from '../../engine/risk';
import cases from '../../scenarios/textbook/concentration.json';
import { tinyDocument } from '../support/tiny-plan';

describe('textbook cases of concentration', () => {
  test.each(cases.indices)('$name', ({ shares, herfindahl: index, effectiveNumber: number }) => {
    expect(herfindahl(shares)).toBeCloseTo(index, 12);
    expect(effectiveNumber(shares)).toBeCloseTo(number, 12);
  });
});

describe('textbook cases of exposure', () => {
  const { exposure, survival } = cases;

  test(exposure.name, () => {
    const { rows } = sweepOutages(readPlan(splitDocument()), { startDate: '2027-01-11', dimensions: ['site'] });
    expect(rows.map(({ member }) => member)).toEqual(['site-0', 'site-1', 'site-2']);
    rows.forEach((row, at) => {
      // Ample people lose next to nobody while they are there: less than one call in ten thousand.
      expect(row.impact.contactsLost / exposure.lost[at]!).toBeCloseTo(1, 4);
      expect(row.exposure).toBeCloseTo(exposure.exposureIndex[at]!, 6);
      expect(row.days).toBe(exposure.recoveryDays);
      expect(row.recoversTooLate).toBe(true);
    });
  });

  test('the same by hand, contact by contact: the interval holds it, and whoever is asked first changes nothing', () => {
    const plan = readPlan(splitDocument());
    const targets = [0, 1].map((at) => [{ dimension: 'site' as const, member: `site-${at}` }]);
    const asked = { startDate: '2027-01-11', days: 7, replications: 6, seed: 4 };
    const { rows } = confirmOutages(plan, { ...asked, targets });
    rows.forEach(({ flow, contacts: { contactsLost } }, at) => {
      expect(flow.contactsLost / exposure.lost[at]!).toBeCloseTo(1, 4);
      expect(contactsLost.lo95).toBeLessThan(exposure.lost[at]!);
      expect(contactsLost.hi95).toBeGreaterThan(exposure.lost[at]!);
      expect((contactsLost.hi95 - contactsLost.lo95) / exposure.lost[at]!).toBeLessThan(0.4);
    });
    const second = confirmOutages(plan, { ...asked, targets: targets.slice(1) });
    expect(second.rows[0]).toEqual(rows[1]);
    expect(() => confirmOutages(plan, { targets: [[{ dimension: 'site', member: 'atlantis' }]] })).toThrow(
      /targets\[0\]: found "site atlantis", allowed is .*site-0/,
    );
  });

  test.each(survival)('$name', ({ dropPointsByDay, recoverDays, daysToSurvive, daysToRecover, recoversTooLate }) => {
    const none = new Float64Array(dropPointsByDay.length);
    const rest = { abandoned: none, lost: none, backlog: none, productiveHours: none, cost: none };
    const figures = { ...rest, customersAtRisk: none, valueAtRisk: none };
    const base = Float64Array.from(dropPointsByDay, () => 0.9);
    const hit = Float64Array.from(dropPointsByDay, (points) => 0.9 - points / 100);
    const impact = measureImpact({ ...figures, serviceLevel: base }, { ...figures, serviceLevel: hit }, 0);
    expect(impact.daysToSurvive).toBe(daysToSurvive);
    expect(impact.daysToRecover).toBe(daysToRecover);
    expect(impact.daysToSurvive !== null && impact.daysToSurvive < recoverDays).toBe(recoversTooLate);
  });
});

/** Three sites with a fixed share of one stream each; nobody takes over, and nobody tries again. */
function splitDocument() {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  const { contactsPerWeek, recoveryDays, shares } = cases.exposure;
  const [voice] = document.streams;
  document.streams = [{ ...voice, redialShare: 0, demand: { ...voice.demand, contactsPerWeek } }];
  const [site] = document.sites;
  const [team] = document.teams;
  document.sites = shares.map((_, at) => ({ ...site, id: `site-${at}`, metro: `Metro ${at}`, openingHours: '24/7' }));
  document.markets[0].openingHours = '24/7';
  document.teams = shares.map((_, at) => ({
    ...team,
    id: `team-${at}`,
    site: `site-${at}`,
    headcount: [{ tenureMonths: 24, heads: 150 }],
  }));
  const routed = shares.map((share, at) => ({ team: `team-${at}`, share }));
  document.routing = [{ stream: voice.id, mode: 'split', shares: routed, failover: false }];
  document.policies.recoveryDays.site = recoveryDays;
  document.disruptions = [];
  return document;
}
