import { describe, expect, test } from 'vitest';
import { scoreProviders } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';
import { tinyDocument } from '../../support/tiny-plan';

const document = () => tinyDocument() as ReturnType<typeof JSON.parse>;
const hiring = { minClass: 1, maxClass: 10, leadWeeks: 4, fillRate: 0.9, costPerHire: 0, costPerLeaver: 0 };
const onboarding = { trainingWeeks: 5, nestingWeeks: 0, nestingSpeed: 1, noShowShare: 0.1, trainingLossShare: 0.2 };
const sitesOf = (made: unknown) =>
  new Map(scoreProviders(readPlan(made)).sites.map((site) => [site.site, site] as const));

describe('attributes of suppliers', () => {
  test('handle time follows speed, against what streams plan', () => {
    const made = document();
    made.teams[1].skills[0].proficiency = 0.8;
    const sites = sitesOf(made);
    expect(sites.get('berlin')!.handleTimeMultiplier).toBeCloseTo(1, 6);
    expect(sites.get('manila')!.handleTimeMultiplier).toBeCloseTo(1.25, 6);
    expect(sites.get('berlin')!.resolutionMultiplier).toBeNull();
  });

  test('resolution is that of people by tenure, where it is stated', () => {
    const made = document();
    made.teams[0].learning.firstMonthQuality = 0.5;
    made.teams[0].headcount = [{ tenureMonths: 60, heads: 25 }];
    expect(sitesOf(made).get('berlin')!.resolutionMultiplier).toBeCloseTo(1, 12);
    made.teams[0].headcount = [{ tenureMonths: 0, heads: 25 }];
    const fresh = sitesOf(made).get('berlin')!.resolutionMultiplier!;
    expect(fresh).toBeGreaterThan(0.45);
    expect(fresh).toBeLessThan(0.65);
  });

  test('seats are taken by those on duty and on breaks, never more than there are', () => {
    const roomy = sitesOf(document()).get('berlin')!;
    expect(roomy.seats).toBe(200);
    // 25 people: nobody takes two seats.
    expect(roomy.seatsTaken).toBeGreaterThan(5);
    expect(roomy.seatsTaken).toBeLessThan(25);
    expect(roomy.spareSeats).toBeCloseTo(200 - roomy.seatsTaken!, 9);
    const made = document();
    made.sites[0].seats = 6;
    const tight = sitesOf(made).get('berlin')!;
    expect(tight.seatsTaken).toBeCloseTo(6, 4);
    expect(tight.spareSeats).toBeCloseTo(0, 4);
  });

  test('ramp by rooms, classes and who stays, by hand; a contract’s notice instead of the lead time', () => {
    const made = document();
    for (const team of made.teams) Object.assign(team, { hiring, onboarding });
    made.sites[0].training = { rooms: 3, trainers: 2 };
    const sites = sitesOf(made);
    // Two classes at once × 10 × 0.9 filled × 0.9 who turn up × 0.8 who stay ÷ 5 weeks.
    expect(sites.get('berlin')).toMatchObject({ rampHeadsPerWeek: expect.closeTo(2.592, 9), rampAfterWeeks: 9 });
    expect(sites.get('manila')).toMatchObject({ rampHeadsPerWeek: expect.closeTo(1.296, 9), rampAfterWeeks: 11 });
    expect(sitesOf(document()).get('berlin')).toMatchObject({ rampHeadsPerWeek: null, rampAfterWeeks: null });
  });

  test('spare hours shrink with demand', () => {
    const spare = (contactsPerWeek: number) => {
      const made = document();
      made.streams[0].demand.contactsPerWeek = contactsPerWeek;
      return sitesOf(made).get('manila')!.spareHoursPerWeek;
    };
    const [quiet, busy] = [spare(5000), spare(10000)];
    expect(quiet).toBeGreaterThan(busy + 50);
    expect(busy).toBeGreaterThanOrEqual(0);
  });
});

describe('work at home', () => {
  test('what goes on after a fortnight, by hand, and its grade', () => {
    const [vendor] = scoreProviders(readPlan(document())).providers;
    // 0.6 ÷ (1 + exp(-(14 - 7) ÷ (10 ÷ ln 81))) × 0.8; prepared 0.6 × 1.
    const byHand = (0.6 / (1 + Math.exp(-7 / (10 / Math.log(81))))) * 0.8;
    expect(vendor!.home).toMatchObject({ grade: 'C' });
    expect(vendor!.home!.emergency).toBeCloseTo(byHand, 12);
    expect(vendor!.home!.engineered).toBeCloseTo(0.6, 6);
    const made = document();
    delete made.sites[1].workAtHome;
    expect(scoreProviders(readPlan(made)).providers[0]!.home).toEqual({ emergency: 0, engineered: 0, grade: 'E' });
    made.sites[1] = { ...made.sites[1], kind: 'work-at-home', seats: null };
    expect(scoreProviders(readPlan(made)).providers[0]!.home).toEqual({ emergency: 1, engineered: 1, grade: 'A' });
  });

  test('every assumption carries source and grade', () => {
    const { assumptions } = scoreProviders(readPlan(document()));
    expect(assumptions.length).toBeGreaterThan(6);
    for (const { source, grade } of assumptions) {
      expect(source.length).toBeGreaterThan(8);
      expect(['filing', 'survey', 'opinion']).toContain(grade);
    }
  });
});
