import { formatWallTime, offsetAt } from '../../calendar';
import { type Plan, planHash } from '../../plan';
import { ContactSimulator, FATE, type Journey, journeysOf } from '../../simulate';
import { InputFault, issue, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { type ContactWindow, type ContactWindowOptions, contactWindow } from './contact-window';
import { contactSteps } from './journey-words';

export interface FollowOptions extends ContactWindowOptions {
  /** The stream of the first contact; any unless given. */
  readonly stream?: string | undefined;
  /** Which replication is looked into; 0 unless given. */
  readonly replication?: number | undefined;
  readonly commonVariation?: number | undefined;
  /** Journeys told, at most 50; 12 unless given. */
  readonly most?: number | undefined;
}

/** A customer's way from first contact to last, to be read by a person. */
export interface ToldJourney {
  readonly stream: string;
  readonly attempts: number;
  readonly outcome: 'answered' | 'lost' | 'open';
  /** Customers who went the same way, and all, of this replication. */
  readonly alike: number;
  readonly customers: number;
  /** By the clock of the stream's market, such as `2027-03-15T10:32:05`. */
  readonly steps: readonly { readonly at: string; readonly text: string }[];
}

export interface FollowAnswer {
  readonly days: readonly string[];
  readonly journeys: readonly ToldJourney[];
  readonly provenance: Provenance;
}

/**
 * Tells the lives of some simulated contacts, one of each kind of journey, the longest first.
 *
 * Use to see that the simulation does what you think, and to show somebody what a bad day is like. They are contacts of
 * one replication of `simulateContacts` with the same options. Cost: one replication.
 *
 * @example followContacts(plan, { from: '2027-03-15', days: 1, seed: 7 }).journeys[0].steps
 */
export function followContacts(plan: Plan, options: FollowOptions = {}, control?: RunControl): FollowAnswer {
  const { stream: id, replication = 0, most = 12 } = options;
  const stream = id === undefined ? undefined : plan.streams.findIndex((entry) => entry.id === id);
  if (stream === -1) {
    const known = plan.streams.map((entry) => entry.id).join(', ');
    throw new InputFault([issue('simulate.unknown-stream', 'stream', id, `a stream of this plan: ${known}`)]);
  }
  if (!Number.isInteger(most) || most < 1 || most > 50) {
    throw new InputFault([issue('simulate.out-of-range', 'most', most, 'a whole number from 1 to 50')]);
  }
  const window = contactWindow(plan, options, partOf(control, 0, 0.2));
  const simulator = new ContactSimulator(window.contacts.model, options.commonVariation ?? 0);
  simulator.run(window.seed, replication, partOf(control, 0.2, 1));
  const { plan: simulated } = window;
  const found = journeysOf(simulator, window.contacts.dayStarts[0]!, stream, most);
  const method = `contacts, replication ${replication}: one journey of each kind, the one that waited longest`;
  return {
    days: window.days,
    journeys: found.map((journey) => tell(simulated, window, simulator, journey)),
    provenance: provenance(method, {
      planHash: planHash(plan),
      seed: window.seed,
      warnings: window.warnings,
    }),
  };
}

function tell(plan: Plan, { contacts }: ContactWindow, simulator: ContactSimulator, journey: Journey): ToldJourney {
  const { records } = simulator;
  const first = plan.streams[records.stream[journey.contacts[0]!]!]!;
  const { zone } = plan.markets.find((market) => market.id === first.market)!;
  const { grid } = contacts.network;
  const start = grid.startInstant + contacts.firstInterval * grid.intervalMinutes;
  const clock = (seconds: number) => {
    const instant = start + Math.floor(seconds / 60);
    return `${formatWallTime(instant, offsetAt(zone, instant))}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
  };
  const last = records.fate[journey.contacts.at(-1)!]!;
  const steps = journey.contacts.flatMap((id) => contactSteps(plan, simulator, id));
  return {
    stream: first.id,
    attempts: journey.contacts.length,
    outcome: last === FATE.answered ? 'answered' : last === FATE.waiting || last === FATE.inService ? 'open' : 'lost',
    alike: journey.alike,
    customers: journey.customers,
    steps: steps.map(({ seconds, text }) => ({ at: clock(seconds), text })),
  };
}
