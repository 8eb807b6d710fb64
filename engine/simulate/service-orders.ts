import type { Modifiers } from '../disruption';
import { concurrencyOf, type Network } from './network';
import { type ServiceGroup, serviceOrder } from './service-order';

/** The order of service of every interval: the plan's, or another where a playbook shifts priorities. */
export class ServiceOrders {
  readonly #shifted: readonly (Float32Array | null)[] | null;
  readonly #known = new Map<string, readonly ServiceGroup[]>();

  constructor(
    readonly network: Network,
    modifiers: Modifiers | undefined,
  ) {
    this.#shifted = modifiers?.priority.some((gained) => gained !== null) ? modifiers.priority : null;
  }

  at(interval: number): readonly ServiceGroup[] {
    const { network } = this;
    if (!this.#shifted) return network.order;
    // A shift that comes or goes gradually takes hold once it is half there.
    const priorities = network.plan.streams.map(
      (stream, at) => stream.priority - Math.round(this.#shifted?.[at]?.[interval] ?? 0),
    );
    const key = priorities.join(' ');
    const order = this.#known.get(key) ?? serviceOrder(priorities, concurrencyOf(network.plan), network.queues);
    this.#known.set(key, order);
    return order;
  }
}
