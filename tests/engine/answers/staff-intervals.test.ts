import { beforeAll, describe, expect, test } from 'vitest';
import {
  answerErlangCases,
  calculateQueue,
  explainRequirement,
  type StaffAnswer,
  staffIntervals,
} from '../../../engine/answers';
import { SERVICE_LEVEL_DEFINITIONS } from '../../../engine/queueing';
import { InputFault } from '../../../engine/units';
import { tinyPlan } from '../../support/tiny-plan';

const plan = tinyPlan();
const voice = plan.streams.find((stream) => stream.target.kind === 'answer-within')!;
const target = voice.target.kind === 'answer-within' ? voice.target : null;
const busiest = ({ contacts }: StaffAnswer['streams'][number]) => contacts.indexOf(Math.max(...contacts));
let usual: StaffAnswer;

beforeAll(() => {
  usual = staffIntervals(plan);
});

describe('the same queue asked about in three ways', () => {
  test('one cell: calculator, explanation and table of cases agree to the digit', () => {
    const stream = usual.streams.find(({ id }) => id === voice.id)!;
    const at = busiest(stream);
    const cell = stream.requiredAgents[at]!;
    expect(cell).toBeGreaterThan(1);
    expect(stream.open[at]).toBe(1);
    const asked = {
      channel: 'voice' as const,
      contacts: stream.contacts[at]!,
      intervalMinutes: usual.intervalMinutes,
      handleTimeSeconds: stream.handleTimeSeconds,
      patienceSeconds: voice.patienceSeconds,
      targetShare: target!.share,
      targetSeconds: target!.seconds,
      maxOccupancy: voice.maxOccupancy,
    };
    const calculated = calculateQueue(asked);
    expect(calculated.staff!.agentsFractional).toBeCloseTo(cell, 9);
    const explained = explainRequirement(plan, { stream: voice.id, day: usual.days[0]!, intervalOfDay: at });
    expect(explained.value).toBe(cell);

    const rate = (stream.contacts[at]! * 60) / usual.intervalMinutes;
    const { columns, rows } = answerErlangCases(
      [
        'model',
        'arrivals_per_hour',
        'handle_time_s',
        'agents',
        'patience_s',
        'target_s',
        'service_level_target',
        'max_occupancy',
      ],
      [
        [
          'A',
          rate,
          stream.handleTimeSeconds,
          '',
          voice.patienceSeconds,
          target!.seconds,
          target!.share,
          voice.maxOccupancy,
        ].map(String),
      ],
    );
    const solved = (column: string) => Number(rows[0]![columns.indexOf(column)]);
    expect(solved('agents')).toBe(calculated.staff!.agentsWhole);
    expect(solved('service_level')).toBeCloseTo(calculated.queue!.serviceLevel, 12);
    expect(solved('asa_s')).toBeCloseTo(calculated.queue!.asaSeconds!, 9);
    expect(solved('abandonment')).toBeCloseTo(calculated.queue!.abandonment, 12);
    expect(solved('occupancy')).toBeCloseTo(calculated.queue!.occupancy, 12);
  });
});

describe('the definition of service level', () => {
  test('is named, and every kinder way to count needs no more agents', () => {
    const stream = (answer: StaffAnswer) => answer.streams.find(({ id }) => id === voice.id)!;
    const at = busiest(stream(usual));
    expect(usual).toMatchObject({
      definition: 'answeredOverOffered',
      serviceLevelDefinition: SERVICE_LEVEL_DEFINITIONS[0]!.label,
    });
    for (const { definition, label } of SERVICE_LEVEL_DEFINITIONS.slice(1)) {
      const other = staffIntervals(plan, { definition, days: 1 });
      expect(other).toMatchObject({ definition, serviceLevelDefinition: label });
      // The four others leave some of those who gave up out of the count, or count them as served.
      expect(stream(other).requiredAgents[at]!).toBeLessThanOrEqual(stream(usual).requiredAgents[at]!);
      expect(stream(other).serviceLevel[at]!).toBeGreaterThanOrEqual(stream(usual).serviceLevel[at]!);
      expect(stream(other).availableAgents[at]).toBe(stream(usual).availableAgents[at]);
      expect(stream(other).target.text).toContain(label);
      const explained = explainRequirement(plan, {
        stream: voice.id,
        day: other.days[0]!,
        intervalOfDay: at,
        definition,
      });
      expect(explained.value).toBe(stream(other).requiredAgents[at]);
      expect(explained.inputs.find(({ name }) => name === 'target')!.value).toContain(label);
    }
  });

  test('one that does not exist is refused with the names of those that do', () => {
    const wrong = { definition: '__proto__' } as unknown as Parameters<typeof staffIntervals>[1];
    expect(() => staffIntervals(plan, wrong)).toThrow(InputFault);
    expect(() => staffIntervals(plan, wrong)).toThrow(/answeredOverAnswered/);
  });
});

test('hours of a week are the sums of its intervals, by stream and over all', () => {
  const hours = usual.intervalMinutes / 60;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const stream of usual.streams) {
    expect(stream.weekly.availableAgentHours[0]!).toBeCloseTo(sum(stream.availableAgents) * hours, 6);
    const required = sum(stream.requiredAgents) * hours;
    expect(Math.abs(stream.weekly.requiredAgentHours[0]! - required)).toBeLessThanOrEqual(2e-4 * required);
    expect(sum(stream.availableAgents)).toBeGreaterThan(0);
  }
  usual.weeks.forEach((week, at) => {
    expect(sum(usual.streams.map(({ weekly }) => weekly.requiredAgentHours[at]!))).toBeCloseTo(
      week.requiredAgentHours,
      6,
    );
  });
});
