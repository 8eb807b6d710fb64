import { checkpoint, type RunControl } from '../../units';
import type { ContactModel } from './contact-model';
import { ContactSimulator } from './contact-simulator';
import { type ContactTally, tallyContacts } from './contact-tally';

/** Which replications to run: a range, so that workers can share them and a stopped study can go on. */
export interface ReplicationRange {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  /** Part of the daily variation that is common to all streams, 0 to 1; 0 unless given. */
  readonly commonVariation?: number | undefined;
}

/**
 * Runs a range of replications and returns the counts of each.
 *
 * `isEnough` looks at what is there after each and may end the range early. A replication depends on (seed, its number) alone, so ranges may be run anywhere, in any order, and put together.
 *
 * @example runReplications(model, dayStarts, { seed: 7, first: 0, count: 20 })
 */
export function runReplications(
  model: ContactModel,
  dayStarts: Float64Array,
  range: ReplicationRange,
  control?: RunControl,
  isEnough?: (soFar: readonly ContactTally[]) => boolean,
): ContactTally[] {
  const simulator = new ContactSimulator(model, range.commonVariation ?? 0);
  const tallies: ContactTally[] = [];
  for (let at = 0; at < range.count; at++) {
    const replication = range.first + at;
    const label = `simulating contacts, run ${replication + 1}`;
    checkpoint(control, at / range.count, label);
    simulator.run(range.seed, replication, {
      shouldStop: control?.shouldStop,
      onProgress: (share) => control?.onProgress?.((at + share) / range.count, label),
    });
    tallies.push(tallyContacts(simulator, replication, dayStarts));
    if (isEnough?.(tallies)) break;
  }
  checkpoint(control, 1, 'simulating contacts');
  return tallies;
}
