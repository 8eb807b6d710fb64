import { describe, expect, test } from 'vitest';
import { contractBills, planMoney } from '../../engine/answers';
import { type Contract, readPlan } from '../../engine/plan';
import { contractBill, monthlySettlement, servicePenalty } from '../../engine/sourcing';
import cases from '../../scenarios/textbook/contract-bills.json';
import { tinyDocument } from '../support/tiny-plan';

describe('textbook cases of contracts', () => {
  test.each(cases.weeks)('$name', ({ contract, delivered, bill }) => {
    const terms = { rampNoticeWeeks: 0, exitNoticeWeeks: 0, ...contract } as unknown as Contract;
    const found = contractBill(terms, delivered);
    expect(found.volume).toBeCloseTo(bill.volume, 9);
    expect(found.minimum).toBeCloseTo(bill.minimum, 9);
    expect(found.surge).toBeCloseTo(bill.surge, 9);
  });

  test.each(cases.months)('$name', ({ contract, units, months, minimum, surge }) => {
    const settled = monthlySettlement(contract as unknown as Contract, units, months);
    expect(settled.minimum).toBeCloseTo(minimum, 9);
    expect(settled.surge).toBeCloseTo(surge, 9);
  });

  test.each(cases.penalties)('$name', ({ bill, sharePerPoint, streams, penalty }) => {
    expect(servicePenalty(bill, sharePerPoint, streams)).toBeCloseTo(penalty, 9);
  });
});

describe('bills of a plan', () => {
  const { outage } = cases;
  const curve = { delayDays: 0, rampDays: 0, holdDays: 7, recoveryDays: 0, recoveryShape: 'linear' };
  const document = () => {
    const made = tinyDocument() as ReturnType<typeof JSON.parse>;
    Object.assign(made.providers[1].contract, { price: outage.price, minimumPerMonth: outage.minimumPerMonth });
    made.calendar.zone = 'Asia/Manila';
    const scope = { of: 'provider', member: 'vendor' };
    const effects = [{ kind: 'capacity', affects: 'people', lossShare: 1, scope, curve }];
    made.disruptions = [{ id: 'gone', name: 'Gone', description: '', startDate: '2027-01-11', effects }];
    return made;
  };
  const plan = readPlan(document());
  const answer = contractBills(plan);
  const of = (at: number, provider: string) => answer.cases[at]!.providers.find((each) => each.provider === provider)!;

  test(outage.name, () => {
    const [usual, struck] = [of(0, 'vendor'), of(1, 'vendor')];
    // Four weeks alike: the week that is gone is a quarter of the hours.
    expect(usual.minimum).toBe(0);
    expect(usual.volume).toBeCloseTo(outage.price * usual.productiveHours, 6);
    expect(usual.units! / 4).toBeGreaterThan(outage.weeklyMinimum);
    expect(struck.productiveHours / usual.productiveHours).toBeCloseTo(0.75, 3);
    expect(struck.volume).toBeCloseTo(outage.price * struck.productiveHours, 6);
    expect(struck.minimum).toBeCloseTo(outage.weekMinimumBill, 6);
    // As a month of four weeks, with 700 a week at the least: what the other three are above it counts.
    const missing = Math.max(0, 4 * outage.weeklyMinimum - struck.units!);
    expect(struck.minimumByMonth).toBeCloseTo(missing * outage.price, 5);
    expect(struck.minimumByMonth).toBeLessThan(struck.minimum);
    expect(struck.difference).toBeCloseTo(struck.volume + struck.minimum - usual.volume, 6);
    expect(of(1, 'own').difference).toBeCloseTo(0, 6);
    expect(answer.cases[1]!.difference).toBeCloseTo(struck.difference, 6);
  });

  test('indexation, surge and penalties add up to the provider’s branch of the loaded cost', () => {
    const made = document();
    Object.assign(made.providers[1].contract, {
      maximumPerMonth: 2609,
      penaltySharePerPoint: 0.01,
      indexationPerYear: 0.2,
    });
    // More than can be had, so that points are missed.
    made.streams[0].target.share = 1;
    made.scenarios = [{ id: 'storm', name: 'Storm', edits: [], moves: [], disruptions: ['gone'] }];
    const priced = readPlan(made);
    const { cases: found } = contractBills(priced);
    expect(found.map(({ kind, id }) => [kind, id])).toEqual([
      ['plan', null],
      ['disruption', 'gone'],
      ['scenario', 'storm'],
    ]);
    // A scenario of one disruption costs what the disruption does.
    expect(found[2]!.total).toBeCloseTo(found[1]!.total, 6);
    const tree = planMoney(priced, { scenario: 'storm' }).tree;
    for (const bill of found[2]!.providers) {
      const branch = tree.children.find(({ path }) => path === `total/${bill.provider}`)!;
      expect(bill.total).toBeCloseTo(branch.total, 6);
    }
    const vendor = found[1]!.providers.find(({ provider }) => provider === 'vendor')!;
    expect(vendor.surge).toBeGreaterThan(0);
    expect(vendor.penalty).toBeLessThan(0);
  });

  test('terms stand beside each other, and ids that nobody knows are named', () => {
    expect(answer.terms).toMatchObject([
      { provider: 'vendor', unit: 'productive hour', price: 15, exitNoticeWeeks: 26, maximumPerMonth: null },
    ]);
    // 26 weeks × 700 hours × 15.
    expect(answer.terms[0]!.exitBill).toBeCloseTo(26 * 10500, 6);
    expect(() => contractBills(plan, { disruptions: ['flood'] })).toThrow(
      /disruptions: found "flood", allowed is .*gone/,
    );
  });
});
