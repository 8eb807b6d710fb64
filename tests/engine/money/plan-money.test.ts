import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerOverview,
  businessCase,
  COST_COMPONENTS,
  COST_GROUPINGS,
  type CostNode,
  nodesOf,
  payAndHeat,
  planMoney,
  planValue,
  valueStaffing,
} from '../../../engine/answers';
import { weeklyBudget } from '../../../engine/answers/money/budget';
import { monthly } from '../../../engine/answers/money/business-case';
import { type Plan, readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { pricedDocument } from '../../support/priced-plan';

const plan = readPlan(pricedDocument());
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Every branch against its children, week by week and over the horizon. */
function checkTree(tree: CostNode): number {
  let checked = 0;
  for (const node of nodesOf(tree)) {
    expect(near(node.total, sum(node.weekly)), node.path).toBe(true);
    if (node.children.length === 0) continue;
    node.weekly.forEach((value, week) => {
      const parts = node.children.reduce((total, child) => total + child.weekly[week]!, 0);
      if (!near(value, parts)) expect.fail(`${node.path}, week ${week}: ${value} is not ${parts}`);
    });
    checked += 1;
  }
  return checked;
}

describe('the cost tree', () => {
  test('every branch is the sum of its parts, however it is cut, and every cut has the same total', () => {
    const totals = COST_GROUPINGS.map((by) => {
      const { tree } = planMoney(plan, { by });
      expect(checkTree(tree)).toBeGreaterThan(0);
      return tree.total;
    });
    for (const total of totals) expect(near(total, totals[0]!)).toBe(true);
    const { tree } = planMoney(plan, { by: 'component' });
    const named = tree.children.map(({ path }) => path.split('/')[1]);
    expect(named).toEqual(COST_COMPONENTS.filter((one) => named.includes(one)));
    expect(named).toEqual(
      expect.arrayContaining([
        'wages',
        'training',
        'overtime',
        'premium',
        'benefits',
        'facility',
        'volume',
        'minimum',
        'indirect',
        'hiring',
        'turnover',
        'technology',
        'inflation',
        'currency',
      ]),
    );
  });

  test('what the run pays is the cost that every other screen shows', () => {
    const { tree } = planMoney(plan, { by: 'component' });
    const run = ['wages', 'training', 'overtime', 'premium', 'benefits', 'facility', 'volume', 'minimum', 'surge'];
    const paid = tree.children
      .filter(({ path }) => run.includes(path.split('/')[1]!))
      .reduce((total, { total: one }) => total + one, 0);
    expect(near(paid, answerOverview(plan).base.total.cost)).toBe(true);
  });

  test('components of a team by hand: pay, leads, people who come and go, platforms', () => {
    const simple = readPlan({
      ...pricedDocument(),
      money: undefined,
      sites: plan.sites.map(({ currency: _c, ...site }) => site),
      platforms: [{ id: 'ccaas', name: 'Voice platform', kind: 'ccaas', cost: { perHeadMonth: 100 } }],
    });
    const { tree, weeks } = planMoney(simple, { by: 'team' });
    const team = tree.children.find(({ path }) => path === 'total/berlin-care')!;
    const of = (component: string) => team.children.find(({ path }) => path.endsWith(`/${component}`))?.weekly[0] ?? 0;
    expect(weeks).toHaveLength(60);
    // 25 heads × 40 hours × (1 + 5 % overtime) at 20, a fifth of benefits; a lead for twelve at 1.35 of the pay.
    expect(of('wages')).toBeCloseTo(25 * 40 * 20, 6);
    expect(of('overtime')).toBeCloseTo(25 * 40 * 0.05 * 20, 6);
    expect(of('premium')).toBeCloseTo(25 * 40 * 0.05 * 0.5 * 20, 6);
    expect(of('benefits')).toBeCloseTo(0.2 * (of('wages') + of('overtime') + of('premium')), 6);
    expect(of('indirect')).toBeCloseTo((25 / 12) * 1.35 * 40 * 20 * 1.2, 6);
    expect(of('technology')).toBeCloseTo((25 * 100 * 12 * 7) / 365.25, 6);
    const hired = team.children.find(({ path }) => path.endsWith('/hiring'))!;
    expect(hired.total).toBeCloseTo(6 * 2000, 6);
  });

  test('holds on random plans: conserved, and never silent about a cost', () => {
    const rate = fc.double({ min: 0, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        rate,
        rate,
        fc.constantFrom('hour', 'minute', 'contact', 'fte-month'),
        fc.integer({ min: 0, max: 50_000 }),
        fc.constantFrom(...COST_GROUPINGS),
        (heads, inflation, drift, basis, minimum, by) => {
          const document = pricedDocument({ weeks: 4, heads, inflation, drift, basis, minimum });
          const { tree, units, figures } = planMoney(readPlan(document), { by });
          checkTree(tree);
          expect(figures.cost).toBe(tree.total);
          expect(near(figures.perContact! * sum(units.contacts), tree.total)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('the bridge from plan to scenario adds up to the difference, by component', () => {
    const { bridge, tree } = planMoney(plan, { scenario: 'dearer' });
    const changes = bridge!.steps.reduce((total, step) => total + step.change, 0);
    expect(near(bridge!.fromTotal + changes, tree.total)).toBe(true);
    expect(near(bridge!.fromTotal, planMoney(plan).tree.total)).toBe(true);
    const change = (of: string) => bridge!.steps.find(({ component }) => component === of)!.change;
    expect(change('wages')).toBeGreaterThan(0);
    expect(
      planMoney(plan, { scenario: 'dearer', against: 'dearer' }).bridge!.steps.every(({ change }) => change === 0),
    ).toBe(true);
    expect(planMoney(plan).bridge).toBeNull();
  });

  test('while Manila is closed contacts wait too long, and the vendor pays for it', () => {
    const thin = readPlan(pricedDocument({ weeks: 6, heads: 5 }));
    const { bridge } = planMoney(thin, { scenario: 'dearer' });
    expect(bridge!.steps.find(({ component }) => component === 'penalty')!.change).toBeLessThan(0);
  });

  test('refuses scenarios and cuts that there are not', () => {
    expect(() => planMoney(plan, { scenario: 'none' })).toThrow(InputFault);
    expect(() => planMoney(plan, { by: 'mood' as 'team' })).toThrow(InputFault);
  });
});

describe('budget', () => {
  test('whole months carry their amount to the cent, whatever the weeks', () => {
    const calendar: Plan['calendar'] = { ...plan.calendar, startDate: '2027-02-01', weeks: 4 };
    expect(sum(weeklyBudget([2800], { calendar }))).toBeCloseTo(2800, 9);
    const year = { calendar: { ...calendar, startDate: '2027-01-04', weeks: 52 } };
    const weekly = weeklyBudget([3100, 2800, 3100, 3000], year);
    expect(sum(weekly.subarray(0, 4))).toBeCloseTo(28 * 100, 9);
    expect(weekly[10]).toBeCloseTo(700, 9);
  });

  test('each line beside what is planned for it; the policies’ yearly amount stands in for the whole', () => {
    const { budget, tree } = planMoney(plan);
    expect(budget.map(({ name }) => name)).toEqual(['Whole plan', 'Vendor']);
    expect(near(sum(budget[0]!.planned), tree.total)).toBe(true);
    expect(near(sum(budget[1]!.planned), tree.children.find(({ name }) => name === 'Vendor')!.total)).toBe(true);
    const { money: _m, ...bare } = pricedDocument();
    const policies = { ...(bare.policies as Plan['policies']), budgetPerYear: 12_000_000 };
    const [whole] = planMoney(
      readPlan({ ...bare, sites: plan.sites.map(({ currency: _c, ...site }) => site), policies }),
    ).budget;
    expect(whole!.budget[1]).toBeCloseTo((1e6 / 31) * 7, 6);
    expect(whole!.source).toContain('policies');
  });
});

describe('value', () => {
  const answer = planValue(plan);

  test('components add up, cost is the tree’s, and reasons and streams divide it', () => {
    expect(answer.value.likely).toBeCloseTo(
      answer.components.reduce((total, { value }) => total + value.likely, 0),
      3,
    );
    expect(near(answer.cost, planMoney(plan).tree.total)).toBe(true);
    expect(near(sum(answer.weeklyCost), answer.cost)).toBe(true);
    const ofReasons = answer.reasons.reduce((total, { cost }) => total + cost, 0) + answer.idleCost;
    const ofStreams = answer.streams.reduce((total, { cost }) => total + cost, 0) + answer.idleCost;
    expect(ofReasons / answer.cost).toBeCloseTo(1, 9);
    expect(ofStreams / answer.cost).toBeCloseTo(1, 9);
    const contribution = answer.components.filter(({ id }) => id === 'contribution' || id === 'saves');
    expect(answer.reasons.reduce((total, { value }) => total + value.likely, 0)).toBeCloseTo(
      contribution.reduce((total, { value }) => total + value.likely, 0),
      3,
    );
  });

  test('contribution by hand: contacts answered × share of the reason × its value', () => {
    const sale = answer.reasons.find(({ id }) => id === 'sale')!;
    const voice = answer.streams.find(({ id }) => id === 'voice-en')!;
    expect(sale.contacts).toBeCloseTo(voice.contacts * 0.25, 4);
    expect(sale.value.likely).toBeCloseTo(sale.contacts * 20 + sale.contacts * 0.1 * 0.2 * 100, 3);
    expect(sale.marginPerContact.likely).toBeCloseTo((sale.value.likely - sale.cost) / sale.contacts, 9);
  });

  test('ranges give bands, the same for the same seed; without ranges there is one number', () => {
    expect(answer.draws).toBe(400);
    expect(answer.surplus.low).toBeLessThan(answer.surplus.likely);
    expect(answer.surplus.high).toBeGreaterThan(answer.surplus.likely);
    expect(planValue(plan, { seed: 1 }).surplus).toEqual(answer.surplus);
    expect(planValue(plan, { seed: 2 }).surplus).not.toEqual(answer.surplus);
    const sure = planValue(readPlan(pricedDocument({ sure: true })));
    expect(sure.draws).toBe(0);
    expect(sure.value).toEqual({
      likely: sure.value.likely,
      low: sure.value.likely,
      high: sure.value.likely,
      mean: sure.value.likely,
    });
    expect(sure.provenance.seed).toBeNull();
  });

  test('word of mouth is shown apart and moves no total', () => {
    expect(answer.amplification!.leavers.likely).toBeCloseTo(answer.leavers.likely * 9 * 0.02, 6);
    const { amplification: _a, ...money } = plan.money!;
    const quiet = planValue({ ...plan, money });
    expect(quiet.amplification).toBeNull();
    expect(quiet.value.likely).toBe(answer.value.likely);
    expect(quiet.surplus.likely).toBe(answer.surplus.likely);
  });

  test('every assumption stands with its path, source and grade, and the path leads to it', () => {
    expect(answer.assumptions.length).toBeGreaterThan(10);
    for (const { path, estimate, grade } of answer.assumptions) {
      let here: unknown = plan;
      for (const step of path.split('/')) {
        const holder = here as Record<string, unknown>;
        here = Array.isArray(here) ? here.find((one) => one.id === step) : holder[step];
      }
      expect(here, path).toBeDefined();
      expect([here, (here as unknown[])[1] ?? here], path).toContainEqual(
        typeof estimate === 'number' ? estimate : typeof here === 'number' ? estimate[1] : here,
      );
      expect(grade, path).toBe('opinion');
    }
  });

  test('equal stakes give the plain level; service by value follows the dear stream', () => {
    expect(answer.level.weighted.likely).toBeGreaterThan(0);
    expect(answer.level.weighted.likely).toBeLessThanOrEqual(1);
  });
});

describe('staffing by value', () => {
  test('never loses more than the cheapest that keeps the promise, and says which way', () => {
    const { streams, skipped, gain } = valueStaffing(plan);
    expect(streams.map(({ id }) => id)).toEqual(['voice-en']);
    expect(skipped.map(({ name }) => name)).toEqual(['English email']);
    const [voice] = streams;
    expect(voice!.best.loss).toBeLessThanOrEqual(voice!.cheapest.loss + 1e-6);
    expect(gain).toBeCloseTo(voice!.cheapest.loss - voice!.best.loss, 6);
    expect(voice!.bestLow).toBeLessThan(voice!.bestHigh);
    const dear = valueStaffing({
      ...plan,
      reasons: plan.reasons.map((reason) => ({ ...reason, valuePerContact: 500, valuePerContactRange: undefined })),
    });
    expect(dear.streams[0]!.advice).toBe('raise');
    expect(dear.streams[0]!.netOfOneMore).toBeGreaterThan(0);
    expect(dear.streams[0]!.best.abandonment).toBeLessThan(dear.streams[0]!.cheapest.abandonment);
  });
});

describe('business case', () => {
  const answer = businessCase(plan, { id: 'page', draws: 2000 });

  test('its parts agree: flows, worth, break-even, draws', () => {
    expect(answer.flows[0]).toBe(-50_000);
    expect(answer.flows).toHaveLength(37);
    expect(answer.cumulative.at(-1)).toBeCloseTo(answer.netPresentValue.likely, 4);
    expect(sum(answer.histogram.counts)).toBe(2000);
    expect(businessCase(plan, { id: 'page', draws: 2000 }).netPresentValue).toEqual(answer.netPresentValue);
    expect(answer.lossProbability.low).toBeLessThanOrEqual(answer.lossProbability.share);
    expect(answer.swings.length).toBeGreaterThan(3);
  });

  test('at the share of the effect that breaks even it is worth nothing', () => {
    const at = (effectFactor: number) => {
      const cases = plan.money!.cases!.map((one) => ({ ...one, effectFactor }));
      return businessCase({ ...plan, money: { ...plan.money!, cases } }, { id: 'page', draws: 100 }).netPresentValue
        .likely;
    };
    const whole = at(1);
    const { breakEvenEffect } = businessCase(
      { ...plan, money: { ...plan.money!, cases: plan.money!.cases!.map((one) => ({ ...one, effectFactor: 1 })) } },
      { id: 'page', draws: 100 },
    );
    expect(Math.abs(at(breakEvenEffect!))).toBeLessThan(1e-6 * Math.abs(whole) + 0.01);
  });

  test('a case without ranges on a sure measure has one outcome', () => {
    const cases = [
      {
        ...plan.money!.cases![0]!,
        measure: 'robot',
        investment: 1000,
        runningPerYear: 0,
        realizedShare: 1,
        effectFactor: 1,
        discountRatePerYear: 0.1,
        contributionKept: 1,
      },
    ];
    const sure = businessCase({ ...plan, money: { ...plan.money!, cases } }, { id: 'page', draws: 100 });
    expect(sure.netPresentValue.low).toBe(sure.netPresentValue.high);
    expect(sure.histogram.counts).toEqual([100]);
    expect([0, 1]).toContain(sure.lossProbability.share);
  });

  test('months of weeks: all of a year is there, and beyond the plan the last year goes on', () => {
    const weekly = Float64Array.from({ length: 60 }, (_, week) => week);
    expect(sum(monthly(new Float64Array(60).fill(7), 0, 12))).toBeCloseTo(365.25, 9);
    const months = monthly(weekly, 60, 12);
    expect(sum(months)).toBeGreaterThan(sum(weekly.subarray(8, 60)) - 10);
    expect(sum(monthly(new Float64Array(60).fill(1), -52, 6))).toBe(0);
  });

  test('refuses a case that there is not, and draws without end', () => {
    expect(() => businessCase(plan, { id: 'none' })).toThrow(/a business case of this plan: page/);
    expect(() => businessCase(plan, { id: 'page', draws: 1e9 })).toThrow(InputFault);
  });
});

describe('pay and heat', () => {
  test('a raise keeps people; without an answer of people to pay it only costs', () => {
    const { teams, raises, heats } = payAndHeat(plan, { raise: 0.1 });
    expect(teams.map(({ id }) => id)).toEqual(['berlin-care']);
    const [team] = teams;
    expect(team!.raise.net.likely).toBeCloseTo(team!.raise.cost - team!.raise.saved.likely, 6);
    expect(team!.projected.with).toBeLessThan(team!.projected.without);
    // Leavers of the cohorts fall by the same elasticity as those of the steady team.
    expect(team!.projected.with / team!.projected.without).toBeCloseTo(1.1 ** -1, 1);
    expect(raises[10]!.net.likely).toBeCloseTo(team!.raise.net.likely, 6);
    expect(raises[0]!.net).toEqual({ likely: 0, low: 0, high: 0, mean: 0 });
    expect(
      heats.every(({ cost, pay, turnover }) => Math.abs(cost.likely - pay - turnover.likely) < 1e-6 * cost.likely),
    ).toBe(true);
    const { attrition: _a, ...money } = plan.money!;
    const deaf = payAndHeat({ ...plan, money }, { raise: 0.1 });
    expect(deaf.teams[0]!.raise.net.likely).toBe(deaf.teams[0]!.raise.cost);
    expect(deaf.provenance.warnings.join(' ')).toContain('money.attrition');
    expect(() => payAndHeat(plan, { raise: 2 })).toThrow(InputFault);
  });
});

describe('what a plan may not say of money', () => {
  const found = (change: object) => {
    try {
      readPlan({ ...pricedDocument(), ...change });
      return [];
    } catch (error) {
      return (error as InputFault).issues.map(({ path }) => path);
    }
  };
  const { money } = pricedDocument() as { money: Record<string, unknown> };

  test.each([
    [
      'currencies twice',
      {
        money: {
          ...money,
          currencies: [
            { currency: 'PHP', perUnit: 60, changePerYear: 0 },
            { currency: 'PHP', perUnit: 60, changePerYear: 0 },
          ],
        },
      },
      'money.currencies[1].currency',
    ],
    [
      'the plan’s own currency',
      { money: { ...money, currencies: [{ currency: 'EUR', perUnit: 1, changePerYear: 0 }] } },
      'money.currencies[0].currency',
    ],
    ['a budget for nobody', { money: { ...money, budget: [{ of: 'site', perMonth: [1] }] } }, 'money.budget[0].member'],
    [
      'a budget for a stranger',
      { money: { ...money, budget: [{ of: 'site', member: 'mars', perMonth: [1] }] } },
      'money.budget[0].member',
    ],
    [
      'a case of no measure',
      { money: { ...money, cases: [{ ...(money.cases as object[])[0], measure: 'magic' }] } },
      'money.cases[0].measure',
    ],
    [
      'a range that falls',
      { money: { ...money, amplification: { tells: [3, 2, 1], leaveShare: 0 } } },
      'money.amplification.tells',
    ],
    ['an unknown key', { money: { ...money, profit: 1 } }, 'money.profit'],
  ])('%s', (_what, change, path) => {
    expect(found(change)).toContain(path);
  });
});
