import { describe, expect, it } from 'vitest';
import {
  chatQueue,
  concurrentWork,
  erlangA,
  erlangC,
  requiredChatAgents,
  SERVICE_LEVEL_DEFINITIONS,
} from '../../../engine/queueing';
import type { InputFault } from '../../../engine/units';
import { simulateChat } from '../../support/simulate-chat';

const chat = {
  arrivalsPerHour: 110,
  handleTimeSeconds: 600,
  concurrency: 3,
  stretch: 0.2,
  agents: 9,
  patienceSeconds: 180,
  targetSeconds: 60,
};

describe('a chat queue with state-dependent conversations', () => {
  it.each([
    { agents: 10, stretch: 0.2, silentShare: 0, off: 0.01 },
    { agents: 9, stretch: 0.5, silentShare: 0, off: 0.015 },
    { agents: 9, stretch: 0.2, silentShare: 0.3, off: 0.03 },
    { agents: 8, stretch: 0.2, silentShare: 0.5, off: 0.03 },
  ])('agrees with simulation: $agents agents, stretch $stretch, silent $silentShare', ({ off, ...one }) => {
    const model = { ...chat, ...one, silentSeconds: 120 };
    const theory = chatQueue(model);
    const seen = simulateChat({ ...model, hours: 700, seed: 71 });
    expect(Math.abs(theory.serviceLevel - seen.serviceLevel)).toBeLessThan(off);
    expect(Math.abs(theory.abandonment - seen.abandonment)).toBeLessThan(off);
    expect(Math.abs(theory.silentAbandonment - seen.silentAbandonment)).toBeLessThan(off / 2);
    expect(Math.abs(theory.occupancy - seen.occupancy)).toBeLessThan(0.025);
  });

  it('is Erlang A with one conversation at a time, and with several that cost nothing extra', () => {
    const single = { ...chat, concurrency: 1, stretch: 0, agents: 20 };
    const got = chatQueue(single);
    const want = erlangA(single);
    for (const name of [
      'serviceLevel',
      'abandonment',
      'asaSeconds',
      'occupancy',
      'waitProbability',
      'queueLength',
    ] as const) {
      expect(got[name]).toBeCloseTo(want[name], 9);
    }
    const free = chatQueue({ ...chat, stretch: 0 });
    expect(free.abandonment).toBeCloseTo(erlangA({ ...chat, agents: 27 }).abandonment, 9);
  });

  it('is kinder than full concurrency all the time, and the same in overload', () => {
    const { conversationSeconds } = concurrentWork(chat);
    const simple = (agents: number) =>
      erlangA({ ...chat, handleTimeSeconds: conversationSeconds, agents: 3 * agents }).abandonment;
    expect(chatQueue(chat).abandonment).toBeLessThan(simple(9));
    const flood = { ...chat, arrivalsPerHour: 1100, agents: 2 };
    const places = { ...flood, handleTimeSeconds: conversationSeconds, agents: 6 };
    expect(chatQueue(flood).abandonment).toBeCloseTo(erlangA(places).abandonment, 9);
    expect(chatQueue(chat).conversationSeconds).toBeLessThan(conversationSeconds);
    expect(chatQueue(chat).conversationSeconds).toBeGreaterThan(600);
  });

  it('loses places to those who leave without a sign', () => {
    const silent = chatQueue({ ...chat, silentShare: 0.4 });
    const open = chatQueue(chat);
    expect(silent.silentAbandonment).toBeGreaterThan(0);
    expect(silent.serviceLevel).toBeLessThan(open.serviceLevel);
    const slow = chatQueue({ ...chat, silentShare: 0.4, silentSeconds: 600 });
    expect(slow.serviceLevel).toBeLessThan(silent.serviceLevel);
  });

  it('takes the fewest agents that meet all targets', () => {
    const { agents: _, targetSeconds: __, ...work } = chat;
    const targets = { serviceLevel: 0.8, targetSeconds: 60, maxOccupancy: 0.9 };
    const found = requiredChatAgents(work, targets);
    if (!found.solved) throw new Error(found.reason);
    const fewer = chatQueue({ ...chat, agents: found.agents - 1 });
    expect(fewer.serviceLevel < 0.8 || fewer.occupancy > 0.9).toBe(true);
    expect(found.figures.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(requiredChatAgents(work, { serviceLevel: 1 }).solved).toBe(false);
  });

  it('stands the edges and names everything that is wrong', () => {
    for (const agents of [0, 1, 500]) {
      for (const value of Object.values(chatQueue({ ...chat, agents }))) {
        expect(Number.isFinite(value) && value >= 0).toBe(true);
      }
    }
    expect(chatQueue({ ...chat, agents: 0 }).abandonment).toBeCloseTo(1, 9);
    expect(chatQueue({ ...chat, arrivalsPerHour: 0 }).serviceLevel).toBe(1);
    try {
      chatQueue({ ...chat, agents: 1.5, stretch: 2, silentShare: 1 });
      expect.unreachable();
    } catch (fault) {
      expect((fault as InputFault).issues.map(({ path }) => path)).toEqual(['stretch', 'agents', 'silentShare']);
    }
  });

  it('counts service level in the five ways as Erlang A does, and knows customers who never give up', () => {
    const single = { ...chat, concurrency: 1, stretch: 0, agents: 18 };
    for (const { definition } of SERVICE_LEVEL_DEFINITIONS) {
      const asked = { ...single, definition, shortAbandonSeconds: 12 };
      expect(chatQueue(asked).serviceLevel).toBeCloseTo(erlangA(asked).serviceLevel, 9);
      expect(chatQueue({ ...asked, silentShare: 0.4 }).serviceLevel).toBeLessThanOrEqual(1);
    }
    const loyal = { ...single, agents: 20, patienceSeconds: Number.POSITIVE_INFINITY };
    const want = erlangC(loyal);
    for (const name of ['serviceLevel', 'asaSeconds', 'occupancy', 'waitProbability', 'queueLength'] as const) {
      expect(chatQueue(loyal)[name]).toBeCloseTo(want[name], 9);
    }
    expect(chatQueue({ ...loyal, agents: 18 })).toMatchObject({
      serviceLevel: 0,
      asaSeconds: Number.POSITIVE_INFINITY,
    });
    const patient = requiredChatAgents({ ...chat, patienceSeconds: Number.POSITIVE_INFINITY }, { serviceLevel: 0.9 });
    expect(patient.solved && patient.agents).toBeGreaterThan(8);
  });
});
