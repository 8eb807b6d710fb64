import { SingleQueue, type SingleQueueModel } from '../simulate';
import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../units';
import { type Provenance, provenance } from './provenance';
import { addUp, type Interval, QueueSums, ratioInterval } from './queue-sums';

/** One queue to simulate. */
export interface SimulateQueueOptions {
  readonly arrivalsPerHour: number;
  readonly handleTimeSeconds: number;
  /** Mean patience; leave it out, or give Infinity, when nobody gives up. */
  readonly patienceSeconds?: number | undefined;
  /** Whole agents, 1 to 1,000,000. */
  readonly agents: number;
  /** Contacts counted in each replication, 20 to 1e9. */
  readonly contacts: number;
  readonly seed: number;
  /** Standard deviation of handle time over its mean: 1 (exponential) unless given, otherwise lognormal, 0 to 100. */
  readonly handleTimeCv?: number | undefined;
  /** As `handleTimeCv`, of patience. */
  readonly patienceCv?: number | undefined;
  /** Answer threshold, 20 unless given. */
  readonly targetSeconds?: number | undefined;
  /** Independent repetitions, 1 to 10,000; 1 unless given. */
  readonly replications?: number | undefined;
  /** Contacts before counting starts; chosen from the queue's own time scale unless given. */
  readonly warmupContacts?: number | undefined;
  /** A clock in milliseconds, for `seconds` of the answer; without one it is 0. */
  readonly now?: (() => number) | undefined;
}

/** What the simulated queue came to, with 95 % intervals; names as the command line prints them. */
export interface SimulatedQueue {
  /** Answered within target over offered. */
  readonly service_level: Interval;
  readonly abandonment: Interval;
  /** Mean wait of the answered, seconds. */
  readonly asa_s: Interval;
  readonly occupancy: Interval;
  readonly wait_probability: Interval;
  /** Contacts counted, over all replications. */
  readonly contacts: number;
  /** Events simulated, warm-up included: each contact arrives, and is finished or gives up. */
  readonly events: number;
  /** Time of pure simulation by the caller's clock. */
  readonly seconds: number;
  readonly warmup_contacts: number;
  readonly replications: number;
  readonly provenance: Provenance;
}

/** Stretches into which a single run is cut for its interval. */
const BATCHES = 20;
/** Contacts between two looks at the stop sign. */
const SLICE = 250_000;

/**
 * Simulates one queue contact by contact and says how sure it is.
 *
 * Use to check a formula on your own figures, or where handle times and patience are not exponential. The intervals
 * are Student's t over replications, or over 20 consecutive batches of a single run; shares of sums are ratio estimates.
 *
 * Source: Law, Simulation Modeling and Analysis (5th ed., 2015), ch. 9: batch means, replications with warm-up, ratio
 * estimates. Units and range: see `SimulateQueueOptions`. Cost: about 0.2 µs a contact.
 *
 * @example simulateQueue({ arrivalsPerHour: 200, handleTimeSeconds: 180, agents: 14, contacts: 1e6, seed: 1 })
 */
export function simulateQueue(options: SimulateQueueOptions, control?: RunControl): SimulatedQueue {
  checkOptions(options);
  const { handleTimeCv = 1, patienceCv = 1, targetSeconds = 20, replications = 1, now = () => 0, seed } = options;
  const patienceSeconds = options.patienceSeconds ?? Number.POSITIVE_INFINITY;
  const { arrivalsPerHour, handleTimeSeconds, agents, contacts } = options;
  const arrivalsPerSecond = arrivalsPerHour / 3600;
  const model = {
    arrivalsPerSecond,
    handleTimeSeconds,
    handleTimeCv,
    patienceSeconds,
    patienceCv,
    agents,
    targetSeconds,
  };
  const warmup = options.warmupContacts ?? usualWarmup(model, contacts);
  const batches = replications > 1 ? 1 : BATCHES;
  const samples: QueueSums[] = [];
  const whole = replications * (warmup + contacts);
  let done = 0;
  const started = now();
  for (let replication = 0; replication < replications; replication++) {
    const queue = new SingleQueue(model, seed, replication);
    const advance = (count: number, sums: QueueSums | null) => {
      for (let left = count; left > 0; left -= SLICE) {
        checkpoint(control, done / whole, 'Simulating contacts');
        const tally = queue.run(Math.min(left, SLICE));
        if (sums) addUp(sums, tally);
        done += Math.min(left, SLICE);
      }
    };
    advance(warmup, null);
    for (let batch = 0; batch < batches; batch++) {
      const sums = new QueueSums();
      const end = Math.floor(((batch + 1) * contacts) / batches);
      advance(end - Math.floor((batch * contacts) / batches), sums);
      samples.push(sums);
    }
  }
  const seconds = (now() - started) / 1000;
  checkpoint(control, 1, 'Simulating contacts');
  return {
    service_level: ratioInterval(samples, 'answeredWithinTarget', 'offered', 1),
    abandonment: ratioInterval(samples, 'abandoned', 'offered', 1),
    asa_s: ratioInterval(samples, 'answerSeconds', 'answered', Number.POSITIVE_INFINITY),
    occupancy: ratioInterval(samples, 'busySeconds', 'staffedSeconds', 1),
    wait_probability: ratioInterval(samples, 'waited', 'offered', 1),
    contacts: replications * contacts,
    events: 2 * whole,
    seconds,
    warmup_contacts: warmup,
    replications,
    provenance: provenance(methodOf(model, replications), { seed, warnings: warningsOf(model) }),
  };
}

/** Twenty handle times, or four relaxation times of a busy queue without abandonment; never more than is counted. */
function usualWarmup(model: SingleQueueModel, contacts: number): number {
  const load = model.arrivalsPerSecond * model.handleTimeSeconds;
  const slack = 1 - Math.sqrt(Math.min(1, load / model.agents));
  const patient = model.patienceSeconds > 20 * model.handleTimeSeconds;
  const handleTimes = Math.max(20, patient ? Math.min(1e6, 4 / (slack * slack + 1e-9)) : 0);
  const perRoot = model.handleTimeCv > 1 ? model.handleTimeCv ** 2 : 1;
  return Math.min(contacts, Math.ceil(load * handleTimes * perRoot + 100));
}

function methodOf(model: SingleQueueModel, replications: number): string {
  const shape = (cv: number) => (cv === 1 ? 'exponential' : cv === 0 ? 'constant' : `lognormal (cv ${cv})`);
  const patience =
    model.patienceSeconds === Number.POSITIVE_INFINITY ? 'no abandonment' : `${shape(model.patienceCv)} patience`;
  const interval = replications > 1 ? `${replications} replications` : `${BATCHES} batches of one run`;
  return `Contact-by-contact simulation, first come first served: ${shape(model.handleTimeCv)} handle time, ${patience}; 95 % intervals by Student's t over ${interval}.`;
}

function warningsOf(model: SingleQueueModel): string[] {
  const load = model.arrivalsPerSecond * model.handleTimeSeconds;
  if (model.patienceSeconds < Number.POSITIVE_INFINITY || load < model.agents) return [];
  return [
    'The load reaches the agents and nobody gives up: the queue grows for as long as it is simulated, and the figures depend on how long that was.',
  ];
}

function checkOptions(options: SimulateQueueOptions): void {
  const issues: Issue[] = [];
  const check = (
    name: keyof SimulateQueueOptions,
    fits: (value: number) => boolean,
    allowed: string,
    optional = false,
  ) => {
    const value = options[name];
    if (value === undefined && optional) return;
    if (typeof value === 'number' && fits(value)) return;
    issues.push(issue('queue.out-of-range', name, value, allowed));
  };
  const whole = (low: number, high: number) => (value: number) =>
    Number.isInteger(value) && value >= low && value <= high;
  check('arrivalsPerHour', (v) => v > 0 && v <= 1e9, 'contacts an hour above 0 and up to 1e9');
  check('handleTimeSeconds', (v) => v > 0 && v <= 1e9, 'seconds above 0 and up to 1e9');
  check('patienceSeconds', (v) => v >= 0, 'seconds from 0 to Infinity', true);
  check('agents', whole(1, 1e6), 'a whole number from 1 to 1000000');
  check('contacts', whole(BATCHES, 1e9), `a whole number from ${BATCHES} to 1e9`);
  check('seed', (v) => Number.isSafeInteger(v), 'a whole number');
  check('handleTimeCv', (v) => v >= 0 && v <= 100, 'a number from 0 to 100', true);
  check('patienceCv', (v) => v >= 0 && v <= 100, 'a number from 0 to 100', true);
  check('targetSeconds', (v) => v >= 0 && v <= 1e9, 'seconds from 0 to 1e9', true);
  check('replications', whole(1, 10_000), 'a whole number from 1 to 10000', true);
  check('warmupContacts', whole(0, 1e9), 'a whole number from 0 to 1e9', true);
  if (issues.length > 0) throw new InputFault(issues);
}
