import { describe, expect, test } from 'vitest';
import { checkPlan } from '../../../engine/answers';
import { buildGrid } from '../../../engine/calendar';
import { streamArrivals } from '../../../engine/demand';
import { contactsFromDrivers, planHash, readPlan } from '../../../engine/plan';
import { buildNetwork, runFlow, STREAM_COUNT, STREAM_COUNTS } from '../../../engine/simulate';
import { InputFault } from '../../../engine/units';
import { tinyDocument } from '../../support/tiny-plan';

// biome-ignore lint/suspicious/noExplicitAny: the tests break documents in ways that types forbid
type Loose = any;

const drivers = [
  { id: 'orders', name: 'Orders', unit: 'orders a week', values: [40000, 50000, 60000, 45000], source: 'Sales plan' },
  { id: 'contact_rate', name: 'Contacts an order', values: 0.2, source: 'Counted in 2026', grade: 'survey' },
  { id: 'promo', name: 'Promotion', values: [0, 0, 0.25, 0] },
];
const FORMULA = 'orders * contact_rate * (1 + promo)';
const EXPECTED = [8000, 10000, 15000, 9000];

/** The tiny plan with its first stream's demand as a formula, changed as told. */
function document(change: (demand: Loose) => void = () => {}): Loose {
  const plan = tinyDocument() as Loose;
  const { dayOfWeekShare, intradayShare } = plan.streams[0].demand;
  plan.streams[0].demand = {
    kind: 'drivers',
    formula: FORMULA,
    drivers: structuredClone(drivers),
    dayOfWeekShare,
    intradayShare,
  };
  change(plan.streams[0].demand);
  return plan;
}

const issuesOf = (change: (demand: Loose) => void) => checkPlan(document(change)).issues;

describe('demand by formula', () => {
  test('gives the contacts of each week', () => {
    const found = contactsFromDrivers({ formula: FORMULA, drivers }, { startDate: '2027-01-04', weeks: 4 }, 'demand');
    expect(found).toEqual({ contactsByWeek: EXPECTED, used: ['orders', 'contact_rate', 'promo'], issues: [] });
  });

  test('a driver twice as large doubles every week', () => {
    const doubled = drivers.map((one) => (one.id === 'contact_rate' ? { ...one, values: 0.4 } : one));
    const found = contactsFromDrivers(
      { formula: FORMULA, drivers: doubled },
      { startDate: '2027-01-04', weeks: 4 },
      '',
    );
    expect(found.contactsByWeek).toEqual(EXPECTED.map((contacts) => 2 * contacts));
  });

  test('survives storing: the same document, the same hash', () => {
    const plan = readPlan(document());
    const again = readPlan(JSON.parse(JSON.stringify(plan)));
    expect(again).toEqual(plan);
    expect(planHash(again)).toBe(planHash(plan));
  });

  test('flow is offered what the formula says, week by week', () => {
    const plan = readPlan(document());
    const records = runFlow(buildNetwork(plan));
    const offered = EXPECTED.map((_, week) => {
      let sum = 0;
      for (let day = week * 7; day < week * 7 + 7; day++)
        sum += records.streams[day * STREAM_COUNTS + STREAM_COUNT.offered]!;
      return sum;
    });
    offered.forEach((contacts, week) => {
      expect(contacts / EXPECTED[week]!).toBeCloseTo(1, 9);
    });
  });

  test('a plan that was not checked is refused before it is computed', () => {
    const plan = readPlan(document());
    const stream = { ...plan.streams[0]!, demand: { ...plan.streams[0]!.demand, formula: 'orders * rate' } } as Loose;
    const grid = buildGrid(plan.calendar);
    expect(() => streamArrivals(stream, plan.markets[0]!, grid)).toThrow(InputFault);
    expect(() => streamArrivals(stream, plan.markets[0]!, grid)).toThrow(/column 10/);
  });
});

describe('what is wrong with demand by formula', () => {
  const at = 'streams[0].demand';
  const named = 'streams[0 "voice-en"].demand';
  test.each<readonly [string, (demand: Loose) => void, string, string, string]>([
    [
      'an unknown driver',
      (d) => {
        d.formula = 'orders * rate';
      },
      'formula.unknown-name',
      `${at}.formula, column 10`,
      'orders, contact_rate, promo',
    ],
    [
      'a formula cut short',
      (d) => {
        d.formula = 'orders *';
      },
      'formula.order',
      `${at}.formula, column 9`,
      'a number',
    ],
    [
      'no formula',
      (d) => {
        d.formula = '';
      },
      'plan.too-small',
      `${named}.formula`,
      '1 characters',
    ],
    [
      'a formula too long',
      (d) => {
        d.formula = '1'.repeat(501);
      },
      'plan.too-large',
      `${named}.formula`,
      '500',
    ],
    [
      'a number too few',
      (d) => {
        d.drivers[0].values.pop();
      },
      'plan.weeks',
      `${at}.drivers[0].values`,
      '4 weeks',
    ],
    [
      'no number at all',
      (d) => {
        d.drivers[0].values = [];
      },
      'plan.too-small',
      `${named}.drivers[0 "orders"].values`,
      '1 entries',
    ],
    [
      'text among the numbers',
      (d) => {
        d.drivers[0].values[2] = '60k';
      },
      'plan.type',
      `${named}.drivers[0 "orders"].values[2]`,
      'a number',
    ],
    [
      'text for a number',
      (d) => {
        d.drivers[1].values = '0.2';
      },
      'plan.choice',
      `${named}.drivers[1 "contact_rate"].values`,
      'a number or a list',
    ],
    [
      'a number beyond reason',
      (d) => {
        d.drivers[1].values = 1e15;
      },
      'plan.too-large',
      `${named}.drivers[1 "contact_rate"].values`,
      '1000000000000',
    ],
    [
      'two drivers of one name',
      (d) => {
        d.drivers[2].id = 'orders';
        d.formula = 'orders';
      },
      'plan.duplicate-id',
      `${at}.drivers[2].id`,
      'no other',
    ],
    [
      'a driver named like a function',
      (d) => {
        d.drivers[2].id = 'max';
      },
      'plan.invalid',
      `${named}.drivers[2 "max"].id`,
      'no function',
    ],
    [
      'a driver named like a word of the parser',
      (d) => {
        d.drivers[2].id = 'mod';
      },
      'plan.invalid',
      `${named}.drivers[2 "mod"].id`,
      'no function',
    ],
    [
      'a driver named constructor',
      (d) => {
        d.drivers[2].id = 'constructor';
      },
      'plan.invalid',
      `${named}.drivers[2 "constructor"].id`,
      'no function',
    ],
    [
      'a driver named __proto__',
      (d) => {
        d.drivers[2].id = '__proto__';
      },
      'plan.format',
      `${named}.drivers[2 "__proto__"].id`,
      'a letter',
    ],
    [
      'a driver with a hyphen',
      (d) => {
        d.drivers[2].id = 'promo-share';
      },
      'plan.format',
      `${named}.drivers[2 "promo-share"].id`,
      'underscores',
    ],
    [
      'an unknown key of a driver',
      (d) => {
        d.drivers[2].value = 3;
      },
      'plan.unknown-key',
      `${named}.drivers[2 "promo"].value`,
      'a key',
    ],
    [
      'shares of a week that do not add up',
      (d) => {
        d.dayOfWeekShare[0] = 0.9;
      },
      'plan.shares',
      `${at}.dayOfWeekShare`,
      'add to 1',
    ],
  ])('%s', (_, change, code, path, allowed) => {
    const issues = issuesOf(change);
    const [first] = issues;
    expect(issues.map((one) => `${one.code} ${one.path}`)).toContain(`${code} ${path}`);
    expect(issues.find((one) => one.code === code && one.path === path)?.allowed, first?.message).toContain(allowed);
  });

  test('a division by zero in one week names the week, the part and what was put in', () => {
    const issues = issuesOf((demand) => {
      demand.formula = 'orders / promo';
      demand.drivers[2].values = [1, 1, 0, 1];
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      code: 'formula.not-finite',
      path: 'streams[0].demand.formula, week 3 (2027-01-18)',
      found: 'orders / promo gives no finite number where orders = 60000, promo = 0',
    });
  });

  test('weeks below zero and weeks beyond reason are told apart', () => {
    const issues = issuesOf((demand) => {
      demand.formula = 'orders';
      demand.drivers[0].values = [5, -1, 2e9, -3];
    });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['formula.negative', 'streams[0].demand.formula, week 2 (2027-01-11), week 4 (2027-01-25)'],
      ['formula.too-many', 'streams[0].demand.formula, week 3 (2027-01-18)'],
    ]);
  });

  test('a day that does not exist as the start is told once, and the formula waits', () => {
    const plan = document((demand) => {
      demand.formula = 'orders / 0';
    });
    plan.calendar.startDate = '2027-02-30';
    expect(checkPlan(plan).issues.map(({ code }) => code)).toEqual(['plan.date']);
  });
});
