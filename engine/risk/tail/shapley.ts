import type { RandomStream } from '../../random';

/** Players up to whom every coalition is looked at. */
const MOST_EXACT = 3;

/**
 * Divides what some players bring together among them: each gets what it adds on average over all orders in which they may come.
 *
 * Use where effects don't add up, as of hazards that overlap: what is lost twice counts once, and nobody is charged for having come second.
 * Exact for up to three players; for more one order and its reverse are taken for all, which is right on average over many games. The parts
 * add up to `whole`, whatever the order.
 *
 * Source: Shapley (1953, A value for n-person games); sampled orders by Castro, Gómez and Tejada (2009, Computers & Operations Research
 * 36(5)). Units: those of `worth`. Cost: 2 worths for two players, 6 for three, 2 (n - 1) for n.
 *
 * @param worth what some of the players bring by themselves, a figure a column; asked neither for none nor for all of them
 */
export function shapley(
  players: number,
  whole: Float64Array,
  worth: (members: readonly number[]) => Float64Array,
  luck: RandomStream,
): Float64Array[] {
  const known = new Map<string, Float64Array>();
  const none = new Float64Array(whole.length);
  const worthOf = (members: readonly number[]): Float64Array => {
    if (members.length === 0) return none;
    if (members.length === players) return whole;
    const sorted = [...members].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const found = known.get(key) ?? worth(sorted);
    known.set(key, found);
    return found;
  };
  const shares = Array.from({ length: players }, () => new Float64Array(whole.length));
  const orders = players <= MOST_EXACT ? allOrders(players) : withReverse(players, luck);
  for (const order of orders) {
    for (const [at, player] of order.entries()) {
      const [before, after] = [worthOf(order.slice(0, at)), worthOf(order.slice(0, at + 1))];
      const share = shares[player]!;
      for (let figure = 0; figure < share.length; figure++)
        share[figure] = share[figure]! + (after[figure]! - before[figure]!) / orders.length;
    }
  }
  return shares;
}

function allOrders(players: number): number[][] {
  if (players <= 1) return [Array.from({ length: players }, (_, at) => at)];
  return allOrders(players - 1).flatMap((order) =>
    Array.from({ length: players }, (_, at) => [...order.slice(0, at), players - 1, ...order.slice(at)]),
  );
}

function withReverse(players: number, luck: RandomStream): number[][] {
  const draws = Float64Array.from({ length: players }, () => luck.uniform());
  const order = Array.from(draws.keys()).sort((a, b) => draws[a]! - draws[b]! || a - b);
  return [order, [...order].reverse()];
}
