/** Places of what `fluidLag` writes. */
export const LAG = { end: 0, rate: 1 } as const;

/**
 * How full a queue is through an interval when load or agents have just changed, as a rate that would keep it so.
 *
 * Use before a formula of balance: calls that came before an interval are still in hand in it, and a queue built up in
 * overload takes time to leave. Contacts in the system x follow x' = arrivals - served - given up, served being
 * min(x, agents) / handle time and given up (x - agents) / patience above. The mean of x over the interval gives the
 * rate of arrivals at which x would stand still. Without change it is the arrivals themselves.
 *
 * Source: fluid model of Mandelbaum, Massey & Reiman, Queueing Systems 30 (1998); in place of the arrivals it makes a
 * stationary formula a lagged one, as Jennings et al., Management Science 42 (1996), do for infinitely many agents.
 * Units: contacts, contacts a second, agents, seconds; patience Infinity where nobody gives up. Writes the contacts at
 * the end and the rate into `out`. Cost: one or two exponentials.
 *
 * @example fluidLag(0, 0.1, 60, 300, 120, 1800, out); out[LAG.rate] // 0.0834: a first half-hour isn't full from its start
 */
export function fluidLag(
  start: number,
  arrivals: number,
  agents: number,
  handle: number,
  patience: number,
  length: number,
  out: Float64Array,
): void {
  let x = start;
  let left = length;
  let area = 0;
  // At most one crossing of the line between free agents and a queue, for constant arrivals and agents.
  for (let leg = 0; leg < 3 && left > 0; leg++) {
    const above = x > agents || (x === agents && arrivals * handle > agents);
    const pace = above ? patience : handle;
    const rest = above ? agents + (arrivals - agents / handle) * patience : arrivals * handle;
    if (pace === Number.POSITIVE_INFINITY) {
      const growth = arrivals - agents / handle;
      const until = growth < 0 ? Math.min(left, (x - agents) / -growth) : left;
      area += (x + (growth * until) / 2) * until;
      x = until < left ? agents : x + growth * until;
      left -= until;
      continue;
    }
    const crosses = above ? rest < agents : rest > agents;
    const until = crosses ? Math.min(left, pace * Math.log((x - rest) / (agents - rest))) : left;
    const gap = (x - rest) * -Math.expm1(-until / pace);
    area += rest * until + gap * pace;
    x = until < left ? agents : x - gap;
    left -= until;
  }
  const mean = area / length;
  out[LAG.end] = x;
  const waiting = mean - agents;
  out[LAG.rate] =
    waiting <= 0
      ? mean / handle
      : patience === Number.POSITIVE_INFINITY
        ? Math.max(arrivals, agents / handle)
        : agents / handle + waiting / patience;
}
