import { exponential, namedStream } from '../../engine/random';

/** Calls and endless deferrable work; a free agent takes the latter while more than so many are free. */
export function simulateBlend(model: {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  readonly deferrableSeconds: number;
  readonly patienceSeconds: number;
  readonly agents: number;
  readonly keepFree: number;
  readonly hours: number;
  readonly seed: number;
}): { serviceLevel: number; abandonment: number; deferrablePerHour: number } {
  const { agents, keepFree, handleTimeSeconds, deferrableSeconds, patienceSeconds, hours, seed } = model;
  const draws = namedStream({ seed, entity: 'blend', purpose: 'all' });
  const end = hours * 3600;
  const gap = 3600 / model.arrivalsPerHour;
  let calls = 0;
  let others = 0;
  let finished = 0;
  const queue: [number, number][] = [];
  let offered = 0;
  let answered = 0;
  let inTarget = 0;
  for (let now = 0; now < end; ) {
    while (agents - calls - others > keepFree) others++;
    const rate = 1 / gap + calls / handleTimeSeconds + others / deferrableSeconds;
    now += exponential(draws, 1 / rate);
    let pick = draws.uniform() * rate - 1 / gap;
    if (pick < 0) {
      offered++;
      if (calls + others < agents) {
        calls++;
        answered++;
        inTarget++;
      } else {
        queue.push([now, now + exponential(draws, patienceSeconds)]);
      }
      continue;
    }
    pick -= calls / handleTimeSeconds;
    if (pick < 0) {
      calls--;
    } else {
      others--;
      finished++;
    }
    while (queue.length > 0 && calls + others < agents) {
      const [since, gone] = queue.shift()!;
      if (gone < now) continue;
      calls++;
      answered++;
      if (now - since <= 20) inTarget++;
    }
  }
  return { serviceLevel: inTarget / offered, abandonment: 1 - answered / offered, deferrablePerHour: finished / hours };
}
