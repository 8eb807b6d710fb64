import { buildGrid, dateOfDay, type Grid } from '../../calendar';
import { DEMAND_STAGES, type LedgerItem, type PlannedDemand, planDemand, weightedContacts } from '../../demand';
import { effectiveHandleHours } from '../../footprint';
import { contentHash, type Plan, planHash } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { planWeekLabels } from '../labels';
import { provenance } from '../provenance';
import { Recent } from '../recent';
import type { DemandAnswer, PlannedReason, PlannedStep, PlannedStream } from './demand-result';

const METHOD =
  'each stream’s model, then events, measures by kind and overrides, by reason and day; hours are contacts × handle time of an agent';

/** Demand lately taken apart, by all that it depends on. */
const known = new Recent<{ readonly demand: PlannedDemand; readonly grid: Grid }>(3);

/** A plan's demand with its ledger, kept by content. */
export function demandOf(plan: Plan): { readonly demand: PlannedDemand; readonly grid: Grid; readonly ground: string } {
  const { calendar, markets, streams, reasons, events, measures, overrides } = plan;
  const key = contentHash([calendar, markets, streams, reasons, events ?? [], measures ?? [], overrides ?? []]);
  const found = known.of(key, () => {
    const { startDate, weeks, intervalMinutes, zone } = calendar;
    const grid = buildGrid({ startDate, weeks, intervalMinutes, zone });
    return { demand: planDemand(plan, grid), grid };
  });
  return { ...found, ground: key };
}

/**
 * What moves a plan's demand away from its models, and by how much: each event, measure and override, by stream, week and
 * reason, in contacts and in hours of work.
 *
 * Use to show and to export; staffing and simulation take the same demand by themselves. Model + all steps = contacts.
 *
 * Units: contacts, agent hours. Cost: that of the demand, a fraction of a second for a year and a half of 15 streams.
 */
export function answerDemand(plan: Plan, control?: RunControl): DemandAnswer {
  checkpoint(control, 0, 'demand by day');
  const { demand, grid, ground } = demandOf(plan);
  const handleHours = plan.streams.map(effectiveHandleHours);
  const streams = plan.streams.map((_, at) => plannedStream(demand, grid, at, handleHours[at]!));
  const steps = demand.ledger.items.map((item) => plannedStep(plan, grid, item, handleHours));
  const reasons = reasonRows(demand, handleHours);
  const add = (figure: 'modelContacts' | 'contacts' | 'modelHours' | 'hours') =>
    reasons.reduce((sum, row) => sum + row[figure], 0);
  checkpoint(control, 1, 'demand by day');
  return {
    ground,
    stages: DEMAND_STAGES,
    days: Array.from({ length: grid.dayStarts.length - 1 }, (_, day) => dateOfDay(grid.startDay + day)),
    weekLabels: planWeekLabels(plan),
    streams,
    steps,
    reasons,
    total: {
      modelContacts: add('modelContacts'),
      contacts: add('contacts'),
      modelHours: add('modelHours'),
      hours: add('hours'),
    },
    provenance: provenance(METHOD, {
      planHash: planHash(plan),
      warnings: steps.flatMap(({ name, warnings }) => warnings.map((warning) => `${name}: ${warning}`)),
    }),
  };
}

function plannedStream({ book, ledger, arrivals }: PlannedDemand, grid: Grid, at: number, each: number): PlannedStream {
  const { stream, model } = book.streams[at]!;
  const planned = arrivals[at]!;
  const contactsByWeek = sumBy(planned.contacts, grid.weekStarts);
  const work = sumBy(weightedContacts(planned), grid.weekStarts);
  const hours = (values: Float64Array) => values.map((value) => value * each);
  return {
    id: stream.id,
    name: stream.name,
    market: stream.market,
    channel: stream.channel,
    language: stream.language,
    model: sumBy(model.contacts, grid.dayStarts),
    contacts: sumBy(planned.contacts, grid.dayStarts),
    modelHours: hours(sumBy(model.contacts, grid.weekStarts)),
    hours: hours(work),
    handleTimeSeconds: contactsByWeek.map((contacts, week) =>
      contacts > 0 ? (stream.handleTime.meanSeconds * work[week]!) / contacts : Number.NaN,
    ),
    steps: DEMAND_STAGES.map((stage) => {
      const contacts = new Float64Array(grid.weeks);
      const stageWork = new Float64Array(grid.weeks);
      for (const item of ledger.items) {
        if (item.stage !== stage) continue;
        for (const entry of item.streams) {
          if (entry.at !== at) continue;
          addWeeks(contacts, entry.contacts);
          addWeeks(stageWork, entry.work);
        }
      }
      return { contacts, hours: hours(stageWork) };
    }),
  };
}

function plannedStep(plan: Plan, grid: Grid, item: LedgerItem, handleHours: readonly number[]): PlannedStep {
  const byWeek = new Float64Array(grid.weeks);
  const hoursByWeek = new Float64Array(grid.weeks);
  const byStream = item.streams.map(({ at, contacts, work }) => {
    const hours = work.map((value) => value * handleHours[at]!);
    addWeeks(byWeek, contacts);
    addWeeks(hoursByWeek, hours);
    return { id: plan.streams[at]!.id, contacts: sum(contacts), hours: sum(hours) };
  });
  const { id, name, stage, figures, warnings } = item;
  return {
    id,
    name,
    stage,
    contacts: sum(byWeek),
    hours: sum(hoursByWeek),
    byWeek,
    hoursByWeek,
    byStream,
    figures,
    warnings,
  };
}

function reasonRows({ book, ledger }: PlannedDemand, handleHours: readonly number[]): PlannedReason[] {
  return book.streams.flatMap(({ stream, model, lines, at }) => {
    const modelled = sum(model.contacts);
    return lines.map(({ reason, share, pace }, line): PlannedReason => {
      const start = { contacts: modelled * share, hours: modelled * share * pace * handleHours[at]! };
      const byStage = DEMAND_STAGES.map((stage) => {
        if (stage === 'model') return start;
        const own = ledger.items
          .filter((item) => item.stage === stage)
          .flatMap((item) => item.lines.filter((entry) => entry.at === at && entry.line === line));
        return {
          contacts: own.reduce((total, entry) => total + entry.contacts, 0),
          hours: own.reduce((total, entry) => total + entry.work, 0) * handleHours[at]!,
        };
      });
      const end = (figure: 'contacts' | 'hours') => byStage.reduce((total, entry) => total + entry[figure], 0);
      return {
        stream: stream.id,
        reason: reason?.id ?? null,
        name: reason?.name ?? 'No reasons stated',
        department: reason?.department ?? null,
        demandKind: reason?.demandKind ?? null,
        modelContacts: start.contacts,
        modelHours: start.hours,
        // A line that is wholly taken out ends a rounding error off zero.
        contacts: Math.max(0, end('contacts')),
        hours: Math.max(0, end('hours')),
        byStage,
      };
    });
  });
}

const sum = (values: ArrayLike<number>) => {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += values[at]!;
  return total;
};

/** Sums between some starts, of which the last is the end. */
function sumBy(values: Float64Array, starts: Int32Array): Float64Array {
  return Float64Array.from({ length: starts.length - 1 }, (_, at) => sum(values.subarray(starts[at], starts[at + 1])));
}

function addWeeks(weeks: Float64Array, byDay: Float64Array): void {
  byDay.forEach((value, day) => {
    weeks[Math.floor(day / 7)]! += value;
  });
}
