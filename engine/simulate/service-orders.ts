import type { Modifiers } from '../disruption';
import { concurrencyOf, type Network } from './network';
import { type ServiceGroup, serviceOrder } from './service-order';

/** Groups in the order of their turn, for each island. */
type IslandOrders = readonly (readonly ServiceGroup[])[];

/** The order of service of every interval: the plan's, or another where a playbook shifts priorities. */
export class ServiceOrders {
  readonly #shifted: readonly (Float32Array | null)[] | null;
  readonly #planned: IslandOrders;
  readonly #known = new Map<string, IslandOrders>();

  constructor(
    readonly network: Network,
    modifiers: Modifiers | undefined,
  ) {
    this.#shifted = modifiers?.priority.some((gained) => gained !== null) ? modifiers.priority : null;
    this.#planned = byIsland(network, network.order);
  }

  /** An island's groups, in the order in which they have their turn in an interval. */
  at(interval: number, island: number): readonly ServiceGroup[] {
    const { network } = this;
    if (!this.#shifted) return this.#planned[island]!;
    const priorities = network.plan.streams.map(
      (stream, at) => stream.priority - stepsGained(this.#shifted?.[at], interval),
    );
    const key = priorities.join(' ');
    let orders = this.#known.get(key);
    if (!orders) {
      orders = byIsland(network, serviceOrder(priorities, concurrencyOf(network.plan), network.queues));
      this.#known.set(key, orders);
    }
    return orders[island]!;
  }
}

/** Steps of priority that a stream has gained: a shift that comes or goes gradually takes hold once it is half there. */
export function stepsGained(gained: Float32Array | null | undefined, interval: number): number {
  return Math.round(gained?.[interval] ?? 0);
}

function byIsland({ islands }: Network, order: readonly ServiceGroup[]): IslandOrders {
  return islands.map(({ queues }) => order.filter((group) => queues.includes(group.queues[0]!)));
}
