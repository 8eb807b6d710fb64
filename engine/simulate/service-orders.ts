import type { Modifiers } from '../disruption';
import { findIslands } from './islands';
import { concurrencyOf, type Network } from './network';
import { type ServiceGroup, serviceOrder } from './service-order';

/** Groups that have nothing to do with the rest, in the order of their turn. */
type TurnOrder = readonly ServiceGroup[];

/** By island: one order, or several where closed routes part it. */
type IslandOrders = readonly (readonly TurnOrder[])[];

/**
 * The order of service of every interval: the plan's, or another where a playbook shifts priorities or routes are closed.
 *
 * A route that nobody can take, because it is closed or yet to be learned, changes no queue's turn and ties no queues together.
 */
export class ServiceOrders {
  readonly #shifted: readonly (Float32Array | null)[] | null;
  readonly #routes: readonly { readonly edge: number; readonly open: Float32Array }[];
  readonly #planned: IslandOrders;
  readonly #known = new Map<string, IslandOrders>();
  #interval = -1;
  #now: IslandOrders = [];

  constructor(
    readonly network: Network,
    modifiers: Modifiers | undefined,
    routeOpen: readonly (Float32Array | null)[],
  ) {
    this.#shifted = modifiers?.priority.some((gained) => gained !== null) ? modifiers.priority : null;
    this.#routes = routeOpen.flatMap((open, edge) => (open ? [{ edge, open }] : []));
    this.#planned = network.islands.map(({ queues }) => [
      network.order.filter((group) => queues.includes(group.queues[0]!)),
    ]);
  }

  /** An island's groups, in the order in which they have their turn in an interval. */
  at(interval: number, island: number): readonly TurnOrder[] {
    if (!this.#shifted && this.#routes.length === 0) return this.#planned[island]!;
    if (interval !== this.#interval) {
      this.#interval = interval;
      this.#now = this.#ordersAt(interval);
    }
    return this.#now[island]!;
  }

  #ordersAt(interval: number): IslandOrders {
    const { plan } = this.network;
    const closed = this.#routes.filter(({ open }) => open[interval] === 0).map(({ edge }) => edge);
    const priorities = plan.streams.map((stream, at) => stream.priority - stepsGained(this.#shifted?.[at], interval));
    const key = `${priorities.join(' ')}, ${closed.join(' ')}`;
    const orders = this.#known.get(key) ?? this.#ordersOf(priorities, new Set(closed));
    this.#known.set(key, orders);
    return orders;
  }

  #ordersOf(priorities: readonly number[], closed: ReadonlySet<number>): IslandOrders {
    const { plan, queues, islands } = this.network;
    const order = serviceOrder(priorities, concurrencyOf(plan), queues, closed);
    const parts = closed.size > 0 ? findIslands(plan, queues, closed) : islands;
    return islands.map((island) =>
      parts
        .filter((part) => part.queues.some((queue) => island.queues.includes(queue)))
        .map((part) => order.filter((group) => part.queues.includes(group.queues[0]!))),
    );
  }
}

/** Steps of priority that a stream has gained: a shift that comes or goes gradually takes hold once it is half there. */
export function stepsGained(gained: Float32Array | null | undefined, interval: number): number {
  return Math.round(gained?.[interval] ?? 0);
}
