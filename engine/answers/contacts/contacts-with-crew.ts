import { checkpoint, type RunControl } from '../../units';
import {
  type ContactsAnswer,
  checkOptions,
  isEnough,
  joinContacts,
  restOn,
  type SimulateContactsOptions,
} from './simulate-contacts';

/** Somebody who runs a range of replications elsewhere, one range at a time. */
export interface ContactsHand {
  simulate(options: SimulateContactsOptions): Promise<ContactsAnswer>;
}

/** Ranges for each hand: enough that all end at about the same time, few enough that making ready costs little. */
const RANGES_EACH = 3;
/** With a precision asked for, so many replications are run before it is looked at again. */
const RANGE_TO_PRECISION = 2;

/**
 * `simulateContacts` by several hands that have the plan: the same answer, to the last digit, for any number of them.
 *
 * Ranges go to whoever is free; where a precision is asked for, replications count in the order of their numbers and those
 * beyond the first that made the interval narrow enough are left out, as one hand would not have run them.
 */
export async function contactsWithCrew(
  options: SimulateContactsOptions,
  crew: readonly ContactsHand[],
  control?: RunControl,
): Promise<ContactsAnswer> {
  checkOptions(options);
  const { replications = 20, firstReplication = 0, precisionPoints, ...scene } = options;
  const size =
    precisionPoints === undefined ? Math.ceil(replications / (RANGES_EACH * crew.length)) : RANGE_TO_PRECISION;
  const ranges = Array.from({ length: Math.ceil(replications / size) }, (_, at) => ({
    firstReplication: firstReplication + at * size,
    replications: Math.min(size, replications - at * size),
  }));
  const done: (ContactsAnswer | undefined)[] = ranges.map(() => undefined);
  let next = 0;
  let answer: ContactsAnswer | undefined;
  let joined = 0;
  let ran = 0;
  const join = () => {
    for (; joined < ranges.length && done[joined] && next < Number.POSITIVE_INFINITY; joined++) {
      const part = done[joined]!;
      const before = answer?.samples ?? [];
      answer = answer ? joinContacts(answer, part) : part;
      for (let count = before.length + 1; count <= answer.samples.length; count++) {
        const samples = answer.samples.slice(0, count);
        if (!isEnough(answer.streams.length, samples, precisionPoints)) continue;
        answer = restOn(answer, samples);
        next = Number.POSITIVE_INFINITY;
        return;
      }
    }
  };
  await Promise.all(
    crew.map(async (hand) => {
      while (next < ranges.length) {
        const at = next++;
        done[at] = await hand.simulate({ ...scene, ...ranges[at] });
        ran += ranges[at]!.replications;
        checkpoint(control, ran / replications, `simulating contacts, ${ran} of ${replications} runs`);
        join();
      }
    }),
  );
  return answer!;
}
