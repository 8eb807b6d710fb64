import { describe, expect, test } from 'vitest';
import {
  joinFindings,
  joinRisk,
  type RiskFindings,
  type RiskPart,
  type RiskSample,
  readRisk,
  riskAnswer,
  riskParts,
  riskReport,
  riskTableJobs,
  runRiskTable,
  sampleRisk,
  simulateRisk,
  stressPlan,
  workOnRisk,
  yearsFound,
} from '../../../engine/answers';
import { combineEffects, hazardDisruption, sampleHazards } from '../../../engine/disruption';
import type { Plan } from '../../../engine/plan';
import { namedStream } from '../../../engine/random';
import { figureGround, weekFigures, YearRunner } from '../../../engine/risk';
import { buildNetwork, runBase, runFlow } from '../../../engine/simulate';
import { riskyPlan } from '../../support/risky-plan';

const plan = riskyPlan();
const FIGURES = 4;
const study = { seed: 7, apartYears: 8, demandError: 0.05, peopleError: 0.03 };

describe('sampled years', () => {
  test('without errors of demand and people are what flow makes of all their events at once', () => {
    const network = buildNetwork(plan);
    const base = runBase(network);
    const runner = new YearRunner(network, base, { seed: 7, demandError: 0, peopleError: 0 });
    const ground = figureGround(network);
    let events = 0;
    for (let year = 0; year < 12; year++) {
      const sampled = runner.year(year);
      const all = sampleHazards(plan, { seed: 7, year, days: 16 * 7 });
      events += all.length;
      const struck = all.map((event, at) => hazardDisruption(plan, event, `event-${at}`));
      const modifiers = combineEffects(plan, network.grid, network.origins, struck);
      const rows = weekFigures(ground, runFlow(network, { modifiers }), 0, network.grid.weeks);
      for (let figure = 0; figure < FIGURES; figure++) {
        const column = (values: Float64Array) =>
          values.reduce((sum, value, at) => (at % FIGURES === figure ? sum + value : sum), 0);
        const [own, whole] = [sampled.ordinary[figure]! + column(sampled.added), column(rows)];
        expect(Math.abs(own - whole), `year ${year}, figure ${figure}`).toBeLessThan(1e-6 * (1 + Math.abs(whole)));
      }
    }
    expect(events).toBeGreaterThan(20);
  });

  test('of a demand above plan lose what a run of that demand loses, to the step between levels', () => {
    const network = buildNetwork(plan);
    const runner = new YearRunner(network, runBase(network), { seed: 3, demandError: 0.06, peopleError: 0 });
    const ground = figureGround(network);
    for (let year = 0; year < 3; year++) {
      const { demand, ordinary } = runner.year(year);
      const arrivals = network.arrivals.map((one) => ({ ...one, contacts: one.contacts.map((n) => n * demand) }));
      const rows = weekFigures(ground, runFlow({ ...network, arrivals }), 0, network.grid.weeks);
      const lost = rows.reduce((sum, value, at) => (at % FIGURES === 0 ? sum + value : sum), 0);
      expect(Math.abs(ordinary[0]! - lost)).toBeLessThan(0.02 * lost + 1);
    }
  });

  test('divided by Shapley’s value cost the same together, and the same alone', () => {
    const network = buildNetwork(plan);
    const runner = new YearRunner(network, runBase(network), { seed: 7, demandError: 0, peopleError: 0 });
    let moved = 0;
    for (let year = 0; year < 8; year++) {
      const [hours, fair] = [runner.year(year), runner.year(year, { fair: true })];
      for (let figure = 0; figure < FIGURES; figure++) {
        const column = (values: Float64Array) =>
          values.reduce((all, value, at) => (at % FIGURES === figure ? all + value : all), 0);
        expect(column(fair.added)).toBeCloseTo(column(hours.added), 6);
      }
      moved += fair.added.filter((value, at) => Math.abs(value - hours.added[at]!) > 1e-6).length;
      expect(runner.year(year, { fair: true }).added).toEqual(fair.added);
    }
    expect(moved).toBeGreaterThan(4);
    // Of two that overlap, each gets the mean of what it adds first and what it adds last.
    const pair = [0, 3].map((hazard, at) => ({ hazard, site: null, start: 20.4 + at * 0.1, days: 1 + at * 4 }));
    const cost = (events: typeof pair) => runner.run(events, 1).filter((_, at) => at % FIGURES === 0);
    const [one, other, both] = [cost([pair[0]!])[0]!, cost([pair[1]!])[0]!, cost(pair).reduce((a, b) => a + b, 0)];
    const luck = namedStream({ seed: 1, entity: 'test', purpose: 'shares' });
    const fair = runner.run(pair, 1, undefined, luck);
    expect(both).not.toBeCloseTo(one + other, 1);
    expect(fair[0]).toBeCloseTo((one + both - other) / 2, 6);
    expect(fair[FIGURES]).toBeCloseTo((other + both - one) / 2, 6);
  });

  test('are the same in one piece and in eight, joined in any order', () => {
    const whole = sampleRisk(plan, { ...study, years: 24 });
    const parts = Array.from({ length: 8 }, (_, at) => sampleRisk(plan, { ...study, firstYear: at * 3, years: 3 }));
    const joined = [3, 2, 4, 5, 1, 0, 6, 7].map((at) => parts[at]!).reduce<RiskSample | null>(joinTo, null)!;
    expect(riskReport(plan, joined)).toEqual(riskReport(plan, whole));
    expect(joined).toEqual(whole);
    expect(() => joinRisk(whole, sampleRisk(plan, { ...study, seed: 8, years: 1 }))).toThrow(/seed/);
  });
});

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

const joinTo = (one: RiskSample | null, other: RiskSample) => (one ? joinRisk(one, other) : other);

describe('years read from a table', () => {
  const options = { ...study, years: 200, apartYears: 60 };
  const jobs = riskTableJobs(plan, options);
  const entries = runRiskTable(plan, options, jobs);
  const read = readRisk(plan, options, entries);

  test('have the same events, and cost what they cost when they are run, within a few percent', () => {
    const run = sampleRisk(plan, { ...options, years: 60 });
    const { accuracy, comparisons } = riskReport(plan, read, { read, first: run, worst: null });
    expect(read.events.year.filter((year) => year < 60)).toEqual(run.events.year);
    expect(accuracy?.years).toBe(60);
    const lost = accuracy!.figures[0]!;
    expect(Math.abs(lost.mean)).toBeLessThan(0.04);
    expect(lost.typical).toBeLessThan(0.08);
    const apart = (sample: RiskSample) =>
      sample.apart.reduce((sum, value, at) => (at % FIGURES === 0 ? sum + value : sum), 0);
    expect(Math.abs(apart(read) / apart(run) - 1)).toBeLessThan(0.08);
    expect(comparisons?.years).toBe(60);
  });

  test('are the same whoever ran the table, and in whatever order', () => {
    const shuffled = [...jobs].reverse();
    expect(readRisk(plan, options, [...entries].reverse())).toEqual(read);
    expect(runRiskTable(plan, options, shuffled.slice(0, 5))).toEqual([...entries].reverse().slice(0, 5));
  });

  test('can’t be joined with years that were run', () => {
    expect(() => joinRisk(read, sampleRisk(plan, { ...study, years: 1 }))).toThrow(/isRead/);
  });
});

describe('a study of more years than are run', () => {
  const wanted = { ...study, years: 520, apartYears: 20, first: 15, worst: 12 };
  const rounds: RiskPart['kind'][][] = [];
  let found: RiskFindings | undefined;
  for (let parts = riskParts(plan, wanted); parts.length > 0; parts = riskParts(plan, wanted, found)) {
    rounds.push([...new Set(parts.map(({ kind }) => kind))]);
    // Last first: whoever is free takes a part, and may be done at any time.
    for (const part of [...parts].reverse()) {
      const one = workOnRisk(plan, part);
      found = found ? joinFindings(found, one) : one;
    }
  }
  const answer = riskAnswer(plan, found!)!;

  test('goes on in rounds, and has every year once', () => {
    expect(rounds).toEqual([['first', 'table'], ['read'], ['worst']]);
    expect(Array.from(yearsFound(found!)!.years)).toEqual(Array.from({ length: 520 }, (_, year) => year));
    expect(answer.years).toBe(520);
    expect(answer.accuracy?.years).toBe(15);
    expect(answer.yearsRun).toBe(15 + answer.worstAccuracy!.years);
  });

  test('counts the first and the worst years as they were run', () => {
    const [all, first, worst] = [yearsFound(found!)!, found!.first!, found!.worst!];
    for (const run of [first, worst]) {
      run.years.forEach((year, at) => {
        const place = all.years.indexOf(year);
        expect(all.totals.subarray(place * FIGURES, place * FIGURES + FIGURES)).toEqual(
          run.totals.subarray(at * FIGURES, at * FIGURES + FIGURES),
        );
      });
    }
    const lost = (sample: RiskSample, at: number) => sample.totals[at * FIGURES]!;
    const least = Math.min(
      ...Array.from(found!.worst!.years, (year) => lost(found!.read!, found!.read!.years.indexOf(year))),
    );
    const better = Array.from(found!.read!.years).filter((year) => lost(found!.read!, year) > least);
    expect(better.length).toBeLessThan(12);
  });

  test('has causes that add up, together and by place', () => {
    for (const { parts, places, tail, mean } of answer.attributions) {
      const { cvar95 } = answer.distributions[answer.attributions.findIndex((one) => one.tail === tail)]!;
      expect(tail).toBeCloseTo(cvar95.value, 5);
      const hazards = parts.filter(({ kind }) => kind === 'hazard');
      for (const dimension of ['site', 'metro', 'country', 'provider', 'parent']) {
        const here = places.filter((place) => place.dimension === dimension);
        expect(sum(here.map((place) => place.tail))).toBeCloseTo(sum(hazards.map((part) => part.tail)), 5);
        expect(sum(here.map((place) => place.mean))).toBeCloseTo(sum(hazards.map((part) => part.mean)), 5);
      }
      for (const part of hazards) expect(part.without!.mean).toBeCloseTo(mean - part.mean, 5);
    }
  });

  test('without a hazard is the study of a plan that lacks it', () => {
    const [hazard] = plan.hazards;
    const lacking = { ...plan, hazards: plan.hazards.slice(1) };
    const jobs = found!.entries.flatMap((entry) =>
      entry.hazard === 0 ? [] : [{ ...entry, hazard: entry.hazard === null ? null : entry.hazard - 1 }],
    );
    const { distributions } = riskReport(lacking, readRisk(lacking, { ...study, years: 520, apartYears: 0 }, jobs));
    const { attributions } = riskReport(plan, found!.read!);
    const { without } = attributions[0]!.parts.find(({ id }) => id === hazard!.id)!;
    expect(without!.mean).toBeCloseTo(distributions[0]!.mean.value, 6);
    expect(without!.tail).toBeCloseTo(distributions[0]!.cvar95.value, 6);
  });

  test('has a fan whose weeks add up to its years', () => {
    const { weeks, weekYears, totals } = found!.first!;
    const width = weeks.length / weekYears.length;
    const lost = Array.from(weekYears, (_, at) =>
      sum(Array.from({ length: width / 3 }, (_, week) => weeks[at * width + week * 3]!)),
    );
    // The plan ends with the year, so that what is lost after it counts in neither.
    lost.forEach((value, at) => {
      expect(Math.abs(value - totals[at * FIGURES]!)).toBeLessThan(1e-6 * (1 + value));
    });
    const { contactsLost, serviceLevel } = answer.fan!;
    contactsLost.p50.forEach((value, week) => {
      expect(contactsLost.p5[week]!).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(contactsLost.p95[week]!);
      expect(serviceLevel.p95[week]!).toBeLessThanOrEqual(1);
    });
  });
});

describe('the answer', () => {
  const answer = simulateRisk(plan, { ...study, years: 60, apartYears: 60 });

  test('has causes that add up to the mean and to the tail, by hazard and by node', () => {
    answer.attributions.forEach(({ parts, nodes, mean, tail }, at) => {
      const { distributions } = answer;
      expect(tail).toBeCloseTo(distributions[at]!.cvar95.value, 6);
      expect(mean).toBeCloseTo(distributions[at]!.mean.value, 6);
      const hazards = parts.filter(({ kind }) => kind === 'hazard').reduce((sum, part) => sum + part.tail, 0);
      expect(nodes.reduce((sum, node) => sum + node.tail, 0)).toBeCloseTo(hazards, 6);
    });
  });

  test('orders its figures, and scores what is left of a hundred contacts', () => {
    for (const { mean, p50, p80, p95, cvar95, quantiles } of answer.distributions) {
      expect(p50.value).toBeLessThanOrEqual(p80.value);
      expect(p80.value).toBeLessThanOrEqual(p95.value);
      expect(p95.value).toBeLessThanOrEqual(cvar95.value);
      expect(mean.lo95).toBeLessThan(mean.hi95);
      expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
    }
    expect(answer.score.value).toBeGreaterThan(0);
    expect(answer.score.value).toBeLessThan(100);
  });

  test('tells worst years that cost the same as disruptions of the plan', () => {
    const { stories } = simulateRisk(plan, { seed: 7, years: 20, demandError: 0, peopleError: 0 });
    const [worst] = stories;
    const again = {
      ...plan,
      disruptions: worst!.disruptions,
      scenarios: [allOf(worst!.disruptions)],
    } as unknown as Plan;
    const { base, cases } = stressPlan(again, { scenarios: ['all'] });
    expect(cases[0]!.run.total.lost).toBeCloseTo(worst!.figures.contactsLost, 4);
    expect(cases[0]!.run.total.lost).toBeGreaterThan(base.total.lost);
    expect(worst!.worse).toBe(0);
  });

  test('refuses options out of bounds, each by its name', () => {
    expect(() => simulateRisk(plan, { years: 0, demandError: 3, seed: 1.5 })).toThrow(/years|seed/);
  });
});

const allOf = (disruptions: readonly { readonly id: string }[]) => ({
  id: 'all',
  name: 'All',
  edits: [],
  moves: [],
  disruptions: disruptions.map(({ id }) => id),
});
