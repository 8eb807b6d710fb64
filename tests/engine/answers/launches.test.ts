import { describe, expect, test } from 'vitest';
import { launchReadiness, planHeadcount } from '../../../engine/answers';
import { type Plan, readPlan } from '../../../engine/plan';
import { planOfWeeks } from '../../support/busy-team';

/** Eight weeks from Monday 4 January 2027; everybody of the first team needs 8 hours at 10 % of 40 paid hours a week: two weeks. */
const launched = (change: object = {}) =>
  readPlan(
    JSON.parse(
      JSON.stringify(
        planOfWeeks(8, (plan) => ({
          ...plan,
          launches: [
            {
              id: 'tickets',
              name: 'New tickets',
              date: '2027-02-01',
              teams: [plan.teams[0]!.id],
              trainingHours: 8,
              trainingFrom: '2027-01-13',
              maxShare: 0.1,
              ...change,
            },
          ] as Plan['launches'],
        })),
      ),
    ),
  );

describe('launchReadiness', () => {
  test('two weeks of training from a Wednesday are over on a Wednesday, five days before the launch', () => {
    const { launches, sentence } = launchReadiness(launched());
    const [team] = launches[0]!.teams;
    expect(team).toMatchObject({
      readyDate: '2027-01-27',
      daysToSpare: 5,
      trainedAtLaunch: 1,
      startBy: '2027-01-18',
    });
    expect(team!.hours).toBeCloseTo(8 * team!.heads, 9);
    expect(team!.shareNeeded).toBeCloseTo((7 * 8) / (40 * 19), 12);
    expect(sentence).toBe('Everybody is trained in time for every launch.');
  });

  test('too late says by when to begin, and how much time a week would be enough', () => {
    const { sentence, launches } = launchReadiness(launched({ date: '2027-01-20' }));
    expect(launches[0]!.teams[0]).toMatchObject({ daysToSpare: -7, trainedAtLaunch: 0.5, startBy: '2027-01-06' });
    expect(sentence).toBe(
      'New tickets: Team berlin-care is ready on 2027-01-27, 7 days late and 50 % trained when it starts on 2027-01-20; begin by 2027-01-06, or give 20.0 % of paid hours to it.',
    );
  });

  test('the hours come out of the weeks in which they are given, and out of no other', () => {
    const plan = launched();
    const { launches: _none, ...without } = plan;
    const [trained, usual] = [planHeadcount(plan), planHeadcount(without as Plan)].map(
      ({ groups }) => groups[0]!.weekly,
    );
    const adherence = plan.teams[0]!.adherence ?? 1;
    const lost = usual!.productiveHours.map((hours, week) => hours - trained!.productiveHours[week]!);
    // Wednesday to Wednesday: five days of the second week, all of the third, two days of the fourth.
    [0, 5 / 7, 1, 2 / 7].forEach((part, week) => {
      expect(lost[week]! / (trained!.contactHours[week]! * 0.1 * adherence)).toBeCloseTo(part, 9);
    });
    expect(lost[4]).toBeCloseTo(0, 9);
    expect([...trained!.employed]).toEqual([...usual!.employed]);
    // Over all weeks: the hours of every head who was there.
    expect(lost.reduce((sum, hours) => sum + hours, 0) / adherence / trained!.heads[2]!).toBeCloseTo(8, 0);
  });

  test('refuses a launch without a day, for nobody that exists', () => {
    expect(() => launched({ date: undefined, teams: ['nobody'] })).toThrow(/launches\[0\].*teams\[0\]/s);
    expect(() => launched({ date: undefined })).toThrow(/launches\[0\].*date/s);
    expect(() => launched({ event: 'nothing' })).toThrow(/event/);
  });
});
