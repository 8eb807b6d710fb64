import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDegradation, deferrableBacklog, erlangA, requiredForBacklog } from '../../../engine/queueing';
import { InputFault } from '../../../engine/units';

const hourly = { intervalMinutes: 60, handleTimeSeconds: 600, hoursToComplete: 4 };

describe('a backlog by age', () => {
  it('is a sum by hand: 40 pieces of ten minutes, two agents do twelve an hour', () => {
    const got = deferrableBacklog({ ...hourly, contacts: [40, 0, 0, 0, 0] }, 2);
    expect([...got.open]).toEqual([28, 16, 4, 0, 0]);
    expect([...got.oldestHours]).toEqual([1, 2, 3, 0, 0]);
    expect(got).toMatchObject({
      arrived: 40,
      finished: 40,
      finishedInTime: 40,
      due: 40,
      shareInTime: 1,
      agentHours: 10,
    });
    const one = deferrableBacklog({ ...hourly, contacts: [40, 0, 0, 0, 0] }, 1);
    expect(one.finishedInTime).toBe(24);
    expect([...one.overdue]).toEqual([0, 0, 0, 16, 10]);
    expect(one.shareInTime).toBe(0.6);
  });

  it('takes up work on hand first, by its age', () => {
    const onHand = [
      { ageHours: 2, contacts: 6 },
      { ageHours: 5, contacts: 6 },
    ];
    const got = deferrableBacklog({ ...hourly, contacts: [0, 0, 0], onHand }, 1);
    expect([...got.open]).toEqual([6, 0, 0]);
    expect(got.oldestHours[0]).toBe(3);
    expect([...got.overdue]).toEqual([0, 0, 0]);
    expect(got).toMatchObject({ arrived: 12, finishedInTime: 6, due: 12, shareInTime: 0.5 });
  });

  it('lets hours run only while open when asked to', () => {
    const contacts = [12, 0, 0, 0, 0, 0];
    const open = [0, 0, 0, 0, 1, 1];
    expect(deferrableBacklog({ ...hourly, contacts, open }, 1).finishedInTime).toBe(0);
    const running = deferrableBacklog({ ...hourly, hoursToComplete: 2, contacts, open, openHoursOnly: true }, 1);
    expect(running.finishedInTime).toBe(12);
    expect(running.agentHours).toBe(2);
  });

  it('keeps every piece: arrived is finished and open, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        (contacts, agents, hoursToComplete) => {
          const got = deferrableBacklog({ ...hourly, hoursToComplete, contacts }, agents);
          const scale = Math.max(1, got.arrived);
          expect(Math.abs(got.arrived - got.finished - got.open.at(-1)!) / scale).toBeLessThan(1e-12);
          expect(got.finishedInTime).toBeLessThanOrEqual(got.finished * (1 + 1e-12));
          for (let t = 0; t < contacts.length; t++) {
            expect(got.overdue[t]! / scale).toBeLessThanOrEqual(got.open[t]! / scale + 1e-12);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('agents for a promise in hours', () => {
  /** A week by quarter-hours: email by day, agents from nine to five on weekdays. */
  const week = {
    intervalMinutes: 15,
    handleTimeSeconds: 420,
    hoursToComplete: 24,
    contacts: Float64Array.from({ length: 672 }, (_, t) => (t % 96 >= 32 && t % 96 < 80 ? 10 : 2)),
    open: Float64Array.from({ length: 672 }, (_, t) => (t % 96 >= 36 && t % 96 < 68 && t < 480 ? 1 : 0)),
  };

  it('are the least that keep it', () => {
    const found = requiredForBacklog(week, 0.7);
    if (!found.solved) throw new Error(found.reason);
    expect(found.backlog.shareInTime).toBeGreaterThanOrEqual(0.7);
    expect(deferrableBacklog(week, found.agents - 1e-3).shareInTime).toBeLessThan(0.7);
    expect(deferrableBacklog({ ...week, maxOccupancy: 0.5 }, 2 * found.agents).shareInTime).toBeGreaterThanOrEqual(0.7);
  });

  it('say so when work falls due before anybody is there, or nothing falls due at all', () => {
    const never = requiredForBacklog(week, 0.95);
    if (never.solved) throw new Error('solved');
    expect(never.reason).toMatch(/before anybody is open/);
    expect(never.mostShareInTime).toBeGreaterThan(0.7);
    expect(requiredForBacklog({ ...week, openHoursOnly: true, hoursToComplete: 8 }, 0.95).solved).toBe(true);
    expect(requiredForBacklog({ ...week, hoursToComplete: 500 }, 0.5)).toMatchObject({ solved: false });
  });

  it('refuse a promise that is none', () => {
    expect(() => requiredForBacklog({ ...week, hoursToComplete: 0, handleTimeSeconds: -1 }, 0.5)).toThrow(/and 1 more/);
    expect(() => requiredForBacklog(week, 0)).toThrow(InputFault);
  });
});

describe('ways to handle an overload', () => {
  const rates = [180, 180, 240, 300, 300, 240, 180, 120, 100, 100, 100, 100];
  const input = {
    arrivalsPerHour: rates,
    agents: rates.map(() => 11),
    intervalMinutes: 30,
    handleTimeSeconds: 180,
    patienceSeconds: 120,
    redialShare: 0.5,
    serviceLevel: 0.8,
    callBack: { acceptShare: 0.7, handleTimeFactor: 1.2, reachedShare: 0.9 },
    defer: { acceptShare: 0.4, handleTimeFactor: 0.8, reachedShare: 1 },
    waitingPlaces: 4,
    costs: { perLostContact: 8, perWaitingHour: 12, perPostponedContact: 0.5, perAgentHour: 25 },
  };
  const byPolicy = (asked = input) => new Map(compareDegradation(asked).map((one) => [one.policy, one]));

  it('account for every customer', () => {
    for (const one of compareDegradation(input)) {
      const accounted = one.answered + one.postponedDone + one.backlog + one.lost + one.tryingLater;
      expect(accounted / one.offered).toBeCloseTo(1, 12);
      expect(one.offered).toBeCloseTo(1070, 9);
      const { lost, waiting, postponing, backlog, total } = one.cost;
      expect(total).toBeCloseTo(lost + waiting + postponing + backlog, 9);
    }
  });

  it('trade losses against waiting and later work', () => {
    const got = byPolicy();
    expect(got.get('call-back')!.lost).toBeLessThan(got.get('queue')!.lost);
    expect(got.get('block')!.waitingHours).toBeLessThan(got.get('queue')!.waitingHours);
    expect(got.get('call-back')!.postponedHours).toBeGreaterThan(1);
    expect(Math.max(...got.get('call-back')!.backlogByInterval)).toBeGreaterThan(100);
    expect(got.get('queue')!.postponed).toBe(0);
  });

  it('leave the queue alone when nothing is overloaded', () => {
    const calm = { ...input, agents: rates.map(() => 30), waitingPlaces: 1000 };
    const queue = erlangA({ arrivalsPerHour: 300, handleTimeSeconds: 180, agents: 30, patienceSeconds: 120 });
    expect(queue.serviceLevel).toBeGreaterThan(0.99);
    const [first, ...others] = compareDegradation(calm);
    for (const one of others) {
      expect(one.postponed).toBe(0);
      expect(one.answered / first!.answered).toBeCloseTo(1, 6);
    }
  });

  it('leave a backlog that costs agents when there is no time to work it off', () => {
    const short = { ...input, arrivalsPerHour: rates.slice(0, 6), agents: input.agents.slice(0, 6) };
    const got = byPolicy(short).get('call-back')!;
    expect(got.backlog).toBeGreaterThan(50);
    expect(got.cost.backlog).toBeCloseTo(((got.backlog * 180 * 1.2) / 3600) * 25, 9);
  });

  it('name everything that is wrong', () => {
    const wrong = { ...input, redialShare: 2, waitingPlaces: 1.5, agents: [1] };
    expect(() => compareDegradation(wrong)).toThrow(InputFault);
    expect(() => compareDegradation(wrong)).toThrow(/redialShare/);
  });
});
