import { expect, test } from 'vitest';
import { optimizeMix } from '../../engine/answers';
import { readPlan } from '../../engine/plan';
import { highsSolver } from '../../engine/stats';
import { readScenario } from '../support/read-scenario';

/** What changing everybody may cost in the search and not in flow, as a share of the year. */
const CHANGES = 0.03;

test.each(['farwater', 'two-lights'])('mixes of %s hold in flow what the search promises', async (id) => {
  const answer = optimizeMix(readPlan(readScenario(id)), { points: 10 }, await highsSolver());
  const now = answer.today.rechecked!;
  expect(Math.abs(answer.today.cost / now.cost - 1)).toBeLessThan(1e-9);
  const points = (share: number) => `${(share * 100).toFixed(1)} %`;
  for (const { name, cost, rechecked } of [...answer.frontier, ...answer.spread]) {
    const { serviceLevel, cost: flowCost, lostInWorstYears, searchedInWorstYears, streams } = rechecked!;
    const falls = streams.map((stream, at) => now.streams[at]!.serviceLevel! - stream.serviceLevel!);
    const worst = streams[falls.indexOf(Math.max(...falls))]!;
    console.log(
      `${id} ${name}: service ${points(serviceLevel!)} (today ${points(now.serviceLevel!)}; ${worst.id} ${points(-Math.max(...falls))}), cost ${(flowCost / cost).toFixed(3)} of the search’s, worst years ${(lostInWorstYears! / searchedInWorstYears!).toFixed(2)}`,
    );
    expect(serviceLevel!).toBeGreaterThan(now.serviceLevel! - 0.01);
    expect(Math.max(...falls)).toBeLessThan(0.05);
    expect(flowCost).toBeLessThan(cost * 1.001);
    expect(flowCost).toBeGreaterThan(cost * (1 - CHANGES));
  }
});
