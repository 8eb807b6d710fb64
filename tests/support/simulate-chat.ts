import { exponential, namedStream } from '../../engine/random';

/** A chat queue, conversation by conversation: evenly spread over agents, some customers leaving without a sign. */
export function simulateChat(model: {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  readonly concurrency: number;
  readonly stretch: number;
  readonly agents: number;
  readonly patienceSeconds: number;
  readonly targetSeconds: number;
  readonly silentShare: number;
  readonly silentSeconds: number;
  readonly hours: number;
  readonly seed: number;
}): { serviceLevel: number; abandonment: number; silentAbandonment: number; occupancy: number } {
  const { agents, concurrency, handleTimeSeconds, stretch, silentSeconds, silentShare } = model;
  const draws = namedStream({ seed: model.seed, entity: 'chat', purpose: 'all' });
  const end = model.hours * 3600;
  const arrivals = model.arrivalsPerHour / 3600;
  // Agents by how many customers, and how many places of nobody, they have.
  const real = new Int32Array(agents);
  const empty = new Int32Array(agents);
  const queue: { since: number; gives: number; silent: boolean }[] = [];
  let offered = 0;
  let served = 0;
  let silentLeft = 0;
  let inTarget = 0;
  let used = 0;
  const speed = (k: number) => (k > 0 ? 1 / (1 + stretch * (k - 1)) : 0);
  const rateOf = (i: number) =>
    (real[i]! / handleTimeSeconds + empty[i]! / silentSeconds) * speed(real[i]! + empty[i]!);
  const place = (gone: boolean) => {
    let best = 0;
    for (let i = 1; i < agents; i++) if (real[i]! + empty[i]! < real[best]! + empty[best]!) best = i;
    if (gone) empty[best]!++;
    else real[best]!++;
  };
  /** Keeps conversations even: who has two fewer takes one over. */
  const even = () => {
    for (;;) {
      let low = 0;
      let high = 0;
      for (let i = 1; i < agents; i++) {
        if (real[i]! + empty[i]! < real[low]! + empty[low]!) low = i;
        if (real[i]! + empty[i]! > real[high]! + empty[high]!) high = i;
      }
      if (real[high]! + empty[high]! - real[low]! - empty[low]! < 2) return;
      const moved = real[high]! > 0 ? real : empty;
      moved[high]!--;
      moved[low]!++;
    }
  };
  let inUse = 0;
  for (let now = 0; now < end; ) {
    let rate = arrivals;
    for (let i = 0; i < agents; i++) rate += rateOf(i);
    const step = exponential(draws, 1 / rate);
    used += inUse * step;
    now += step;
    let pick = draws.uniform() * rate - arrivals;
    if (pick < 0) {
      offered++;
      const silent = draws.uniform() < silentShare;
      queue.push({ since: now, gives: now + exponential(draws, model.patienceSeconds), silent });
    } else {
      let i = 0;
      while (i < agents - 1 && pick >= rateOf(i)) pick -= rateOf(i++);
      const fromReal = (real[i]! / handleTimeSeconds) * speed(real[i]! + empty[i]!);
      if (pick < fromReal || empty[i] === 0) real[i]!--;
      else empty[i]!--;
      inUse--;
      even();
    }
    while (queue.length > 0 && inUse < agents * concurrency) {
      const next = queue.shift()!;
      const gone = next.gives < now;
      if (gone && !next.silent) continue;
      place(gone);
      inUse++;
      if (gone) {
        silentLeft++;
        continue;
      }
      served++;
      if (now - next.since <= model.targetSeconds) inTarget++;
    }
  }
  return {
    serviceLevel: inTarget / offered,
    abandonment: 1 - served / offered,
    silentAbandonment: silentLeft / offered,
    occupancy: used / end / (agents * concurrency),
  };
}
