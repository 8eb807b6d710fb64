import {
  answerCalculation,
  answerDemand,
  answerOverview,
  type CalculationInput,
  type CoverOptions,
  calculateQueue,
  chargeDepartments,
  checkPlan,
  compareMixes,
  comparePlaybooks,
  demandByCalendar,
  explainRequirement,
  type FollowOptions,
  type ForecastHistoryOptions,
  followContacts,
  forecastForStream,
  forecastHistory,
  type HeadcountOptions,
  type HireOptions,
  type HistoryGrid,
  type KeepAs,
  keptHistory,
  type LuckOptions,
  layersOf,
  luckBands,
  type MixOptions,
  measureConcentration,
  overlayHistory,
  type PlaybookOptions,
  planHeadcount,
  planHires,
  previewDrivers,
  type QueueCalculatorInput,
  type SimulateContactsOptions,
  type StaffingModel,
  type StaffOptions,
  type StaffTableAnswer,
  type StressOptions,
  type SweepOptions,
  shiftCover,
  simulateContacts,
  staffIntervals,
  staffTable,
  staffTableColumns,
  staffTableRows,
  stressPlan,
  sweepOutages,
  trackBacklog,
  withLayers,
} from '../../engine/answers';
import { type History, type Plan, planHash, readPlan, readPlanText } from '../../engine/plan';
import { highsSolver } from '../../engine/stats';
import type { RunControl } from '../../engine/units';
import { csvText } from '../format';
import { type FileToRead, previewFile } from './import-file';

/** A question put to the engine: the plan asked about, what else it needs, and how to report or be stopped. */
export type PlanQuestion = (plan: Plan, options: unknown, control: RunControl) => unknown;

/** Everything that a screen can ask, each answered by one function of the engine's front door. */
export const questions = {
  overview: (plan: Plan, _options: null, control: RunControl) => answerOverview(plan, control),
  stress: (plan: Plan, options: StressOptions, control: RunControl) => stressPlan(plan, options, control),
  /** What a disruption does, without the curves: small enough to ask for many. */
  impact: (plan: Plan, options: { readonly disruption: string }, control: RunControl) => {
    const { cases, provenance } = stressPlan(plan, { disruptions: [options.disruption] }, control);
    return { cases: cases.map(({ id, name, impact }) => ({ id, name, impact })), provenance };
  },
  /** What playbooks buy; of their runs only what the curves need. */
  playbooks: (plan: Plan, options: PlaybookOptions, control: RunControl) => {
    const { base: _base, without, playbooks, ...rest } = comparePlaybooks(plan, options, control);
    return {
      ...rest,
      without: { impact: without.impact },
      playbooks: playbooks.map(({ run, ...book }) => ({
        ...book,
        daily: run.daily,
        streams: run.streams.map(({ id, daily }) => ({ id, daily })),
      })),
    };
  },
  /** Some days contact by contact: a range of replications, to be joined with others. */
  simulate: (plan: Plan, options: SimulateContactsOptions, control: RunControl) =>
    simulateContacts(plan, options, control),
  /** The lives of single contacts of such a simulation. */
  follow: (plan: Plan, options: FollowOptions, control: RunControl) => followContacts(plan, options, control),
  /** What busy and quiet days make of a disruption. */
  luck: (plan: Plan, options: LuckOptions, control: RunControl) => luckBands(plan, options, control),
  mixes: (plan: Plan, options: MixOptions, control: RunControl) => compareMixes(plan, options, control),
  concentration: (plan: Plan, _options: null, control: RunControl) => measureConcentration(plan, control),
  sweep: (plan: Plan, options: SweepOptions, control: RunControl) => sweepOutages(plan, options, control),
  staff: (plan: Plan, options: StaffOptions, control: RunControl) => staffIntervals(plan, options, control),
  headcount: (plan: Plan, options: HeadcountOptions, control: RunControl) => planHeadcount(plan, options, control),
  /** Whom to hire when; the solver is loaded with the first question. */
  hires: async (plan: Plan, options: HireOptions, control: RunControl) =>
    planHires(plan, options, await highsSolver(), control),
  cover: async (plan: Plan, options: CoverOptions, control: RunControl) =>
    shiftCover(plan, options, await highsSolver(), control),
  /** Work that can wait: backlog and age by day over the plan. */
  backlog: (plan: Plan, _options: null, control: RunControl) => trackBacklog(plan, control),
  requirement: (plan: Plan, options: RequirementOptions, control: RunControl) =>
    explainRequirement(plan, options, control),
  /** One queue, and the same if nobody gave up, to compare with; it needs no plan. */
  calculate: (_plan: Plan, options: QueueCalculatorInput) => {
    const { patienceSeconds, maxAbandonment: _cap, ...patient } = options;
    const impatient = typeof patienceSeconds === 'number' && Number.isFinite(patienceSeconds);
    return { answer: calculateQueue(options), patient: impatient ? calculateQueue(patient) : null };
  },
  /** A planner's question beyond one queue; it needs no plan. */
  calculation: (
    _plan: Plan,
    { name, input }: { readonly name: string; readonly input: CalculationInput },
    control: RunControl,
  ) => answerCalculation(name, input, control),
  /** A whole table of contacts, staffed; the file is read where it is worked on. */
  table: async (_plan: Plan, { file, input }: TableOptions, control: RunControl) =>
    staffTable(await bytesOf(file), input, control).answer,
  /** The same with the agents of every interval, as a CSV file. */
  tableFile: async (_plan: Plan, { file, input }: TableOptions, control: RunControl) =>
    csvFile(staffTable(await bytesOf(file), input, control)),
  /** What a file holds, before any of it lands in the plan. */
  preview: (_plan: Plan, options: FileToRead, control: RunControl) => previewFile(options, control),
  /** Series of a file as a plan keeps them. */
  keep: (_plan: Plan, options: { readonly series: readonly (KeepAs & { readonly grid: HistoryGrid })[] }) =>
    options.series.map(({ grid, ...as }) => keptHistory(grid, as)),
  /** An upload laid over a history of the plan, with what it would change. */
  overlay: (plan: Plan, options: KeepAs & { readonly history: string; readonly grid: HistoryGrid }) =>
    overlayHistory(historyOf(plan, options.history), keptHistory(options.grid, options)),
  /** What each upload of a history changes in those below it. */
  layers: (plan: Plan, options: { readonly history: string }) => {
    const history = historyOf(plan, options.history);
    return withLayers(history, layersOf(history)).differences;
  },
  /** A history with its uploads lifted, put back, moved or left out. */
  arrange: (
    plan: Plan,
    options: { readonly history: string; readonly layers: readonly { readonly id: string; readonly isOn: boolean }[] },
  ) => {
    const history = historyOf(plan, options.history);
    const known = new Map(layersOf(history).map((layer) => [layer.id, layer]));
    return withLayers(
      history,
      options.layers.flatMap(({ id, isOn }) => {
        const layer = known.get(id);
        return layer ? [{ ...layer, isOn }] : [];
      }),
    ).history;
  },
  forecast: (_plan: Plan, options: ForecastHistoryOptions, control: RunControl) => forecastHistory(options, control),
  /** A history forecast for the plan's horizon, as a stream's demand. */
  forecastForStream: (plan: Plan, options: Parameters<typeof forecastForStream>[1], control: RunControl) =>
    forecastForStream(plan, options, control),
  /** What a formula over drivers gives, week by week, while it is being written. */
  drivers: (_plan: Plan, options: Parameters<typeof previewDrivers>[0]) => previewDrivers(options),
  /** The plan's contacts by month, period or quarter of a planning calendar. */
  calendarDemand: (plan: Plan, options: Parameters<typeof demandByCalendar>[1]) => demandByCalendar(plan, options),
  /** What moves the plan's demand away from its models, and who causes it. */
  demand: (plan: Plan, _options: null, control: RunControl) => answerDemand(plan, control),
  departments: (plan: Plan, _options: null, control: RunControl) => chargeDepartments(plan, control),
  /** What is wrong with the plan, and what may surprise its author. */
  check: (plan: Plan, _options: null) => checkPlan(plan),
  /** Whether two documents are the same plan. */
  same: (_plan: Plan, options: { readonly a: unknown; readonly b: unknown }) =>
    planHash(readPlan(options.a)) === planHash(readPlan(options.b)),
  /** An unknown document, or its JSON text, as a plan of the newest form. */
  read: (_plan: Plan, options: { readonly document?: unknown; readonly text?: string }) =>
    options.text === undefined ? readPlan(options.document) : readPlanText(options.text),
};

function historyOf(plan: Plan, id: string): History {
  const history = plan.histories.find((one) => one.id === id);
  if (!history) throw new Error(`The plan has no history "${id}".`);
  return history;
}

interface RequirementOptions {
  readonly stream: string;
  readonly day: string;
  readonly intervalOfDay: number;
  readonly model: StaffingModel;
  readonly definition?: StaffOptions['definition'];
  readonly uncertainty?: StaffOptions['uncertainty'];
}

interface TableOptions {
  readonly file: Blob;
  readonly input: CalculationInput;
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** Agents by interval as a file, put together in pieces: the whole may be longer than a text can be. */
function csvFile(staffed: StaffTableAnswer): Blob {
  const parts: string[] = ['\uFEFF', csvText([staffTableColumns(staffed)])];
  let rows: (string | number)[][] = [];
  for (const row of staffTableRows(staffed)) {
    if (rows.push(row) < 500) continue;
    parts.push(csvText(rows));
    rows = [];
  }
  parts.push(csvText(rows));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

export type QuestionName = keyof typeof questions;
export type OptionsOf<Name extends QuestionName> = Parameters<(typeof questions)[Name]>[1];
export type AnswerOf<Name extends QuestionName> = Awaited<ReturnType<(typeof questions)[Name]>>;
