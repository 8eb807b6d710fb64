import { namedStream } from '../../random';
import type { ContactModel } from './contact-model';
import { TINY } from './line-finder';

/**
 * Whole agents in place of fractional ones, by systematic rounding: over a day and over replications the mean is kept,
 * and whole numbers stay as they are.
 */
export class Roster {
  /** Where a group's rounding begins, and its agents so far. */
  private readonly carry: Float64Array;
  private readonly sum: Float64Array;

  constructor(private readonly groups: ContactModel['groups']) {
    this.carry = new Float64Array(groups.length);
    this.sum = new Float64Array(groups.length);
  }

  restart(seed: number, replication: number): void {
    this.sum.fill(0);
    this.groups.forEach(({ name }, g) => {
      this.carry[g] = namedStream({ seed, replication, entity: name, purpose: 'roster' }).uniform();
    });
  }

  /** Agents of a group in the period; ask once for each, in turn. */
  agents(group: number, period: number): number {
    const { carry, sum } = this;
    const before = Math.floor(sum[group]! + carry[group]! + TINY);
    sum[group]! += this.groups[group]!.agents[period]!;
    return Math.floor(sum[group]! + carry[group]! + TINY) - before;
  }
}
