import { exponential, namedStream } from '../../engine/random';

/** A queue whose customers come back after a while: what a long run came to, in contacts an hour. */
export function simulateRetrials(model: {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  readonly agents: number;
  readonly patienceSeconds: number;
  readonly redialShare: number;
  readonly repeatShare: number;
  /** Mean time before another try. */
  readonly delaySeconds: number;
  readonly hours: number;
  readonly seed: number;
}): { offeredPerHour: number; abandonment: number; serviceLevel: number } {
  const { handleTimeSeconds, agents, patienceSeconds, redialShare, repeatShare, delaySeconds, hours, seed } = model;
  const draws = namedStream({ seed, entity: 'retrials', purpose: 'all' });
  const freeAt = new Float64Array(agents);
  const later = new TimeHeap();
  const end = hours * 3600;
  const warmup = Math.min(end / 10, 20 * delaySeconds + 20 * handleTimeSeconds);
  let first = 0;
  let offered = 0;
  let lost = 0;
  let inTarget = 0;
  for (;;) {
    const isFirst = first <= later.least;
    const now = isFirst ? first : later.take();
    if (now > end) break;
    if (isFirst) first = now + exponential(draws, 3600 / model.arrivalsPerHour);
    let agent = 0;
    for (let k = 1; k < agents; k++) if (freeAt[k]! < freeAt[agent]!) agent = k;
    const wait = Math.max(0, freeAt[agent]! - now);
    const patience = exponential(draws, patienceSeconds);
    const counts = now > warmup;
    if (counts) offered++;
    if (wait > patience) {
      if (counts) lost++;
      if (draws.uniform() < redialShare) later.add(now + patience + exponential(draws, delaySeconds));
      continue;
    }
    if (counts && wait <= 20) inTarget++;
    freeAt[agent] = now + wait + exponential(draws, handleTimeSeconds);
    if (draws.uniform() < repeatShare) later.add(freeAt[agent]! + exponential(draws, delaySeconds));
  }
  return {
    offeredPerHour: (offered * 3600) / (end - warmup),
    abandonment: lost / offered,
    serviceLevel: inTarget / offered,
  };
}

/** A heap of times, the least first. */
export class TimeHeap {
  readonly #times: number[] = [];

  get least(): number {
    return this.#times[0] ?? Number.POSITIVE_INFINITY;
  }

  add(time: number): void {
    const times = this.#times;
    let hole = times.push(time) - 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! <= time) break;
      times[hole] = times[parent]!;
      hole = parent;
    }
    times[hole] = time;
  }

  take(): number {
    const times = this.#times;
    const least = times[0]!;
    const last = times.pop()!;
    if (times.length === 0) return least;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= times.length) break;
      if (child + 1 < times.length && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= last) break;
      times[hole] = times[child]!;
      hole = child;
    }
    times[hole] = last;
    return least;
  }
}
