/** A rate to another state of a continuous-time Markov chain. */
export interface Move {
  readonly to: readonly number[];
  readonly rate: number;
}

/**
 * The stationary distribution of a chain that is reachable from one state, by Gauss-Seidel on the balance equations.
 * States are lists of small whole numbers; the moves from each are the caller's.
 */
export function stationary(
  start: readonly number[],
  moves: (state: readonly number[]) => readonly Move[],
): { readonly state: readonly number[]; readonly probability: number }[] {
  const places = new Map<string, number>([[start.join(), 0]]);
  const states: (readonly number[])[] = [start];
  const into: { from: number; rate: number }[][] = [[]];
  const out: number[] = [];
  for (let at = 0; at < states.length; at++) {
    let leaving = 0;
    for (const { to, rate } of moves(states[at]!)) {
      if (rate <= 0) continue;
      const key = to.join();
      let place = places.get(key);
      if (place === undefined) {
        place = states.length;
        places.set(key, place);
        states.push(to);
        into.push([]);
      }
      into[place]!.push({ from: at, rate });
      leaving += rate;
    }
    out.push(leaving);
  }
  const p = new Float64Array(states.length).fill(1 / states.length);
  for (let round = 0; round < 20_000; round++) {
    let change = 0;
    let sum = 0;
    for (let at = 0; at < p.length; at++) {
      let inflow = 0;
      for (const { from, rate } of into[at]!) inflow += p[from]! * rate;
      const next = inflow / out[at]!;
      change = Math.max(change, Math.abs(next - p[at]!));
      p[at] = next;
      sum += next;
    }
    for (let at = 0; at < p.length; at++) p[at]! /= sum;
    if (change < 1e-14) break;
  }
  return states.map((state, at) => ({ state, probability: p[at]! }));
}
