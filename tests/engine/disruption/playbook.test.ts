import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePlaybooks, stressPlan } from '../../../engine/answers';
import { combineEffects, equipPlan, respond, surgeShare } from '../../../engine/disruption';
import { readPlan } from '../../../engine/plan';
import { buildNetwork, STREAM_COUNT as C, type FlowRecords, runFlow, STREAM_COUNTS } from '../../../engine/simulate';
import { tinyDocument } from '../../support/tiny-plan';

const timing = { afterDays: 1, forDays: 14 };
const world = { of: 'world' };

function planWith(actions: readonly object[], change: (document: ReturnType<typeof JSON.parse>) => void = () => {}) {
  const document = tinyDocument() as ReturnType<typeof JSON.parse>;
  document.playbooks = [{ id: 'book', name: 'Playbook', actions }];
  // Nobody at home: half of the people are out for a week.
  document.disruptions[0].effects = [
    {
      kind: 'capacity',
      affects: 'people',
      lossShare: 0.9,
      scope: { of: 'country', member: 'PH' },
      curve: { delayDays: 0, rampDays: 0, holdDays: 7, recoveryDays: 7, recoveryShape: 'linear' },
    },
  ];
  change(document);
  return readPlan(document);
}

function compare(actions: readonly object[], change?: (document: ReturnType<typeof JSON.parse>) => void) {
  const plan = planWith(actions, change);
  const answer = comparePlaybooks(plan, { disruptions: ['lockdown-ph'], actions: true });
  return { plan, answer, book: answer.playbooks[0]! };
}

describe('surgeShare', () => {
  test('nobody on the first day, half and nine tenths when promised', () => {
    const ramp = { weeksToHalf: 4, weeksToNinety: 9 };
    expect([0, 28, 63].map((day) => Number(surgeShare(ramp, day).toFixed(12)))).toEqual([0, 0.5, 0.9]);
    expect(surgeShare(ramp, 1e6)).toBeCloseTo(1, 3);
  });
});

describe('a playbook', () => {
  test('without force changes nothing, to the last digit', () => {
    const { answer, book } = compare([
      { kind: 'overtime', scope: world, moreHoursShare: 0, acceptance: 1, ...timing },
      {
        kind: 'shift-channel',
        scope: { of: 'stream', member: 'voice-en' },
        to: 'email-en',
        offeredShare: 0.5,
        acceptance: 0,
        returnShare: 0,
        returnAfterHours: 0,
        ...timing,
      },
    ]);
    expect(Array.from(book.run.daily.lost)).toEqual(Array.from(answer.without.run.daily.lost));
    expect(book.bought).toMatchObject({ cost: 0, contactsSaved: 0, savedPerThousand: null, costPerSaved: null });
  });

  test('overtime saves contacts, and costs its hours at the premium', () => {
    const { book, answer } = compare([
      {
        kind: 'overtime',
        scope: { of: 'site', member: 'berlin' },
        moreHoursShare: 0.25,
        acceptance: 0.8,
        premium: 0.5,
        ...timing,
      },
    ]);
    expect(book.bought.contactsSaved).toBeGreaterThan(50);
    // 25 heads × 40 h × 0.85 × 0.9 × 0.2 × 2 weeks, at 20 × 1.2 ÷ 0.765 an hour and a half more.
    const hours = 25 * 40 * 0.85 * 0.9 * 0.2 * 2;
    expect(book.actions[0]!.hours).toBeCloseTo(hours, 6);
    expect(book.bought.cost).toBeCloseTo(hours * ((20 * 1.2) / (0.85 * 0.9)) * 1.5, 4);
    // Own people's bill grows by exactly what the action says; the vendor's by what it works more or less.
    expect(book.bought.billChange).toBeCloseTo(book.bought.cost, 4);
    expect(book.bought.costPerSaved).toBeCloseTo(book.bought.cost / book.bought.contactsSaved, 9);
    expect(book.run.daily.lost.reduce((a, b) => a + b, 0)).toBeLessThan(
      answer.without.run.daily.lost.reduce((a, b) => a + b, 0),
    );
  });

  test('a surge is billed by its heads, slow as the new are, and not twice', () => {
    const surge = { kind: 'surge', team: 'manila-care', heads: 20, weeksToHalf: 1, weeksToNinety: 2, ...timing };
    const { book } = compare([surge], (document) => {
      document.disruptions[0].effects[0].scope = { of: 'site', member: 'berlin' };
    });
    const [action] = book.actions;
    expect(action!.notes[0]).toContain('notice of 6 weeks');
    expect(book.bought.contactsSaved).toBeGreaterThan(10);
    // Their hours at 15 and a quarter more; the contract's ordinary bill stays as it was.
    expect(book.bought.billChange).toBeCloseTo(book.bought.cost, 0);
    expect(book.bought.cost).toBeGreaterThan(action!.hours * 15 * 1.25 * 1.2);
  });

  test('calls to make leave the queue and are all made or still there', () => {
    const callback = {
      kind: 'callback',
      scope: { of: 'stream', member: 'voice-en' },
      offeredShare: 0.6,
      acceptance: 0.5,
      withinHours: 48,
      ...timing,
    };
    const { book, answer } = compare([callback]);
    expect(book.bought.contactsSaved).toBeGreaterThan(50);
    const [moved] = book.shifts;
    expect(moved!.moved).toBeCloseTo(moved!.offered * 0.5, 6);
    expect(moved!.refused + moved!.moved).toBeCloseTo(moved!.offered, 6);
    const made = book.run.streams.at(-1)!;
    expect(made.name).toBe('Calls to make: English voice');
    expect(made.total.offered).toBeCloseTo(moved!.moved, 6);
    expect(made.total.answered + made.daily.backlog.at(-1)!).toBeCloseTo(moved!.moved, 6);
    expect(book.run.total.offered).toBeCloseTo(answer.base.total.offered, 6);
  });

  test('a message moves those who accept, and some come back', () => {
    const shift = {
      kind: 'shift-channel',
      scope: { of: 'stream', member: 'voice-en' },
      to: 'email-en',
      offeredShare: 0.5,
      acceptance: 0.4,
      returnShare: 0.25,
      returnAfterHours: 24,
      ...timing,
    };
    const { book, answer } = compare([shift]);
    const [moved] = book.shifts;
    expect(moved!.returned).toBeCloseTo(moved!.moved * 0.25, 6);
    expect(book.run.streams[1]!.total.offered).toBeCloseTo(answer.base.streams[1]!.total.offered + moved!.moved, 6);
    expect(book.run.total.offered).toBeCloseTo(answer.base.total.offered + moved!.returned, 6);
  });

  test('training opens another skill once it is over, and costs the time away', () => {
    const train = {
      kind: 'cross-skill',
      scope: { of: 'site', member: 'berlin' },
      skill: 'refunds',
      proficiency: 0.8,
      trainingHours: 16,
      trainingDays: 4,
      afterDays: 0,
      forDays: 20,
    };
    const plan = planWith([train], (document) => {
      document.streams[1].skill = 'refunds';
      document.teams[1].skills = [{ skill: 'refunds', proficiency: 1 }];
    });
    const network = buildNetwork(plan);
    const book = plan.playbooks![0]!;
    const equipped = equipPlan(plan, network.origins, book);
    expect(equipped.trained).toEqual([{ action: 0, team: 0, streams: [1] }]);
    const met = buildNetwork(equipped.plan, network);
    expect(met.duty).toBe(network.duty);
    const { modifiers, costs } = respond(met, equipped, network.duty.heads, plan.disruptions, book, '2027-01-11');
    const [route] = modifiers.routes;
    const at = (day: number) => route!.open[network.grid.dayStarts[day]!];
    expect([at(8), at(12), at(30 - 4)]).toEqual([0, 1, 1]);
    // 16 of 40 × 4 ÷ 7 paid hours are spent in the training room.
    expect(modifiers.people[0]![network.grid.dayStarts[8]!]).toBeCloseTo(1 - 16 / ((40 * 4) / 7), 5);
    expect(costs[0]!.cost).toBeCloseTo(25 * 16 * ((20 * 1.2) / (0.85 * 0.9)), 4);
    const answer = comparePlaybooks(plan, { disruptions: ['lockdown-ph'], playbooks: ['book'] });
    expect(answer.playbooks[0]!.bought.backlogSaved).toBeGreaterThan(1);
  });

  test('people sent home work from there, with equipment paid', () => {
    const home = {
      kind: 'work-at-home',
      scope: { of: 'country', member: 'PH' },
      conversion: 'engineered',
      costPerHead: 500,
      afterDays: 0,
      forDays: 20,
    };
    const { book } = compare([home], (document) => {
      document.disruptions[0].effects[0].affects = 'seats';
      document.disruptions[0].effects[0].lossShare = 1;
    });
    expect(book.bought.cost).toBeCloseTo(25 * 0.6 * 500, 6);
    expect(book.bought.contactsSaved).toBeGreaterThan(50);
  });

  test('a stream that is served sooner is served better, at the others’ cost', () => {
    const prefer = { kind: 'priority', stream: 'late', steps: 4, afterDays: 0, forDays: 14 };
    const { book, answer } = compare([prefer], (document) => {
      document.streams.push({ ...document.streams[0], id: 'late', name: 'Served later', priority: 3 });
    });
    const abandoned = (run: typeof book.run, at: number) => run.streams[at]!.total.abandoned;
    expect(abandoned(book.run, 2)).toBeLessThan(abandoned(answer.without.run, 2) - 100);
    expect(abandoned(book.run, 0)).toBeGreaterThan(abandoned(answer.without.run, 0) + 100);
  });

  test('is scenario and stress alike', () => {
    const overtime = { kind: 'overtime', scope: world, moreHoursShare: 0.1, acceptance: 1, ...timing };
    const plan = planWith([overtime], (document) => {
      document.scenarios = [
        { id: 's', name: 'S', edits: [], moves: [], disruptions: ['lockdown-ph'], playbook: 'book' },
      ];
    });
    const book = comparePlaybooks(plan, { disruptions: ['lockdown-ph'] }).playbooks[0]!;
    expect(stressPlan(plan, { scenarios: ['s'] }).cases[0]!.impact).toEqual(book.impact);
  });

  test('refuses what the plan doesn’t have, with its place', () => {
    const issues = (action: object) => {
      try {
        planWith([{ ...timing, ...action }]);
      } catch (fault) {
        return (fault as { issues: { path: string }[] }).issues.map(({ path }) => path);
      }
      return [];
    };
    const place = 'playbooks[0].actions[0]';
    expect(issues({ kind: 'surge', team: 'nobody', heads: 5, weeksToHalf: 4, weeksToNinety: 4 })).toEqual([
      `${place}.team`,
      `${place}.weeksToNinety`,
    ]);
    expect(
      issues({
        kind: 'callback',
        scope: { of: 'site', member: 'berlin' },
        offeredShare: 1,
        acceptance: 1,
        withinHours: 4,
      }),
    ).toEqual([`${place}.scope.of`]);
    expect(
      issues({ kind: 'overtime', scope: { of: 'language', member: 'en' }, moreHoursShare: 0.1, acceptance: 1 }),
    ).toEqual([`${place}.scope.of`]);
    expect(issues({ kind: 'priority', stream: 'none', steps: 1 })).toEqual([`${place}.stream`]);
    expect(issues({ kind: 'hours', scope: world, openingHours: 'mornings', returnShare: 0.5 })).toEqual([
      `${place}.openingHours`,
    ]);
    expect(
      issues({
        kind: 'cross-skill',
        scope: world,
        skill: 'juggling',
        proficiency: 1,
        trainingHours: 1,
        trainingDays: 1,
      }),
    ).toEqual([`${place}.skill`]);
    expect(() =>
      comparePlaybooks(planWith([{ kind: 'priority', stream: 'voice-en', steps: 1, ...timing }]), {
        disruptions: ['x'],
      }),
    ).toThrow(/lockdown-ph/);
  });
});

describe('playbooks together (property)', () => {
  const days = fc.record({ afterDays: fc.integer({ min: 0, max: 12 }), forDays: fc.integer({ min: 0, max: 20 }) });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const action = fc
    .tuple(
      days,
      fc.oneof(
        fc.record({
          kind: fc.constant('overtime'),
          scope: fc.constant(world),
          moreHoursShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
          acceptance: part,
        }),
        fc.record({
          kind: fc.constant('surge'),
          team: fc.constantFrom('manila-care', 'berlin-care'),
          heads: fc.integer({ min: 0, max: 40 }),
          weeksToHalf: fc.constant(1),
          weeksToNinety: fc.constant(3),
        }),
        fc.record({
          kind: fc.constant('callback'),
          scope: fc.constant(world),
          offeredShare: part,
          acceptance: part,
          withinHours: fc.constantFrom(4, 48),
        }),
        fc.record({
          kind: fc.constant('shift-channel'),
          scope: fc.constant(world),
          to: fc.constantFrom('email-en', 'voice-en'),
          offeredShare: part,
          acceptance: part,
          returnShare: part,
          returnAfterHours: fc.constantFrom(0, 30),
        }),
        fc.record({
          kind: fc.constant('priority'),
          stream: fc.constant('voice-en'),
          steps: fc.integer({ min: -8, max: 8 }),
        }),
        fc.record({
          kind: fc.constant('hours'),
          scope: fc.constant({ of: 'market', member: 'home' }),
          openingHours: fc.constant('Mo-Fr 09:00-17:00'),
          returnShare: part,
        }),
      ),
    )
    .map(([when, what]) => ({ ...when, ...what }));

  const sum = (records: FlowRecords, stream: number, count: number) => {
    let all = 0;
    for (let day = 0; day < records.days; day++)
      all += records.streams[(stream * records.days + day) * STREAM_COUNTS + count]!;
    return all;
  };

  test('lose no contact', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 5 }), (actions) => {
        const plan = planWith(actions);
        const network = buildNetwork(plan);
        const equipped = equipPlan(plan, network.origins, plan.playbooks![0]!);
        const met = buildNetwork(equipped.plan, network);
        const { modifiers } = respond(
          met,
          equipped,
          network.duty.heads,
          plan.disruptions,
          plan.playbooks![0]!,
          '2027-01-11',
        );
        const records = runFlow(met, { modifiers });
        equipped.plan.streams.forEach((stream, at) => {
          const of = (count: number) => sum(records, at, count);
          const backlog = records.streams[(at * records.days + records.days - 1) * STREAM_COUNTS + C.backlog]!;
          const arrived = of(C.offered) + of(C.redials);
          const gone = of(C.answered) + of(C.abandoned) + backlog;
          if (Math.abs(arrived - gone) > 1e-6 * Math.max(1, arrived))
            throw new Error(`${stream.id}: ${arrived} and ${gone}`);
        });
      }),
      { numRuns: 30, seed: 20270108 },
    );
  });

  test('leave disruptions as they were where nothing is done', () => {
    const plan = planWith([
      { kind: 'overtime', scope: { of: 'site', member: 'berlin' }, moreHoursShare: 0.2, acceptance: 1, ...timing },
    ]);
    const network = buildNetwork(plan);
    const equipped = equipPlan(plan, network.origins, plan.playbooks![0]!);
    const { modifiers } = respond(
      network,
      equipped,
      network.duty.heads,
      plan.disruptions,
      plan.playbooks![0]!,
      '2027-01-11',
    );
    const alone = combineEffects(plan, network.grid, network.origins, plan.disruptions);
    expect(modifiers.people[1]).toEqual(alone.people[1]);
  });
});
