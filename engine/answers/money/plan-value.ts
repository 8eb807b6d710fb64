import { type WeekLabel, weekLabels, weekRuleOf } from '../../calendar';
import {
  amplifiedLeavers,
  type Band,
  bandOf,
  isRange,
  type Settle,
  settleDraw,
  settleLikely,
  valueWeightedLevel,
} from '../../experience';
import type { Plan } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import type { Explanation } from '../results';
import { type KnownAssumption, valueAssumptions } from './assumptions';
import { COST_COMPONENTS, type CostColumns } from './cost-components';
import { loadedCosts } from './loaded-costs';
import { type MoneyGround, moneyGround } from './money-ground';
import { moneyWords } from './money-words';
import { type StreamCost, streamCosts } from './stream-costs';
import {
  reasonInsight,
  settledChurn,
  stakeOf,
  streamValue,
  VALUE_COMPONENTS,
  type ValueComponent,
  valueLabel,
  weeklyValue,
} from './stream-value';
import { explainValue } from './value-explanations';
import { type StreamFacts, valueFacts } from './value-facts';

export interface ValueOptions {
  readonly scenario?: string | undefined;
  /** Seed of the draws; 1 when not given. */
  readonly seed?: number | undefined;
}

/** Contacts of one reason: what they bring against what they cost. */
export interface ReasonProfit {
  readonly id: string | null;
  readonly name: string;
  readonly department: string | null;
  readonly demandKind: 'value' | 'failure' | null;
  readonly contacts: number;
  /** Contribution and customers kept. */
  readonly value: Band;
  readonly cost: number;
  readonly margin: Band;
  readonly marginPerContact: Band;
  /** What listening teaches, and what automation keeps from being learned. */
  readonly insight: Band;
  readonly insightLost: Band;
}

/** One stream: what is at stake in a contact, how it fares, what it brings and costs. */
export interface StreamProfit {
  readonly id: string;
  readonly name: string;
  readonly contacts: number;
  readonly level: number | null;
  readonly stake: Band;
  readonly value: Band;
  readonly cost: number;
  readonly leavers: Band;
}

/** What a plan's contacts are worth beside what they cost. */
export interface ValueAnswer {
  readonly currency: string;
  readonly scenario: string | null;
  readonly name: string;
  readonly weeks: readonly WeekLabel[];
  readonly components: readonly { readonly id: ValueComponent; readonly label: string; readonly value: Band }[];
  readonly value: Band;
  readonly cost: number;
  readonly surplus: Band;
  readonly leavers: Band;
  readonly insightLost: Band;
  readonly level: { readonly plain: number | null; readonly weighted: Band };
  /** An opinion of word of mouth, apart from every total; null where the plan has none. */
  readonly amplification: { readonly leavers: Band; readonly value: Band } | null;
  readonly weeklyValue: Float64Array;
  readonly weeklyCost: Float64Array;
  readonly reasons: readonly ReasonProfit[];
  readonly streams: readonly StreamProfit[];
  /** Cost of weeks in which a team serves no stream; it is in `cost` and in no stream. */
  readonly idleCost: number;
  readonly assumptions: readonly KnownAssumption[];
  /** Draws behind the bands; 0 where no figure is a range. */
  readonly draws: number;
  readonly explanations: readonly Explanation[];
  readonly sentence: string;
  readonly provenance: Provenance;
}

const DRAWS = 400;
const METHOD =
  'counts of the flow run × the plan’s value figures; bands hold the middle nine tenths of draws in which every range is triangular and independent';

/** Everything that one set of settled figures gives. */
interface Settled {
  readonly components: Record<ValueComponent, number>;
  readonly value: number;
  readonly leavers: number;
  readonly insightLost: number;
  readonly weighted: number;
  readonly amplifiedLeavers: number;
  readonly amplifiedValue: number;
  readonly streams: readonly { readonly stake: number; readonly value: number; readonly leavers: number }[];
  readonly reasons: readonly { readonly value: number; readonly insight: number; readonly insightLost: number }[];
}

/**
 * What contacts are worth: contribution by reason, customers kept, insight, less customers lost over abandonment, waits
 * and repeats; beside what they cost, and a service level in which each contact counts by its value.
 *
 * Every figure behind it may be a range; then the answers are bands. Word of mouth stands apart, and is in no total.
 * Units: plan currency over the horizon. Cost: a run of the flow model (kept), and 400 sums where there are ranges.
 */
export function planValue(plan: Plan, options: ValueOptions = {}, control?: RunControl): ValueAnswer {
  const seed = options.seed ?? 1;
  const ground = moneyGround(plan, options.scenario ?? null, partOf(control, 0, 0.8));
  const costs = loadedCosts(ground);
  const facts = valueFacts(ground);
  const assumptions = valueAssumptions(ground.plan);
  const draws = assumptions.some(({ estimate }) => isRange(estimate)) ? DRAWS : 0;
  const reasons = reasonIds(facts);
  const days = ground.network.days.length;
  const settleAll = (settle: Settle) => settled(ground.plan, facts, reasons, days, settle);
  const likely = settleAll(settleLikely);
  const drawn = Array.from({ length: draws }, (_, at) => {
    if (at % 50 === 0) checkpoint(control, 0.8 + (0.2 * at) / draws, 'value under uncertain figures');
    return settleAll(settleDraw(seed, at));
  });
  const band = (read: (one: Settled) => number) => bandOf(read(likely), drawn.map(read));
  const divided = streamCosts(ground, costs);
  const weeklyCost = weeklySum(costs, ground.network.grid.weeks);
  const cost = weeklyCost.reduce((sum, value) => sum + value, 0);
  const value = band((one) => one.value);
  const surplus = band((one) => one.value - cost);
  const level = { plain: ground.run.total.serviceLevel, weighted: band((one) => one.weighted) };
  const leavers = band((one) => one.leavers);
  const { startDate, weeks, weekRule } = ground.plan.calendar;
  const streams = facts.map((entry, at) => streamProfit(entry, at, divided.streams, band));
  checkpoint(control, 1, 'value');
  return {
    currency: ground.plan.currency,
    scenario: ground.id,
    name: ground.name,
    weeks: weekLabels({ startDate, weeks }, weekRuleOf(weekRule)),
    components: VALUE_COMPONENTS.map((id) => ({ id, label: valueLabel(id), value: band((one) => one.components[id]) })),
    value,
    cost,
    surplus,
    leavers,
    insightLost: band((one) => one.insightLost),
    level,
    amplification: ground.plan.money?.amplification
      ? { leavers: band((one) => one.amplifiedLeavers), value: band((one) => one.amplifiedValue) }
      : null,
    weeklyValue: weeklyValue(facts, weeks),
    weeklyCost,
    reasons: reasons.map((id, at) => reasonProfit(facts, id, at, divided.streams, band)),
    streams,
    idleCost: divided.idle,
    assumptions,
    draws,
    explanations: explainValue(ground, facts, { value, cost, surplus, leavers, level, streams }),
    sentence: sentenceOf(ground, { value, surplus, cost, leavers }),
    provenance: provenance(METHOD, {
      planHash: ground.hash,
      ...(draws > 0 ? { seed } : {}),
      warnings: [...ground.warnings, ...silent(facts)],
    }),
  };
}

function settled(
  plan: Plan,
  facts: readonly StreamFacts[],
  reasons: readonly (string | null)[],
  days: number,
  settle: Settle,
): Settled {
  const values = facts.map((entry) => streamValue(entry, settle));
  const components = Object.fromEntries(VALUE_COMPONENTS.map((id) => [id, 0])) as Record<ValueComponent, number>;
  for (const one of values) for (const id of VALUE_COMPONENTS) components[id] += one.components[id];
  const byReason = reasons.map((id) => {
    let value = 0;
    facts.forEach(({ parts }, at) => {
      parts.forEach((part, index) => {
        if ((part.reason?.id ?? null) !== id) return;
        value += values[at]!.parts[index]!.contribution + values[at]!.parts[index]!.saves;
      });
    });
    const insight = id === null ? { value: 0, lost: 0 } : reasonInsight(facts, id, days, settle);
    components.insight += insight.value;
    return { value, insight: insight.value, insightLost: insight.lost };
  });
  const { amplification } = plan.money ?? {};
  const tells = settle(amplification?.tells ?? 0, 'amplification tells');
  const follow = settle(amplification?.leaveShare ?? 0, 'amplification leave');
  const stakes = facts.map((entry) => stakeOf(entry, settle));
  const amplified = values.map((one) => amplifiedLeavers(one.leavers, tells, follow));
  return {
    components,
    value: VALUE_COMPONENTS.reduce((sum, id) => sum + components[id], 0),
    leavers: values.reduce((sum, one) => sum + one.leavers, 0),
    insightLost: byReason.reduce((sum, one) => sum + one.insightLost, 0),
    weighted: valueWeightedLevel(facts.map(({ due, level }, at) => ({ contacts: due, level, value: stakes[at]! }))),
    amplifiedLeavers: amplified.reduce((sum, count) => sum + count, 0),
    amplifiedValue: -amplified.reduce(
      (sum, count, at) => sum + count * settledChurn(facts[at]!.market, settle).valuePerCustomer,
      0,
    ),
    streams: values.map((one, at) => ({
      stake: stakes[at]!,
      value: VALUE_COMPONENTS.reduce((sum, id) => sum + one.components[id], 0),
      leavers: one.leavers,
    })),
    reasons: byReason,
  };
}

function reasonIds(facts: readonly StreamFacts[]): (string | null)[] {
  return [...new Set(facts.flatMap(({ parts }) => parts.map(({ reason }) => reason?.id ?? null)))];
}

type MakeBand = (read: (one: Settled) => number) => Band;

function reasonProfit(
  facts: readonly StreamFacts[],
  id: string | null,
  at: number,
  streams: ReadonlyMap<string, StreamCost>,
  band: MakeBand,
): ReasonProfit {
  let contacts = 0;
  let cost = 0;
  let about: StreamFacts['parts'][number]['reason'] = null;
  for (const { stream, parts, answered } of facts) {
    for (const part of parts) {
      if ((part.reason?.id ?? null) !== id) continue;
      about = part.reason;
      contacts += answered.reduce((sum, count) => sum + count, 0) * part.contactShare;
      cost += (streams.get(stream.id)?.cost ?? 0) * part.hoursShare;
    }
  }
  const each = Math.max(contacts, 1e-9);
  return {
    id,
    name: about?.name ?? 'No reasons stated',
    department: about?.department ?? null,
    demandKind: about?.demandKind ?? null,
    contacts,
    value: band((one) => one.reasons[at]!.value),
    cost,
    margin: band((one) => one.reasons[at]!.value - cost),
    marginPerContact: band((one) => (one.reasons[at]!.value - cost) / each),
    insight: band((one) => one.reasons[at]!.insight),
    insightLost: band((one) => one.reasons[at]!.insightLost),
  };
}

function streamProfit(
  { stream, answered, level }: StreamFacts,
  at: number,
  streams: ReadonlyMap<string, StreamCost>,
  band: MakeBand,
): StreamProfit {
  return {
    id: stream.id,
    name: stream.name,
    contacts: answered.reduce((sum, count) => sum + count, 0),
    level: Number.isNaN(level) ? null : level,
    stake: band((one) => one.streams[at]!.stake),
    value: band((one) => one.streams[at]!.value),
    cost: streams.get(stream.id)?.cost ?? 0,
    leavers: band((one) => one.streams[at]!.leavers),
  };
}

function weeklySum(costs: readonly CostColumns[], weeks: number): Float64Array {
  const sums = new Float64Array(weeks);
  for (const columns of costs)
    for (const component of COST_COMPONENTS)
      for (let week = 0; week < weeks; week++) sums[week]! += columns[component][week]!;
  return sums;
}

function silent(facts: readonly StreamFacts[]): string[] {
  const worthless = facts.filter(
    ({ stream, parts }) => parts.every(({ reason }) => !reason) && !stream.worth?.valuePerContact,
  );
  const unchurned = new Set(facts.filter(({ market }) => !market.churn).map(({ market }) => market.name));
  return [
    ...worthless.map(
      ({ stream }) => `${stream.name} states neither reasons nor what a contact is worth; it counts as nothing.`,
    ),
    ...[...unchurned].map((name) => `${name} doesn't say what losing a customer costs; churn there counts as nothing.`),
  ];
}

function sentenceOf(
  { name, plan }: MoneyGround,
  { value, surplus, cost, leavers }: { value: Band; surplus: Band; cost: number; leavers: Band },
): string {
  const money = (amount: number) => moneyWords(amount, plan.currency);
  const people = new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(leavers.likely);
  const range = surplus.low < surplus.high ? ` (${money(surplus.low)} to ${money(surplus.high)})` : '';
  return `${name}: contacts bring ${money(value.likely)} and cost ${money(cost)}, which leaves ${money(surplus.likely)}${range}; some ${people} customers leave over waits, repeats and contacts not answered.`;
}
