import { describe, expect, test } from 'vitest';
import { compareMixes, decideMove, sweepOutages } from '../../../engine/answers';
import { hoursShare } from '../../../engine/answers/hours-share';
import { preparePlan } from '../../../engine/answers/prepared-plan';
import { moveWork } from '../../../engine/footprint';
import { readPlan } from '../../../engine/plan';
import { InputFault } from '../../../engine/units';
import { readScenario } from '../../support/read-scenario';

const small = readPlan(readScenario('two-lights'));
/** Bristol loses most when it fails, and Lisbon has room for some of its work. */
const lopsided = readPlan({
  ...(readScenario('two-lights') as object),
  teams: small.teams.map((team) => ({
    ...team,
    headcount: team.headcount.map((entry) => ({
      ...entry,
      heads: entry.heads * (team.site === 'bristol' ? 1.15 : 0.6),
    })),
  })),
});

describe('decideMove', () => {
  const answer = decideMove(lopsided, { costRise: 0.05 });

  test('proposes a move within its limits that loses fewer contacts in the worst failure', () => {
    const { decision, today, tried } = answer;
    expect(decision).not.toBeNull();
    expect(tried.length).toBeGreaterThan(1);
    expect(decision!.after.lostAtWorst).toBeLessThan(today.lostAtWorst * 0.99);
    expect(decision!.after.costPerYear).toBeLessThanOrEqual(today.costPerYear * 1.05);
    expect(decision!.after.serviceLevel!).toBeGreaterThanOrEqual(today.serviceLevel! - 0.01);
    expect(decision!.isWithinSeats).toBe(true);
    expect(answer.sentence).toContain('Move');
  });

  test('its figures are those of the mix and of taking every node out of it', () => {
    const { move, after, lostUndisturbed, lostWithoutNode } = answer.decision!;
    const mix = compareMixes(lopsided, { variants: [{ id: 'a', name: 'a', moves: [move] }], disruptions: [] });
    const [variant] = mix.variants;
    expect(after.costPerYear).toBe(variant!.costPerYear);
    expect(after.serviceLevel).toBe(variant!.total.serviceLevel);
    expect(lostUndisturbed).toBe(variant!.total.lost);
    expect(answer.today.costPerYear).toBe(mix.base.costPerYear);
    const moved = moveWork(lopsided, [move], hoursShare(preparePlan(lopsided))).plan;
    const { rows } = sweepOutages(moved, { startDate: answer.startDate });
    expect(after.lostAtWorst).toBe(variant!.total.lost + rows[0]!.impact.contactsLost);
    const node = rows.find(
      ({ dimension, member }) => dimension === answer.node!.dimension && member === answer.node!.member,
    );
    expect(lostWithoutNode).toBe(variant!.total.lost + node!.impact.contactsLost);
  });

  test('stays where no move is within the limits, and says so', () => {
    const none = decideMove(small, { costRise: 0 });
    expect(none.decision).toBeNull();
    expect(none.sentence).toMatch(/^Keep the footprint: /);
    const most = none.today.lostAtWorst * 0.99;
    const promising = none.tried.filter(
      (each) => each.isWithinCost && each.isWithinService && each.isWithinSeats && each.lostWithoutNode < most,
    );
    // Those that look better only make another node the worst.
    for (const { move, lostUndisturbed } of promising) {
      const moved = moveWork(small, [move], hoursShare(preparePlan(small))).plan;
      const { rows } = sweepOutages(moved, { startDate: none.startDate });
      expect(lostUndisturbed + rows[0]!.impact.contactsLost).toBeGreaterThanOrEqual(most);
    }
  });

  test('where one site does everything there is nothing to move', () => {
    const one = decideMove(
      readPlan({
        ...(readScenario('two-lights') as object),
        teams: small.teams.filter(({ site }) => site === 'bristol'),
        routing: [],
      }),
    );
    expect(one.decision).toBeNull();
    expect(one.tried).toEqual([]);
  });

  test.each([-0.01, 1.5, Number.NaN])('a cost rise of %s is refused with its place', (costRise) => {
    expect(() => decideMove(small, { costRise })).toThrow(InputFault);
  });
});
