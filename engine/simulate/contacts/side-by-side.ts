import type { ContactLayout } from './contact-layout';
import type { ContactRecords } from './contact-records';
import { NONE } from './contact-records';
import type { CustomerDraws } from './customer-draws';

/** Contacts that agents have in hand side by side, where full agents are slower. */
export class SideBySide {
  private readonly hand: Int32Array;

  constructor(
    private readonly layout: ContactLayout,
    private readonly records: ContactRecords,
    private readonly draws: CustomerDraws,
    agents: number,
    /** Told of a contact whose end has moved, or is known for the first time. */
    private readonly ends: (contact: number) => void,
  ) {
    this.hand = new Int32Array(layout.groupStretches.some((flag) => flag > 0) ? agents * layout.levels : 0);
  }

  /** One more, beside so many before. */
  take(agent: number, before: number, contact: number, now: number): void {
    this.hand[agent * this.layout.levels + before] = contact;
    this.slowDown(agent, before, before + 1, contact, now);
  }

  /** One less, so many being left. */
  drop(agent: number, left: number, contact: number, now: number): void {
    const first = agent * this.layout.levels;
    let at = first;
    while (this.hand[at] !== contact) at++;
    this.hand[at] = this.hand[first + left]!;
    this.slowDown(agent, left + 1, left, NONE, now);
  }

  /** Contacts in hand go on slower, or faster, than before: what is left of each is stretched. */
  private slowDown(agent: number, before: number, after: number, fresh: number, now: number): void {
    const { records, hand, layout, draws } = this;
    const first = agent * layout.levels;
    for (let i = 0; i < after; i++) {
      const id = hand[first + i]!;
      const stream = records.stream[id]!;
      const old = id === fresh ? 1 : draws.slowness(stream, before);
      const ratio = draws.slowness(stream, after) / old;
      if (ratio !== 1) records.endedAt[id] = now + (records.endedAt[id]! - now) * ratio;
      if (ratio !== 1 || id === fresh) this.ends(id);
    }
  }
}
