import {
  abandonedShare,
  type Band,
  bandOf,
  bestAgents,
  isRange,
  type Settle,
  settleDraw,
  settleLikely,
  type ValueQueue,
} from '../../experience';
import type { Plan } from '../../plan';
import { requiredAgentsFractional } from '../../queueing';
import type { Network } from '../../simulate';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { staffingCase } from '../stream-requirement';
import { valueAssumptions } from './assumptions';
import { loadedCosts } from './loaded-costs';
import { moneyGround } from './money-ground';
import { moneyWords } from './money-words';
import { streamCosts } from './stream-costs';
import { answeredWorth, settledChurn } from './stream-value';
import { type StreamFacts, valueFacts } from './value-facts';

/** A way to staff a stream over the horizon. */
export interface StaffingWay {
  readonly agentHours: number;
  readonly cost: number;
  readonly offered: number;
  readonly abandoned: number;
  readonly abandonment: number;
  /** Value lost with those who give up. */
  readonly valueLost: number;
  /** Cost and value lost together: what is to be least. */
  readonly loss: number;
}

/** A stream staffed to keep its promise at the least cost, and staffed to lose least. */
export interface StreamStaffing {
  readonly id: string;
  readonly name: string;
  /** Loaded cost of an agent's hour on duty, and what a contact that gives up costs. */
  readonly agentHour: number;
  readonly perAbandoned: Band;
  readonly cheapest: StaffingWay;
  readonly best: StaffingWay;
  /** Best agent hours where the value of a contact is at the ends of its band. */
  readonly bestLow: number;
  readonly bestHigh: number;
  /** Loss of the cheapest less that of the best; never below 0. */
  readonly gain: number;
  /** At the cheapest staffing: cost of one more contact that doesn't give up, and what it brings beyond that. */
  readonly costOfOneMore: number;
  readonly netOfOneMore: number;
  readonly advice: 'raise' | 'lower' | 'keep';
  readonly sentence: string;
}

/** Staffing that loses least beside the staffing that keeps the promises at least cost. */
export interface ValueStaffingAnswer {
  readonly currency: string;
  readonly streams: readonly StreamStaffing[];
  readonly cheapest: StaffingWay;
  readonly best: StaffingWay;
  readonly gain: number;
  /** Streams left out, and why. */
  readonly skipped: readonly { readonly name: string; readonly why: string }[];
  readonly sentence: string;
  readonly provenance: Provenance;
}

/** Loads at which a stream is solved; intervals between two are read off a straight line. */
const POINTS = 16;
const DRAWS = 400;
const METHOD =
  'Erlang A by interval on sixteen equally likely days; agents where one more costs what the contacts that it saves are worth, beside the fewest that keep the promise';

/**
 * The staffing of every real-time stream that maximizes value beside the one that minimizes cost under the promise.
 *
 * Use to question a target: where a lost contact is dear, more people than promised pay for themselves; where it is cheap,
 * the promise costs more than it brings. Each stream by itself, at full speed, as in Staffing; cost of an hour is what the
 * plan's own run pays for one, loaded. Units: agent hours, plan currency. Cost: about a second for ten streams.
 */
export function valueStaffing(
  plan: Plan,
  options: { readonly seed?: number | undefined } = {},
  control?: RunControl,
): ValueStaffingAnswer {
  const seed = options.seed ?? 1;
  const ground = moneyGround(plan, null, partOf(control, 0, 0.4));
  const divided = streamCosts(ground, loadedCosts(ground));
  const facts = new Map(valueFacts(ground).map((entry) => [entry.stream.id, entry]));
  const isUncertain = valueAssumptions(plan).some(({ estimate }) => isRange(estimate));
  const skipped: { name: string; why: string }[] = [];
  const streams: StreamStaffing[] = [];
  plan.streams.forEach((stream, at) => {
    checkpoint(control, 0.4 + (0.6 * at) / plan.streams.length, stream.name);
    const cost = divided.streams.get(stream.id);
    const own = facts.get(stream.id);
    const why = whyNot(own, cost?.hours ?? 0);
    if (why !== null || !own || !cost) {
      skipped.push({ name: stream.name, why: why ?? 'nobody serves it' });
      return;
    }
    const draws = isUncertain ? Array.from({ length: DRAWS }, (_, draw) => settleDraw(seed, draw)) : [];
    const worth = (settle: Settle) => costOfAbandoning(own, settle);
    const perAbandoned = bandOf(worth(settleLikely), draws.map(worth));
    const currency = plan.currency;
    streams.push(staffStream(ground.network, at, cost.cost / cost.hours, perAbandoned, currency));
  });
  checkpoint(control, 1, 'staffing by value');
  const cheapest = addWays(streams.map((stream) => stream.cheapest));
  const best = addWays(streams.map((stream) => stream.best));
  return {
    currency: plan.currency,
    streams,
    cheapest,
    best,
    gain: streams.reduce((sum, { gain }) => sum + gain, 0),
    skipped,
    sentence: wholeSentence(streams, plan.currency),
    provenance: provenance(METHOD, {
      planHash: ground.hash,
      ...(isUncertain ? { seed } : {}),
      warnings: ground.warnings,
    }),
  };
}

function whyNot(facts: StreamFacts | undefined, hours: number): string | null {
  if (!facts || hours <= 0) return 'nobody serves it';
  if (facts.stream.target.kind === 'complete-within')
    return 'its work can wait; it needs its hours, whatever it is worth';
  if (facts.stream.patienceSeconds === null) return 'nobody gives up in it, so no contact is lost';
  if (costOfAbandoning(facts, settleLikely) <= 0) return 'the plan says of no value that a lost contact would cost';
  return null;
}

/**
 * What it costs when a customer gives up: the contact's worth and the customer's, for those who don't try again; the
 * annoyance of those who do; and the patience that was used up, since waiting = share who give up × patience.
 */
function costOfAbandoning(facts: StreamFacts, settle: Settle): number {
  const { redialShare, patienceSeconds } = facts.stream;
  const churn = settledChurn(facts.market, settle);
  const forGood = answeredWorth(facts, settle) + churn.perLost * churn.valuePerCustomer;
  const waiting = ((patienceSeconds ?? 0) / 60) * churn.perMinute * churn.valuePerCustomer;
  return (1 - redialShare) * forGood + redialShare * churn.perRepeat * churn.valuePerCustomer + waiting;
}

interface Solved {
  readonly agents: number;
  readonly abandoned: number;
}

function staffStream(
  network: Network,
  at: number,
  agentHour: number,
  perAbandoned: Band,
  currency: string,
): StreamStaffing {
  const stream = network.plan.streams[at]!;
  const { contacts, open, handleFactor } = network.arrivals[at]!;
  const perInterval = network.grid.intervalMinutes / 60;
  const rates = contacts.map((count, t) =>
    open[t]! > 0 ? (count * (handleFactor?.[t] ?? 1)) / (perInterval * open[t]!) : 0,
  );
  const grid = gridOf(rates);
  const queue = (rate: number, worth: number): ValueQueue => ({
    arrivalsPerHour: rate,
    handleTimeSeconds: network.handleHours[at]! * 3600,
    patienceSeconds: stream.patienceSeconds ?? 0,
    variation: stream.dailyVariation,
    perAbandoned: worth,
    agentHour,
  });
  const { targets } = staffingCase(network, at, 0, { model: 'erlang-a', definition: 'answeredOverOffered' });
  const fewest = grid.map((rate): Solved => {
    const { handleTimeSeconds, patienceSeconds } = queue(rate, 0);
    const found = requiredAgentsFractional({ arrivalsPerHour: rate, handleTimeSeconds, patienceSeconds }, targets);
    const agents = found.solved ? found.agents : 0;
    return { agents, abandoned: rate * abandonedShare(queue(rate, 0), agents) };
  });
  const bestAt = (worth: number) =>
    grid.map((rate): Solved => {
      const one = queue(rate, worth);
      const agents = bestAgents(one);
      return { agents, abandoned: rate * abandonedShare(one, agents) };
    });
  const solvedBest = bestAt(perAbandoned.likely);
  const oneMore = grid.map((rate, index): Solved => {
    const one = queue(rate, perAbandoned.likely);
    const { agents } = fewest[index]!;
    return { agents: 1, abandoned: rate * (abandonedShare(one, agents) - abandonedShare(one, agents + 1)) };
  });
  const sums = (solved: readonly Solved[]) => addUp(solved, { grid, rates, open, perInterval, handleFactor });
  const way = (solved: readonly Solved[]): StaffingWay => {
    const { agentHours, abandoned, offered } = sums(solved);
    const cost = agentHours * agentHour;
    const valueLost = abandoned * perAbandoned.likely;
    return {
      agentHours,
      cost,
      offered,
      abandoned,
      abandonment: offered > 0 ? abandoned / offered : 0,
      valueLost,
      loss: cost + valueLost,
    };
  };
  const cheapest = way(fewest);
  const best = way(solvedBest);
  const isBand = perAbandoned.low < perAbandoned.high;
  const more = sums(oneMore);
  const costOfOneMore = more.abandoned > 0 ? (more.agentHours * agentHour) / more.abandoned : Number.POSITIVE_INFINITY;
  const difference = best.agentHours / cheapest.agentHours - 1;
  const advice = difference > 0.005 ? 'raise' : difference < -0.005 ? 'lower' : 'keep';
  const gain = Math.max(0, cheapest.loss - best.loss);
  return {
    id: stream.id,
    name: stream.name,
    agentHour,
    perAbandoned,
    cheapest,
    best,
    bestLow: isBand ? sums(bestAt(Math.max(0, perAbandoned.low))).agentHours : best.agentHours,
    bestHigh: isBand ? sums(bestAt(perAbandoned.high)).agentHours : best.agentHours,
    gain,
    costOfOneMore,
    netOfOneMore: perAbandoned.likely - costOfOneMore,
    advice,
    sentence: sentenceOf(stream.name, advice, difference, gain, currency),
  };
}

/** Arrival rates from the least to the most of a stream's intervals, evenly spaced on a scale of factors. */
function gridOf(rates: Float64Array): number[] {
  const busy = rates.filter((rate) => rate > 0);
  if (busy.length === 0) return [];
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const rate of busy) {
    least = Math.min(least, rate);
    most = Math.max(most, rate);
  }
  least = Math.max(least, most / 1000);
  if (most - least < 1e-9 * most) return [most];
  return Array.from({ length: POINTS }, (_, at) => least * (most / least) ** (at / (POINTS - 1)));
}

interface Intervals {
  readonly grid: readonly number[];
  readonly rates: Float64Array;
  readonly open: ArrayLike<number>;
  readonly perInterval: number;
  readonly handleFactor: Float64Array | Float32Array | null | undefined;
}

/** Agent hours, contacts that give up and contacts offered over all intervals. */
function addUp(solved: readonly Solved[], { grid, rates, open, perInterval, handleFactor }: Intervals) {
  let agentHours = 0;
  let abandoned = 0;
  let offered = 0;
  for (let t = 0; t < rates.length; t++) {
    const rate = rates[t]!;
    if (rate <= 0) continue;
    const hours = perInterval * open[t]!;
    // Rates carry the handle time's factor; what is counted in contacts is brought back by it.
    const contactsPer = 1 / (handleFactor?.[t] ?? 1);
    const place = placeOf(grid, rate);
    const below = solved[Math.floor(place)]!;
    const above = solved[Math.min(grid.length - 1, Math.floor(place) + 1)]!;
    const part = place - Math.floor(place);
    const scale = rate < grid[0]! ? rate / grid[0]! : 1;
    agentHours += (below.agents + part * (above.agents - below.agents)) * scale * hours;
    abandoned += (below.abandoned + part * (above.abandoned - below.abandoned)) * scale * hours * contactsPer;
    offered += rate * hours * contactsPer;
  }
  return { agentHours, abandoned, offered };
}

/** Place of a rate between the points of a grid that grows by one factor, as a straight line between two. */
function placeOf(grid: readonly number[], rate: number): number {
  if (grid.length === 1 || rate <= grid[0]!) return 0;
  const step = Math.log(grid[1]! / grid[0]!);
  const at = Math.min(grid.length - 2, Math.floor(Math.log(rate / grid[0]!) / step));
  return at + Math.min(1, Math.max(0, (rate - grid[at]!) / (grid[at + 1]! - grid[at]!)));
}

function addWays(ways: readonly StaffingWay[]): StaffingWay {
  const add = (figure: keyof StaffingWay) => ways.reduce((sum, way) => sum + way[figure], 0);
  const offered = add('offered');
  const abandoned = add('abandoned');
  return {
    agentHours: add('agentHours'),
    cost: add('cost'),
    offered,
    abandoned,
    abandonment: offered > 0 ? abandoned / offered : 0,
    valueLost: add('valueLost'),
    loss: add('loss'),
  };
}

function sentenceOf(
  name: string,
  advice: StreamStaffing['advice'],
  difference: number,
  gain: number,
  currency: string,
) {
  const percent = `${Math.abs(difference * 100).toFixed(1)} %`;
  if (advice === 'keep') return `${name}: the promise is what contacts are worth; keep it.`;
  return advice === 'raise'
    ? `${name}: ${percent} more agent hours than the promise needs would bring ${moneyWords(gain, currency)} more than they cost.`
    : `${name}: the promise takes ${percent} more than contacts are worth at this staffing; ${moneyWords(gain, currency)} are spent on it.`;
}

function wholeSentence(streams: readonly StreamStaffing[], currency: string): string {
  if (streams.length === 0) return 'No stream has figures that say what a lost contact costs.';
  const top = [...streams].sort((a, b) => b.gain - a.gain)[0]!;
  const gain = streams.reduce((sum, one) => sum + one.gain, 0);
  const raised = streams.filter(({ advice }) => advice === 'raise').length;
  const lowered = streams.filter(({ advice }) => advice === 'lower').length;
  const ways = [
    ...(raised > 0 ? [`more hours in ${raised} of ${streams.length} streams`] : []),
    ...(lowered > 0 ? [`fewer in ${lowered} of ${streams.length}`] : []),
  ];
  if (ways.length === 0) return 'The promises are what contacts are worth; staffing by value changes next to nothing.';
  const where = streams.length > 1 ? `; most of it in ${top.name}` : '';
  return `Staffing by value instead of by promise is worth ${moneyWords(gain, currency)} over the plan: ${ways.join(', ')}${where}.`;
}
