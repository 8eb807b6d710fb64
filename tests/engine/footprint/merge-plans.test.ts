import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couldBe, MERGED_LISTS, mergedPlan, mergeFootprints, proposedMapping } from '../../../engine/answers';
import { mergePlans } from '../../../engine/footprint';
import { type Plan, readPlan } from '../../../engine/plan';
import { readScenario } from '../../support/read-scenario';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const twin = (change: (document: ReturnType<typeof JSON.parse>) => void = () => {}): Plan => {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  document.name = 'Other company';
  change(document);
  return readPlan(document);
};

describe('two footprints as one', () => {
  test('keep every contact, hour and amount when nothing is the same', () => {
    const { first, second, apart, union } = mergeFootprints(tinyPlan(), { second: twin(), mapping: {} });
    expect(union.contactsOffered).toBeCloseTo(first.contactsOffered + second.contactsOffered, 6);
    expect(union.productiveHours).toBeCloseTo(first.productiveHours + second.productiveHours, 3);
    expect(union.costPerYear).toBeCloseTo(apart.costPerYear, 3);
    expect(union.contactsLost).toBeCloseTo(apart.contactsLost, 4);
    expect(union.serviceLevel).toBeCloseTo(apart.serviceLevel!, 6);
    expect(union.sites).toBe(4);
    // Owners by hours: four equal members instead of two.
    const owners = (figures: typeof union) =>
      figures.spread.find(({ dimension }) => dimension === 'parent')!.effectiveNumber!;
    expect(owners(union)).toBeCloseTo(owners(first) + owners(second), 1);
  });

  test('answer the same work together, which loses fewer contacts than apart, for the same money', () => {
    const second = twin();
    const mapping = proposedMapping(tinyPlan(), { second });
    expect(mapping.streams).toEqual({ 'voice-en': 'voice-en', 'email-en': 'email-en' });
    expect(mapping.sites).toEqual({ berlin: 'berlin', manila: 'manila' });
    const { apart, union, overlaps } = mergeFootprints(tinyPlan(), { second });
    expect(union.contactsOffered).toBeCloseTo(apart.contactsOffered, 6);
    expect(union.contactsLost).toBeLessThan(0.9 * apart.contactsLost);
    expect(union.costPerYear).toBeCloseTo(apart.costPerYear, 3);
    expect(union.sites).toBe(2);
    expect(overlaps.map(({ metro, heads, seats }) => [metro, heads, seats])).toEqual([
      ['Berlin', 50, 400],
      ['Metro Manila', 50, 400],
    ]);
  });

  test('are one with an id, a name and references of their own for everything that collides', () => {
    const plan = readPlan(readScenario('farwater'));
    const union = mergedPlan(plan, { second: { ...plan, name: 'Twin Travel' }, mapping: {} });
    for (const list of ['sites', 'teams', 'streams', 'providers', 'hazards', 'scenarios'] as const) {
      const ids = union[list].map(({ id }) => id);
      expect(new Set(ids).size, list).toBe(ids.length);
    }
    expect(union.teams).toHaveLength(2 * plan.teams.length);
    // Hazards of the same name and scope are one where their scope is a place; those of things stand twice.
    const places = plan.hazards.filter(({ scope }) => ['country', 'metro', 'world', 'kind'].includes(scope.of)).length;
    expect(union.hazards).toHaveLength(2 * plan.hazards.length - places);
    // References went along: the second's teams work at the second's sites, which belong to the second's providers.
    const makati = union.sites.find(({ id }) => id === 'makati-2')!;
    expect(makati.provider).toBe('quillhaven-2');
    expect(union.providers.find(({ id }) => id === 'tessaly-2')!.parent).toBe('kestrane-2');
    expect(union.scenarios.find(({ id }) => id === 'laptops-ready-2')!.edits[0]!.path).toMatch(/^sites\/makati-2\//);
    expect(
      union.routing.every(
        ({ stream, ...rule }) => rule.mode !== 'pool' || new Set(rule.teams!.map((id) => id.endsWith('-2'))).size === 1,
      ),
    ).toBe(true);
  });

  test('turn money into one currency by a rate, and ask for it where nobody has one', () => {
    const second = twin((document) => {
      document.currency = 'GBP';
    });
    expect(() => mergePlans(tinyPlan(), second, {})).toThrow(/rate/);
    const { second: converted, union } = mergePlans(tinyPlan(), second, {}, 1.2);
    expect(converted.sites[0]!.wage.perHour).toBeCloseTo(24, 12);
    expect(converted.providers[1]!.contract!.price).toBeCloseTo(18, 12);
    expect(converted.markets[0]!.churn!.valuePerCustomer).toBeCloseTo(120, 12);
    expect(union.money!.currencies).toEqual([{ currency: 'GBP', perUnit: 1 / 1.2, changePerYear: 0 }]);
    const figures = mergeFootprints(tinyPlan(), { second, mapping: {}, rate: 1.2 });
    expect(figures.second.costPerYear).toBeCloseTo(1.2 * figures.first.costPerYear, 2);
    const held = readPlan({
      ...JSON.parse(JSON.stringify(tinyPlan())),
      money: { currencies: [{ currency: 'GBP', perUnit: 0.8, changePerYear: 0 }] },
    });
    expect(mergePlans(held, second, {}).rate).toBeCloseTo(1.25, 12);
  });

  test('refuse calendars that don’t fit and pairs that can’t be one, with their place', () => {
    const later = twin((document) => {
      document.calendar.startDate = '2027-01-11';
      document.disruptions = [];
    });
    expect(() => mergePlans(tinyPlan(), later, {})).toThrow(/calendar\.startDate.*2027-01-04/);
    const longer = twin((document) => {
      document.calendar.weeks = 6;
    });
    const cut = mergePlans(tinyPlan(), longer, {});
    expect(cut.union.calendar.weeks).toBe(4);
    expect(cut.warnings[0]).toContain('cut to the 4 weeks');
    expect(() => mergePlans(tinyPlan(), twin(), { streams: { 'voice-en': 'email-en' } })).toThrow(
      /streams\.voice-en.*channel/,
    );
    expect(() => mergePlans(tinyPlan(), twin(), { sites: { nowhere: 'berlin' } })).toThrow(/sites\.nowhere/);
    expect(() => mergePlans(tinyPlan(), twin(), { castles: {} } as never)).toThrow(/castles/);
  });

  test('keep what held for all of one plan to that plan', () => {
    const second = twin((document) => {
      document.events = [
        {
          id: 'sale',
          name: 'Sale',
          kind: 'campaign',
          on: true,
          scope: {},
          startDate: '2027-01-11',
          course: { kind: 'pulse', days: 7, halfLifeDays: 0 },
          volume: { kind: 'multiply', factor: 2 },
        },
      ];
      document.hiringFreezes = [{ from: '2027-01-04', until: '2027-01-20' }];
    });
    const { union } = mergePlans(tinyPlan(), second, {});
    expect(union.events![0]!.scope.streams).toEqual(['voice-en-2', 'email-en-2']);
    expect(union.hiringFreezes![0]!.sites).toEqual(['berlin-2', 'manila-2']);
  });

  test('are a sound plan with everybody in it, whatever is said to be the same', () => {
    const first = readPlan(readScenario('farwater'));
    const second = { ...first, name: 'Twin Travel' };
    const heads = ({ teams }: Plan) =>
      teams.reduce((sum, { headcount }) => sum + headcount.reduce((all, one) => all + one.heads, 0), 0);
    const choice = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 60, maxLength: 60 }), (draws) => {
        let at = 0;
        const mapping = Object.fromEntries(
          MERGED_LISTS.map((list) => [
            list,
            Object.fromEntries(
              second[list].flatMap((entry): [string, string][] => {
                const choices = couldBe(first, list, entry);
                const pick = draws[at++ % draws.length]! % (2 * choices.length + 1);
                return pick < choices.length ? [[entry.id, choices[pick]!.id]] : [];
              }),
            ),
          ]),
        );
        // Reading the union checks every reference of it.
        const { union } = mergePlans(first, second, mapping);
        expect(heads(union)).toBeCloseTo(heads(first) + heads(second), 6);
        expect(union.streams).toHaveLength(first.streams.length + second.streams.length);
        const same = new Set(Object.keys(mapping.sites!));
        expect(union.sites).toHaveLength(first.sites.length + second.sites.filter(({ id }) => !same.has(id)).length);
        const seats = ({ sites }: Plan) => sites.reduce((sum, site) => sum + (site.seats ?? 0), 0);
        expect(seats(union)).toBe(seats(first) + seats(second));
      }),
      { numRuns: 12 },
    );
  });
});
