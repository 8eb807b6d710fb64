import { exponential, namedStream } from '../../engine/random';
import { TimeHeap } from './simulate-retrials';

/**
 * A queue whose arrivals and agents change through a repeating day, contact by contact; who is busy when their time is up
 * finishes first. Returns answered within target over offered by interval of arrival.
 */
export function simulateDay(model: {
  readonly arrivalsPerHour: ArrayLike<number>;
  readonly agents: ArrayLike<number>;
  readonly intervalMinutes: number;
  readonly handleTimeSeconds: number;
  readonly patienceSeconds: number;
  readonly targetSeconds: number;
  readonly days: number;
  readonly seed: number;
}): { serviceLevel: Float64Array; offered: Float64Array } {
  const { arrivalsPerHour, agents, handleTimeSeconds, patienceSeconds, targetSeconds, days, seed } = model;
  const count = arrivalsPerHour.length;
  const span = model.intervalMinutes * 60;
  const draws = namedStream({ seed, entity: 'day', purpose: 'all' });
  const done = new TimeHeap();
  let busy = 0;
  const arrived: number[] = [];
  const leaves: number[] = [];
  let first = 0;
  const inTarget = new Float64Array(count);
  const offered = new Float64Array(count);
  const answerAt = (now: number, n: number, warm: boolean) => {
    while (busy < n && first < arrived.length) {
      const since = arrived[first]!;
      const gone = leaves[first]! < now;
      first++;
      if (gone) continue;
      busy++;
      done.add(now + exponential(draws, handleTimeSeconds));
      if (warm && now - since <= targetSeconds) inTarget[Math.floor(since / span) % count]!++;
    }
    if (first > 10_000) {
      arrived.splice(0, first);
      leaves.splice(0, first);
      first = 0;
    }
  };
  for (let step = -count; step < days * count; step++) {
    const t = (step + count) % count;
    const n = agents[t]!;
    const from = (step + count) * span;
    const warm = step >= 0;
    answerAt(from, n, warm);
    const gap = 3600 / arrivalsPerHour[t]!;
    let next = from + exponential(draws, gap);
    for (;;) {
      const now = Math.min(next, done.least);
      if (now >= from + span) break;
      if (done.least <= next) {
        done.take();
        busy--;
      } else {
        arrived.push(now);
        leaves.push(now + exponential(draws, patienceSeconds));
        if (warm) offered[t]!++;
        next = now + exponential(draws, gap);
      }
      answerAt(now, n, warm);
    }
  }
  return { serviceLevel: inTarget.map((met, t) => met / Math.max(1, offered[t]!)), offered };
}
