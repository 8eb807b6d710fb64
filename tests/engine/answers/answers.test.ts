import { describe, expect, test } from 'vitest';
import {
  answerOverview,
  checkPlan,
  compareMixes,
  kpisAt,
  measureConcentration,
  stressPlan,
  sweepOutages,
  sweepPairs,
} from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { tinyDocument, tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();

describe('stressPlan', () => {
  const answer = stressPlan(plan);
  const [lockdown] = answer.cases;

  test('the lockdown hurts, and passes', () => {
    expect(lockdown!.impact.worstDropPoints).toBeGreaterThan(20);
    expect(lockdown!.impact.daysToRecover).toBeGreaterThan(5);
    expect(lockdown!.impact.daysToRecover).toBeLessThan(14);
    expect(lockdown!.impact.contactsLost).toBeGreaterThan(0);
    expect(lockdown!.endDate).toBe('2027-01-20');
  });

  test('nothing differs before it starts', () => {
    for (let day = 0; day < 7; day++) {
      expect(kpisAt(lockdown!.run.daily, day)).toEqual(kpisAt(answer.base.daily, day));
    }
  });

  test('days, weeks and total agree, for counts and money', () => {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    for (const run of [answer.base, lockdown!.run]) {
      for (const figure of [
        'offered',
        'answered',
        'abandoned',
        'lost',
        'cost',
        'productiveHours',
        'paidHours',
      ] as const) {
        expect(sum(run.daily[figure])).toBeCloseTo(run.total[figure], 4);
        expect(sum(run.weekly[figure])).toBeCloseTo(run.total[figure], 4);
      }
      expect(run.streams.reduce((total, stream) => total + stream.total.offered, 0)).toBeCloseTo(run.total.offered, 6);
      expect(run.teams.reduce((total, team) => total + team.total.cost, 0)).toBeCloseTo(run.total.cost, 4);
    }
  });

  test('the same footprint is run once: moving a disruption leaves the undisturbed run standing', () => {
    const moved = readPlan({ ...tinyDocument(), disruptions: [] });
    expect(stressPlan(moved).base).toBe(answer.base);
    const other = tinyDocument() as ReturnType<typeof JSON.parse>;
    other.teams[0].attritionPerYear = 0.3;
    expect(stressPlan(readPlan(other)).base).not.toBe(answer.base);
  });

  test('an unknown disruption is named', () => {
    expect(() => stressPlan(plan, { disruptions: ['flood'] })).toThrow(InputFault);
  });

  test('reports progress up to the end', () => {
    const shares: number[] = [];
    stressPlan(tinyPlan(), {}, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBeCloseTo(1, 9);
    expect(shares.every((share, at) => at === 0 || share >= shares[at - 1]! - 1e-9)).toBe(true);
  });
});

describe('compareMixes', () => {
  const move = (share: number) => ({
    id: 'move',
    name: 'Move',
    moves: [{ from: { of: 'country' as const, member: 'PH' }, to: { of: 'country' as const, member: 'DE' }, share }],
  });

  test('moving nothing changes nothing', () => {
    const { base, variants } = compareMixes(plan, { variants: [move(0)], disruptions: ['lockdown-ph'] });
    expect(variants[0]!.total).toEqual(base.total);
    expect(variants[0]!.disruptions[0]!.impact).toEqual(base.disruptions[0]!.impact);
  });

  test('moving half home keeps productive hours, costs more and softens the lockdown', () => {
    const { base, variants } = compareMixes(plan, { variants: [move(0.5)], disruptions: ['lockdown-ph'] });
    const [half] = variants;
    expect(half!.total.productiveHours).toBeCloseTo(base.total.productiveHours, 0);
    expect(half!.total.cost).toBeGreaterThan(base.total.cost);
    expect(half!.disruptions[0]!.impact.contactsLost).toBeLessThan(base.disruptions[0]!.impact.contactsLost);
  });

  test('a share beyond one is refused with its place', () => {
    expect(() => compareMixes(plan, { variants: [move(20)], disruptions: [] })).toThrow(
      /variants\[0\]\.moves\[0\]\.share/,
    );
  });
});

describe('measureConcentration', () => {
  test('equal halves count as two, and the breach of the country limit is named', () => {
    const answer = measureConcentration(plan);
    const country = answer.dimensions.find((entry) => entry.dimension === 'country');
    expect(country?.effectiveNumber).toBeCloseTo(2, 6);
    expect(answer.breaches.map((breach) => breach.member).sort()).toEqual(['DE', 'PH']);
    const shares = country!.members.reduce((sum, member) => sum + member.share, 0);
    expect(shares).toBeCloseTo(1, 12);
  });

  test('providers with one owner count as one owner', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.providers.push({ id: 'group', name: 'Group', kind: 'holding' });
    document.providers[0].parent = 'group';
    document.providers[1].parent = 'group';
    const answer = measureConcentration(readPlan(document));
    const of = (dimension: string) => answer.dimensions.find((entry) => entry.dimension === dimension)!;
    expect(of('provider').effectiveNumber).toBeCloseTo(2, 6);
    expect(of('parent').effectiveNumber).toBeCloseTo(1, 9);
  });

  test('work that one site alone can do is a single source', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.teams[0].channels = ['voice'];
    const answer = measureConcentration(readPlan(document));
    expect(answer.singleSource).toMatchObject([
      { stream: 'email-en', level: 'site', member: 'manila', provider: 'vendor' },
    ]);
  });
});

describe('sweepOutages', () => {
  test('ranks nodes by contacts lost, and a node with all the work loses all of it', () => {
    const { rows } = sweepOutages(plan);
    const lost = rows.map((row) => row.impact.contactsLost);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    const platform = rows.find((row) => row.member === 'ccaas');
    expect(platform?.impact.worstServiceLevel).toBeLessThan(0.05);
  });

  test('equals removing the node by hand', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.disruptions = [
      {
        id: 'gone',
        name: 'Gone',
        description: '',
        startDate: '2027-01-04',
        effects: [
          {
            kind: 'capacity',
            affects: 'people',
            lossShare: 1,
            scope: { of: 'site', member: 'manila' },
            curve: { delayDays: 0, rampDays: 0, holdDays: 5, recoveryDays: 0, recoveryShape: 'linear' },
          },
        ],
      },
    ];
    const byHand = stressPlan(readPlan(document)).cases[0]!.impact;
    const row = sweepOutages(plan, { startDate: '2027-01-04', dimensions: ['site'] }).rows.find(
      (entry) => entry.member === 'manila',
    );
    expect(row!.impact.contactsLost).toBeCloseTo(byHand.contactsLost, 6);
    expect(row!.impact.worstDropPoints).toBeCloseTo(byHand.worstDropPoints, 9);
  });
});

describe('when outages start', () => {
  test('in the busiest week that leaves time for the longest recovery; longer ones lose more', () => {
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    // The last of four weeks is the busiest, and a country takes ten days.
    const { dayOfWeekShare, intradayShare } = document.streams[0].demand;
    document.streams[0].demand = {
      kind: 'weekly',
      contactsByWeek: [9000, 10500, 9000, 12000],
      dayOfWeekShare,
      intradayShare,
    };
    const { startDate, rows } = sweepOutages(readPlan(document));
    expect(startDate).toBe('2027-01-11');
    const lost = (node: string) => rows.find(({ member }) => member === node)!.impact.contactsLost;
    expect(lost('PH')).toBeGreaterThan(lost('manila') * 1.3);
  });
});

describe('sweepPairs', () => {
  const sites = ['site'] as const;
  const answer = sweepPairs(plan, { startDate: '2027-01-04', dimensions: sites });

  test('a pair equals removing both by hand, and its excess is what the two lose beyond the sum of both alone', () => {
    const single = sweepOutages(plan, { startDate: '2027-01-04', dimensions: sites }).rows;
    expect(answer.nodes.map(({ member }) => member)).toEqual(single.map(({ member }) => member));
    expect(answer.pairs).toHaveLength(1);
    const [pair] = answer.pairs;
    const apart = single.reduce((sum, row) => sum + row.impact.contactsLost, 0);
    expect(pair!.lostBeyondSum).toBeCloseTo(pair!.impact.contactsLost - apart, 9);

    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    const curve = { delayDays: 0, rampDays: 0, holdDays: 5, recoveryDays: 0, recoveryShape: 'linear' };
    const gone = (member: string) => ({
      kind: 'capacity',
      affects: 'people',
      lossShare: 1,
      scope: { of: 'site', member },
      curve,
    });
    const effects = [gone('manila'), gone('berlin')];
    document.disruptions = [{ id: 'gone', name: 'Gone', description: '', startDate: '2027-01-04', effects }];
    const byHand = stressPlan(readPlan(document)).cases[0]!.impact;
    expect(pair!.impact.contactsLost).toBeCloseTo(byHand.contactsLost, 6);
  });

  test('what fails with a node that loses more, for as long, is left to that one', () => {
    const { nodes, pairs, leftOut } = sweepPairs(plan, { startDate: '2027-01-04', most: 2 });
    expect(nodes).toHaveLength(2);
    expect(leftOut).toBeGreaterThanOrEqual(0);
    const places = pairs.map((pair) => pair.nodes.join());
    expect(places).toEqual(['0,1']);
    const [first] = nodes;
    expect(nodes.slice(1).every((node) => node.impact.contactsLost <= first!.impact.contactsLost)).toBe(true);
  });
});

describe('exposure', () => {
  test('the worst node has an exposure of 1, and recovers too late where service breaks before it is back', () => {
    const { rows } = sweepOutages(plan, { startDate: '2027-01-04' });
    expect(rows[0]!.exposure).toBe(1);
    for (const { exposure, recoversTooLate, impact, days } of rows) {
      expect(exposure).toBeCloseTo(Math.max(0, impact.contactsLost / rows[0]!.impact.contactsLost), 12);
      expect(recoversTooLate).toBe(impact.daysToSurvive !== null && impact.daysToSurvive < days);
    }
  });
});

describe('answerOverview and checkPlan', () => {
  test('two numbers, one sentence, every site', () => {
    const answer = answerOverview(plan);
    expect(answer.numbers.map(({ unit }) => unit)).toEqual(['share', 'money-year']);
    expect(answer.sites.map((site) => site.id).sort()).toEqual(['berlin', 'manila']);
    expect(answer.sites.reduce((sum, site) => sum + site.share, 0)).toBeCloseTo(1, 9);
    expect(answer.sentence.length).toBeGreaterThan(20);
  });

  test('a check returns faults as data, and warns of what is allowed but odd', () => {
    expect(checkPlan(tinyDocument())).toMatchObject({ ok: true, issues: [], summary: { sites: 2, countries: 2 } });
    expect(checkPlan({})).toMatchObject({ ok: false, summary: null });
    const document = tinyDocument() as ReturnType<typeof JSON.parse>;
    document.streams[1].language = 'fi';
    expect(checkPlan(document).warnings.join()).toContain('email-en');
  });
});
