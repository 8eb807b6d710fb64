import type { ContactLayout } from './contact-layout';
import type { ContactModel } from './contact-model';

/** What every membership of a group in a queue is like in the present period. */
export class Memberships {
  /** Time of a unit of work, and rank of the queue for the group. */
  readonly pace: Float64Array;
  readonly rank: Float64Array;
  /** What of the queue's contacts reaches the group. */
  private readonly reach: Float64Array;

  constructor(
    private readonly model: ContactModel,
    private readonly layout: ContactLayout,
  ) {
    const count = layout.memberQueue.length;
    this.pace = new Float64Array(count);
    this.rank = new Float64Array(count);
    this.reach = new Float64Array(count);
  }

  startPeriod(period: number): void {
    const { queues, streams, groups } = this.model;
    let m = 0;
    for (const { stream, members } of queues) {
      const gain = streams[stream]!.rankGain?.[period] ?? 0;
      for (const { group, speed, rank, reach } of members) {
        this.pace[m] = 1 / (speed * groups[group]!.speed[period]!);
        this.rank[m] = rank - gain;
        this.reach[m++] = reach?.[period] ?? 1;
      }
    }
  }

  /** Whether a contact's way leads to the group: where a route is partly closed, always the same part of the contacts. */
  reaches(member: number, contact: number): boolean {
    if (!this.layout.routed) return true;
    const part = this.reach[member]!;
    if (part >= 1) return true;
    const mixed = Math.imul((contact + 1) ^ Math.imul(member + 1, 0x9e3779b1), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296 < part;
  }
}
