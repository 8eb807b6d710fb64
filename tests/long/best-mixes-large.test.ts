import { beforeAll, expect, test } from 'vitest';
import { joinStudies, type MixFrontier, mixPart, mixPlaces } from '../../engine/answers';
import { highsSolver, type LinearSolver } from '../../engine/stats';
import { Stopped } from '../../engine/units';
import { largePlan } from '../support/large-plan';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

const POINTS = 10;
const seconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** 60 streams, 128 teams, 25 sites, 52 weeks: the programs have 28,600 columns. */
test('a plan of 60 streams and 25 sites has a frontier too, with progress and Stop', () => {
  const plan = largePlan();
  expect([plan.streams.length, plan.sites.length, plan.calendar.weeks]).toEqual([60, 25, 52]);
  const start = process.cpuUsage();
  const shares: number[] = [];
  const first = mixPart(plan, { points: POINTS, places: ['today', 'mix-1'], recheck: false }, solver, {
    onProgress: (share) => {
      shares.push(share);
    },
  });
  console.log(`first mix after ${seconds(start).toFixed(1)} s of processor, ${shares.length} reports of progress`);
  expect(first.frontier).toHaveLength(1);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));

  let calls = 0;
  const stopSoon = { shouldStop: () => ++calls > 3 };
  expect(() => mixPart(plan, { points: POINTS, places: ['mix-7'], recheck: true }, solver, stopSoon)).toThrow(Stopped);

  const study = mixPlaces(POINTS)
    .filter((place) => !place.startsWith('spread'))
    .reduce(
      (found: MixFrontier, place) =>
        joinStudies(found, mixPart(plan, { points: POINTS, places: [place], recheck: true }, solver)),
      first,
    );
  console.log(`frontier of ${POINTS} mixes, each run by flow, after ${seconds(start).toFixed(1)} s of processor`);
  expect(study.frontier).toHaveLength(POINTS);
  for (const [at, { risk, cost, rechecked }] of study.frontier.entries()) {
    const before = study.frontier[at - 1];
    expect(risk).toBeLessThan(before?.risk ?? Number.POSITIVE_INFINITY);
    expect(cost).toBeGreaterThan((before?.cost ?? 0) * (1 - 1e-6));
    // What the search promises holds in flow: cost but for changes, and service no worse than today's.
    expect(rechecked!.cost).toBeLessThan(cost);
    expect(rechecked!.serviceLevel!).toBeGreaterThan(study.today.rechecked!.serviceLevel! - 0.01);
  }
});
