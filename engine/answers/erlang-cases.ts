import {
  erlangA,
  erlangB,
  erlangC,
  type FiniteQueueInput,
  finiteQueue,
  generalQueue,
  parseServiceLevelDefinition,
  type QueueFigures,
  quantileOfWait,
  type RequiredAgents,
  requiredAgents,
  requiredAgentsGeneral,
  requiredAgentsInFiniteQueue,
  requiredTrunks,
  SERVICE_LEVEL_DEFINITIONS,
  type ServiceLevelDefinition,
  type Spreads,
  type StaffingTargets,
  waitQuantile,
} from '../queueing';
import { checkpoint, InputFault, type Issue, issue, type RunControl } from '../units';
import { BOUNDS, CASE_COLUMNS, CaseCells, type CaseColumn, type CaseModel, plainName } from './erlang-cells';
import { type Provenance, provenance } from './provenance';

/** How to read and answer the cases. */
export interface ErlangCasesOptions {
  /** Definition of service level, as `parseServiceLevelDefinition` reads it; answered within target over offered unless given. */
  readonly serviceLevelDefinition?: string | undefined;
  /** Threshold of the definition that credits short abandons, seconds; 5 unless given. */
  readonly shortAbandonSeconds?: number | undefined;
  /** Shares of contacts, 0 to below 1, whose longest wait is added as a column, such as `wait_p90_s` for 0.9. */
  readonly waitQuantiles?: readonly number[] | undefined;
  /** Line of each row in its file, the header being line 1; consecutive from 2 unless given. */
  readonly lineNumbers?: readonly number[] | undefined;
}

/** A row that no number of agents solves. */
export interface UnsolvedCase {
  readonly line: number;
  /** What forbids it: a target, `maxAgents` or `capacity`. */
  readonly limit: string;
  readonly reason: string;
}

/** The table with its results. */
export interface ErlangCasesAnswer {
  /** The columns as they came, `agents` if it was missing, then the results. */
  readonly columns: readonly string[];
  /** Cells as text; numbers at full double precision, a wait without bound as `Infinity`, results of unsolved rows empty. */
  readonly rows: readonly (readonly string[])[];
  readonly unsolved: readonly UnsolvedCase[];
  readonly provenance: Provenance;
}

/** Result columns in their order. */
const RESULTS: readonly (readonly [string, keyof QueueFigures])[] = [
  ['wait_probability', 'waitProbability'],
  ['service_level', 'serviceLevel'],
  ['asa_s', 'asaSeconds'],
  ['mean_wait_s', 'meanWaitSeconds'],
  ['abandonment', 'abandonment'],
  ['blocking', 'blocking'],
  ['occupancy', 'occupancy'],
  ['offered_erlangs', 'offeredLoad'],
  ['queue_length', 'queueLength'],
];

/**
 * Answers a table of queue cases: each row by Erlang B, C, A or a finite queue, or solved for its agents.
 *
 * Use for calculators and pipelines; the columns are those of the command `erlang`. Headers are read without regard to
 * case and spaces; unknown columns pass through unchanged, columns named like results are replaced. Blank rows are
 * dropped. A row with an empty `agents` and at least one target (`service_level_target`, `max_occupancy`,
 * `max_abandonment`, `max_asa_s`, `max_blocking`; optionally `max_agents`) is solved for the fewest whole agents. `handle_time_cv` and `patience_cv` of a row
 * A or C make it a general queue (`generalQueue`). A
 * queue in which nobody gives up and whose load reaches its agents has waits `Infinity`, service level 0.
 * Wrong cells are all reported at once as `row LINE, column NAME`. A row without a solution is a result.
 *
 * Units: as the column names say. Cost: about 2 µs a row; up to milliseconds for finite queues of a million places.
 *
 * @example answerErlangCases(['model', 'arrivals_per_hour', 'handle_time_s', 'agents'], [['C', '200', '180', '14']])
 */
export function answerErlangCases(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  options: ErlangCasesOptions = {},
  control?: RunControl,
): ErlangCasesAnswer {
  const definition = chosenDefinition(options);
  const quantiles = options.waitQuantiles ?? [];
  const positions = readHeader(columns);
  const issues: Issue[] = [];
  const unsolved: UnsolvedCase[] = [];
  const kept = columns.map((_, at) => at).filter((at) => !isResult(columns[at]!));
  const addAgents = !positions.has('agents');
  const answered: string[][] = [];
  rows.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (at % 256 === 0) checkpoint(control, at / rows.length, 'Answering cases');
    const line = options.lineNumbers?.[at] ?? at + 2;
    const extra = cells.findIndex((cell, place) => place >= columns.length && cell.trim() !== '');
    if (extra >= 0) {
      issues.push(
        issue('erlang.extra-cell', `row ${line}, column ${extra + 1}`, cells[extra], `${columns.length} cells`),
      );
    }
    const found = new CaseCells(cells, positions, line, issues);
    const outcome = answerRow(found, definition, options.shortAbandonSeconds, quantiles);
    if (outcome === null) return;
    if (!outcome.solved) unsolved.push({ line, limit: outcome.limit, reason: outcome.reason });
    const own = kept.map((place) => {
      const solvedAgents = outcome.solved && outcome.filled && place === positions.get('agents');
      return solvedAgents ? String(outcome.agents) : (cells[place] ?? '');
    });
    if (addAgents) own.push(outcome.solved ? String(outcome.agents) : '');
    const figures = RESULTS.map(([, name]) => (outcome.solved ? String(outcome.figures[name]) : ''));
    const waits = quantiles.map((_, place) => (outcome.solved ? String(outcome.waits[place]) : ''));
    answered.push([...own, ...figures, ...waits]);
  });
  if (issues.length > 0) throw new InputFault(issues);
  checkpoint(control, 1, 'Answering cases');
  const label = SERVICE_LEVEL_DEFINITIONS.find((entry) => entry.definition === definition)!.label;
  return {
    columns: [
      ...kept.map((at) => columns[at]!),
      ...(addAgents ? ['agents'] : []),
      ...RESULTS.map(([column]) => column),
      ...quantiles.map(quantileColumn),
    ],
    rows: answered,
    unsolved,
    provenance: provenance(`Erlang B, C, A and M/M/n/K, exact. Service level: ${label}.`),
  };
}

function isResult(column: string): boolean {
  const plain = plainName(column);
  return RESULTS.some(([name]) => name === plain) || /^wait_p[\d.]+_s$/.test(plain);
}

/** `wait_p90_s` for a share of 0.9. */
const quantileColumn = (share: number) => `wait_p${Number((share * 100).toPrecision(10))}_s`;

function chosenDefinition(options: ErlangCasesOptions): ServiceLevelDefinition {
  const issues: Issue[] = [];
  const text = options.serviceLevelDefinition ?? 'answeredOverOffered';
  const definition = parseServiceLevelDefinition(text);
  if (definition === null) {
    const names = SERVICE_LEVEL_DEFINITIONS.map((entry) => entry.definition).join(', ');
    issues.push(issue('erlang.unknown-definition', 'service-level', text, `one of ${names}`));
  }
  const short = options.shortAbandonSeconds;
  if (short !== undefined && !(short >= 0 && short <= 1e9)) {
    issues.push(issue('erlang.out-of-range', 'short-abandon', short, BOUNDS.seconds.allowed));
  }
  for (const share of options.waitQuantiles ?? []) {
    if (!(share >= 0 && share < 1))
      issues.push(issue('erlang.quantile', 'quantiles', share, 'shares from 0 to below 1'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  return definition!;
}

const KNOWN = new Set<string>(CASE_COLUMNS);
const NEEDED: readonly CaseColumn[] = ['model', 'arrivals_per_hour', 'handle_time_s'];

function readHeader(columns: readonly string[]): Map<string, number> {
  const positions = new Map<string, number>();
  const issues: Issue[] = [];
  columns.forEach((column, at) => {
    const plain = plainName(column);
    if (!KNOWN.has(plain)) return;
    if (positions.has(plain))
      issues.push(issue('erlang.repeated-column', `row 1, column ${plain}`, column, 'the column once'));
    positions.set(plain, at);
  });
  for (const column of NEEDED) {
    if (positions.has(column)) continue;
    issues.push(
      issue('erlang.missing-column', `row 1, column ${column}`, undefined, `a header with ${NEEDED.join(', ')}`),
    );
  }
  if (issues.length > 0) throw new InputFault(issues);
  return positions;
}

type Outcome =
  | {
      readonly solved: true;
      readonly filled: boolean;
      readonly agents: number;
      readonly figures: QueueFigures;
      readonly waits: readonly number[];
    }
  | { readonly solved: false; readonly limit: string; readonly reason: string };

/** Null where a cell is wrong; the issues then say which. */
function answerRow(
  cells: CaseCells,
  definition: ServiceLevelDefinition,
  shortAbandonSeconds: number | undefined,
  quantiles: readonly number[],
): Outcome | null {
  const model = cells.model();
  const arrivalsPerHour = cells.needed('arrivals_per_hour', BOUNDS.rate);
  const handleTimeSeconds = cells.needed('handle_time_s', BOUNDS.time);
  const agents = cells.number('agents', BOUNDS.agents);
  const patience =
    model === 'A' ? cells.needed('patience_s', BOUNDS.patience) : cells.number('patience_s', BOUNDS.patience);
  const targetSeconds = cells.number('target_s', BOUNDS.seconds);
  const hasSpread = model === 'A' || model === 'C';
  const spreads = {
    handleTimeCv: cells.number('handle_time_cv', hasSpread ? BOUNDS.handleSpread : BOUNDS.noSpread),
    patienceCv: cells.number('patience_cv', model === 'A' ? BOUNDS.patienceSpread : BOUNDS.noSpread),
  };
  const capacity = model === 'MMnK' ? cells.needed('capacity', BOUNDS.places) : 0;
  const targets: StaffingTargets = {
    targetSeconds,
    definition,
    shortAbandonSeconds,
    serviceLevel: cells.number('service_level_target', BOUNDS.share),
    maxOccupancy: cells.number('max_occupancy', BOUNDS.share),
    maxAbandonment: cells.number('max_abandonment', BOUNDS.share),
    maxAsaSeconds: cells.number('max_asa_s', BOUNDS.seconds),
    maxBlocking: cells.number('max_blocking', BOUNDS.share),
    maxAgents: cells.number('max_agents', BOUNDS.heads),
  };
  const { maxAgents: _cap, targetSeconds: _s, definition: _d, shortAbandonSeconds: _t, ...wanted } = targets;
  if (agents === undefined && Object.values(wanted).every((target) => target === undefined)) {
    cells.wrong('agents', 'a number of agents, or a service_level_target to solve for them');
    return null;
  }
  if (model === 'MMnK' && agents !== undefined && capacity < agents) cells.wrong('capacity', BOUNDS.places.allowed);
  const numbers = [
    arrivalsPerHour,
    handleTimeSeconds,
    agents,
    patience,
    targetSeconds,
    capacity,
    targets.maxAgents,
    spreads.handleTimeCv,
    spreads.patienceCv,
  ];
  const wrong = [...numbers, ...Object.values(wanted)].some((value) => Number.isNaN(value));
  if (model === null || wrong || (model === 'MMnK' && agents !== undefined && capacity < agents)) return null;

  const load = { arrivalsPerHour, handleTimeSeconds };
  const patienceSeconds = model === 'A' || model === 'MMnK' ? patience : undefined;
  const found =
    agents === undefined ? solveRow(model, { ...load, ...spreads, patienceSeconds }, capacity, targets) : null;
  if (found?.solved === false) return found;
  const staffed = found?.agents ?? agents!;
  const input = { ...load, agents: staffed, targetSeconds, definition, shortAbandonSeconds };
  const asked = { ...input, ...spreads, capacity, patienceSeconds };
  const figures = figuresFor(model, asked);
  const waits = quantiles.map((share) => waitOf(model, asked, share));
  return { solved: true, filled: found !== null, agents: staffed, figures, waits };
}

const isGeneral = ({ handleTimeCv = 1, patienceCv = 1 }: Spreads) => handleTimeCv !== 1 || patienceCv !== 1;

function figuresFor(model: CaseModel, input: FiniteQueueInput & Spreads): QueueFigures {
  if (isGeneral(input)) {
    return generalQueue({ ...input, patienceSeconds: input.patienceSeconds ?? Number.POSITIVE_INFINITY });
  }
  if (model === 'B') return erlangB(input);
  if (model === 'C') return erlangC(input);
  if (model === 'A') return erlangA({ ...input, patienceSeconds: input.patienceSeconds! });
  return finiteQueue(input);
}

/** Wait that a share of those let in does not exceed, until they are answered or give up. */
function waitOf(model: CaseModel, input: FiniteQueueInput & Spreads, share: number): number {
  if (model === 'B') return 0;
  const patienceSeconds = input.patienceSeconds ?? Number.POSITIVE_INFINITY;
  if (model !== 'MMnK' && !isGeneral(input)) return waitQuantile({ ...input, patienceSeconds }, share);
  const through = (targetSeconds: number) => {
    const asked = { ...input, targetSeconds, definition: 'answeredOrAbandonedOverOffered' as const };
    const { serviceLevel, blocking } = figuresFor(model, asked);
    return blocking < 1 ? serviceLevel / (1 - blocking) : 1;
  };
  if (through(LONGEST_WAIT) < share) return Number.POSITIVE_INFINITY;
  return quantileOfWait(through, share, Math.min(input.handleTimeSeconds, LONGEST_WAIT / 2), 1e-9);
}

/** Seconds; thresholds go no further. */
const LONGEST_WAIT = 1e9;

function solveRow(
  model: CaseModel,
  load: { arrivalsPerHour: number; handleTimeSeconds: number; patienceSeconds: number | undefined } & Spreads,
  capacity: number,
  targets: StaffingTargets,
): RequiredAgents {
  if (isGeneral(load)) return requiredAgentsGeneral(load, targets);
  if (model === 'B') return requiredTrunks(load, targets);
  return model === 'MMnK' ? requiredAgentsInFiniteQueue(load, capacity, targets) : requiredAgents(load, targets);
}
