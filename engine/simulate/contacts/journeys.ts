import { CAUSE, type ContactRecords, FATE, NONE, NOWHERE } from './contact-records';
import type { ContactSimulator } from './contact-simulator';

/** A customer's contacts, first to last, as places in the records. */
export interface Journey {
  readonly contacts: readonly number[];
  /** Customers of the replication whose contacts went the same way, and all customers. */
  readonly alike: number;
  readonly customers: number;
}

/**
 * Journeys worth reading, one of each kind: half of them the longest and oddest, half the most usual; the longest first.
 *
 * A kind is what happened contact by contact (stream, how it came about, how it ended, called back, helped out), whoever
 * answered and however long it took. Of each kind the one that waited longest is shown.
 *
 * @param from seconds from which first attempts count
 * @param stream the stream of the first attempt; all when undefined
 * Cost: two passes over the records.
 */
export function journeysOf(
  { records }: ContactSimulator,
  from: number,
  stream: number | undefined,
  most: number,
): Journey[] {
  const after = new Int32Array(records.count).fill(NONE);
  for (let id = 0; id < records.count; id++) {
    if (records.previous[id]! >= 0) after[records.previous[id]!] = id;
  }
  const kinds = new Map<string, { first: number; wait: number; alike: number; length: number }>();
  let customers = 0;
  for (let id = 0; id < records.count; id++) {
    if (records.cause[id] !== CAUSE.first || records.arrivedAt[id]! < from) continue;
    if (stream !== undefined && records.stream[id] !== stream) continue;
    customers++;
    let kind = '';
    let wait = 0;
    let length = 0;
    for (let at = id; at >= 0; at = after[at]!) {
      kind += `${records.stream[at]} ${records.cause[at]} ${records.fate[at]} ${records.calledBack[at]} ${leaves(records, at)},`;
      wait += waitOf(records, at);
      length++;
    }
    const known = kinds.get(kind);
    if (!known) kinds.set(kind, { first: id, wait, alike: 1, length });
    else {
      known.alike++;
      if (wait > known.wait) {
        known.first = id;
        known.wait = wait;
      }
    }
  }
  const oddest = [...kinds.values()].sort((a, b) => b.length - a.length || a.alike - b.alike || a.first - b.first);
  const usual = [...oddest].sort((a, b) => b.alike - a.alike || a.first - b.first);
  const chosen = new Set(oddest.slice(0, Math.floor(most / 2)));
  for (const kind of usual) if (chosen.size < most) chosen.add(kind);
  return oddest
    .filter((kind) => chosen.has(kind))
    .map(({ first, alike }) => {
      const contacts: number[] = [];
      for (let at = first; at >= 0; at = after[at]!) contacts.push(at);
      return { contacts, alike, customers };
    });
}

/** Whether the customer would come again, or did. */
function leaves(records: ContactRecords, id: number): number {
  return records.nextStream[id] === NOWHERE ? 1 : 0;
}

function waitOf(records: ContactRecords, id: number): number {
  const fate = records.fate[id]!;
  if (fate === FATE.answered || fate === FATE.inService) return records.startedAt[id]! - records.arrivedAt[id]!;
  return fate === FATE.abandoned ? records.endedAt[id]! - records.arrivedAt[id]! : 0;
}
