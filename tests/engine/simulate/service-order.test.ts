import { describe, expect, test } from 'vitest';
import type { Queue } from '../../../engine/footprint';
import { serviceOrder } from '../../../engine/simulate/service-order';

/** Queues of one stream each, by the teams that serve them. */
const queuesOf = (...teams: number[][]): Queue[] =>
  teams.map((own, stream) => ({
    stream,
    share: 1,
    failover: false,
    edges: own.map((team) => ({ team, proficiency: 1 })),
  }));
const shown = (groups: ReturnType<typeof serviceOrder>) =>
  groups.map(({ priority, queues, teams }) => ({ priority, queues: [...queues], teams: [...teams].sort() }));

describe('serviceOrder', () => {
  test('has lower priorities first, and those of one priority together where they share teams, also through others', () => {
    const order = serviceOrder([2, 1, 2, 2, 2], [1, 1, 1, 1, 1], queuesOf([0, 1], [1], [1, 2], [2, 3], [5]));
    expect(shown(order)).toEqual([
      { priority: 1, queues: [1], teams: [1] },
      { priority: 2, queues: [0, 2, 3], teams: [0, 1, 2, 3] },
      { priority: 2, queues: [4], teams: [5] },
    ]);
    // Queue 0 shares team 1 with queue 2 alone; memberships are counted through.
    const [beside, ...rest] = order[1]!.neighbors[0]!;
    expect(rest).toEqual([]);
    expect({ queue: beside!.queue, own: [...beside!.own], others: [...beside!.others] }).toEqual({
      queue: 2,
      own: [1],
      others: [3],
    });
  });

  test('has messages before the chats with which they share agents, and others in their own turn', () => {
    const turns = (concurrency: number[], ...teams: number[][]) =>
      serviceOrder([3, 4], concurrency, queuesOf(...teams)).map(({ queues, priority }) => [...queues, priority]);
    expect(turns([2, 3], [0], [0])).toEqual([
      [1, 2.5],
      [0, 3],
    ]);
    expect(turns([2, 3], [0], [1])).toEqual([
      [0, 3],
      [1, 4],
    ]);
    // Calls take a whole agent: they keep their turn.
    expect(turns([1, 3], [0], [0])).toEqual([
      [0, 3],
      [1, 4],
    ]);
  });

  test('a closed membership neither moves a turn nor ties queues together', () => {
    const queues = queuesOf([0], [1, 0]);
    const alone = shown(serviceOrder([3, 4], [2, 3], queuesOf([0], [1])));
    expect(shown(serviceOrder([3, 4], [2, 3], queues, new Set([2])))).toEqual(alone);
    expect(shown(serviceOrder([3, 3], [1, 1], queues, new Set([2])))).toHaveLength(2);
    expect(shown(serviceOrder([3, 3], [1, 1], queues))).toHaveLength(1);
  });
});
