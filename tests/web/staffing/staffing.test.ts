import { beforeAll, describe, expect, it } from 'vitest';
import { calculateQueue, type StaffAnswer, staffIntervals } from '../../../engine/answers';
import { readView } from '../../../web/address';
import { DEFINITIONS } from '../../../web/format';
import { calculationFrom, calculationOf, calculatorView, inputOf, linkTo } from '../../../web/queue';
import { coverOf } from '../../../web/screens/staffing/cover';
import { queueOfInterval } from '../../../web/screens/staffing/interval-queue';
import { coverOfDay, groupsOf, skillName, sumsOf, weeklyHours } from '../../../web/screens/staffing/stream-groups';
import { tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();
let answer: StaffAnswer;
beforeAll(() => {
  answer = staffIntervals(plan);
});
const voice = () => answer.streams.find((stream) => stream.target.kind === 'answer-within')!;

describe('the curve of an interval', () => {
  it.each(DEFINITIONS)('stands on the very requirement that the heatmap shows: %s', (definition) => {
    for (const model of ['erlang-a', 'erlang-c'] as const) {
      const counted = staffIntervals(plan, { definition, model, days: 1 });
      const stream = counted.streams.find(({ id }) => id === voice().id)!;
      let seen = 0;
      for (const [at, contacts] of stream.contacts.entries()) {
        const input = queueOfInterval(plan, stream, at, counted);
        const open = stream.open[at]!;
        if (contacts <= 0 || counted.intervalMinutes * open < 1) {
          expect(input).toBeNull();
          continue;
        }
        seen++;
        const { staff } = calculateQueue(input!);
        expect(staff!.agentsFractional * open).toBeCloseTo(stream.requiredAgents[at]!, 6);
      }
      expect(seen).toBeGreaterThan(5);
    }
  });

  it('opens in the calculator as the same queue', () => {
    const at = voice().contacts.indexOf(Math.max(...voice().contacts));
    const input = queueOfInterval(plan, voice(), at, answer)!;
    const link = linkTo(calculationFrom(input));
    const opened = inputOf(calculationOf(readView(calculatorView, 'calculator', link.split('?')[1]!)));
    expect(calculateQueue(opened).staff!.agentsFractional).toBeCloseTo(voice().requiredAgents[at]!, 9);
  });

  it('is not there for work that waits for hours', () => {
    const email = answer.streams.find((stream) => stream.target.kind === 'complete-within')!;
    expect(email.contacts.every((_, at) => queueOfInterval(plan, email, at, answer) === null)).toBe(true);
  });
});

describe('groups of streams', () => {
  it('by skill hold every stream once, and add up to the whole', () => {
    const groups = groupsOf(plan, answer.streams, 'skill');
    expect(groups.flatMap(({ streams }) => streams.map(({ id }) => id)).sort()).toEqual(
      answer.streams.map(({ id }) => id).sort(),
    );
    expect(groups.map(({ id }) => id)).toEqual([...new Set(plan.streams.map(({ skill }) => skill))]);
    const week = groups.reduce((sum, group) => sum + weeklyHours(group, answer).required[0]!, 0);
    expect(week).toBeCloseTo(answer.weeks[0]!.requiredAgentHours, 6);
    expect(skillName('care-digital')).toBe('Care digital');
  });

  it('a day is its part of the week', () => {
    const whole = sumsOf(coverOf(answer, answer.streams), answer.intervalMinutes, () => true);
    const days = answer.days.map((day) =>
      sumsOf(coverOfDay(answer, answer.streams, day), answer.intervalMinutes, () => true),
    );
    const add = (figure: 'contacts' | 'requiredHours' | 'shortIntervals' | 'openIntervals') =>
      days.reduce((sum, one) => sum + one[figure], 0);
    for (const figure of ['contacts', 'requiredHours', 'shortIntervals', 'openIntervals'] as const) {
      expect(add(figure)).toBeCloseTo(whole[figure], 6);
    }
    expect(whole.openIntervals).toBeGreaterThan(0);
    const perDay = (24 * 60) / answer.intervalMinutes;
    expect(coverOfDay(answer, answer.streams, answer.days[2]!).intervals).toHaveLength(perDay);
  });

  it('names the interval that is shortest of agents', () => {
    const cover = {
      intervals: ['2027-01-04T00:00', '2027-01-04T00:30', '2027-01-04T01:00', '2027-01-04T01:30'],
      contacts: Float64Array.of(1, 1, 1, Number.NaN),
      required: Float64Array.of(5, 9, 2, Number.NaN),
      available: Float64Array.of(4, 6, 2, Number.NaN),
    };
    expect(sumsOf(cover, 30, () => true)).toEqual({
      contacts: 3,
      requiredHours: 8,
      availableHours: 6,
      shortIntervals: 2,
      openIntervals: 3,
      worst: { interval: '2027-01-04T00:30', net: -3 },
    });
  });
});
