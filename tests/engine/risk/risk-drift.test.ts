import { describe, expect, test } from 'vitest';
import { type Revision, riskDrift, runRevision } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { tailChange } from '../../../engine/risk';
import { riskyDocument } from '../../support/risky-plan';

const options = { seed: 4, years: 60 };

function revision(label: string, edit: (document: ReturnType<typeof riskyDocument>) => void): Revision {
  const document = riskyDocument();
  edit(document);
  const plan: Plan = readPlan(document);
  return { label, plan, run: runRevision(plan, options) };
}

describe('drift of the score over revisions', () => {
  const first = revision('first', () => {});
  const safer = revision('safer', (document) => {
    document.hazards = document.hazards.filter(({ id }: { id: string }) => id !== 'place');
  });
  const answer = riskDrift([first, { ...first, label: 'same' }, safer]);

  test('is nothing between two plans that are the same, and sure of it', () => {
    expect(answer.changes[0]!.points.value).toBeCloseTo(0, 12);
    expect(answer.changes[0]!.points.hi95).toBeCloseTo(0, 12);
    expect(answer.revisions[1]!.stress).toEqual(answer.revisions[0]!.stress);
    expect(answer.revisions[0]!.stress[0]!.contactsLost).toBeGreaterThan(0);
  });

  test('has causes that add up to the change of the score, the largest of which is what was changed', () => {
    const { points, causes, sites } = answer.changes[1]!;
    const [, before, after] = answer.revisions;
    expect(points.value).toBeCloseTo(after!.score.value - before!.score.value, 9);
    expect(points.value).toBeGreaterThan(0);
    expect(causes.reduce((sum, cause) => sum + cause.points, 0)).toBeCloseTo(points.value, 9);
    expect(causes[0]!.id).toBe('place');
    const hazards = causes.filter(({ id }) => id !== 'plan' && id !== 'uncertainty');
    expect(sites.reduce((sum, site) => sum + site.points, 0)).toBeCloseTo(
      hazards.reduce((sum, hazard) => sum + hazard.points, 0),
      9,
    );
  });

  test('is known better than two scores by themselves, since revisions share their luck', () => {
    const { points } = answer.changes[1]!;
    const [, before, after] = answer.revisions;
    const apart = Math.hypot(before!.score.hi95 - before!.score.lo95, after!.score.hi95 - after!.score.lo95);
    expect(points.hi95 - points.lo95).toBeLessThan(apart);
  });

  test('refuses revisions of other years', () => {
    const other = { ...first, run: runRevision(first.plan, { seed: 4, years: 2 }) };
    expect(() => riskDrift([first, other])).toThrow(/first/);
  });
});

test('a change of the tail by hand: the worst fifth of ten years from 5 to 7', () => {
  const before = [0, 0, 0, 0, 0, 0, 0, 0, 4, 6];
  const after = [0, 0, 0, 0, 0, 0, 0, 0, 6, 8];
  expect(tailChange(before, after, 0.8).value).toBeCloseTo(2, 12);
});
