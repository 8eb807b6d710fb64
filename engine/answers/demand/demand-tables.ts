import type { ChargeAnswer } from './charge-departments';
import type { DemandAnswer, PlannedStream } from './demand-result';

type Cell = string | number | null | undefined;

/** A table for a file: names of columns, and rows of plain cells. */
export interface DemandTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * A plan's demand as tables for files: by stream and week with a column for each step, by day, by reason, and by step.
 *
 * Use for CSV and workbooks, so that screen and command line write the same. Units: contacts, agent hours, seconds; full
 * precision. Cost: linear in the answer.
 */
export const demandTables = {
  weeks: (answer: DemandAnswer): DemandTable => ({
    columns: [
      'stream',
      'week',
      'from',
      ...stageColumns(answer),
      'contacts',
      'handle_time_s',
      'model_hours',
      'handling_hours',
    ],
    rows: weekRows(answer),
  }),
  days: (answer: DemandAnswer): DemandTable => ({
    columns: ['stream', 'day', 'model', 'contacts'],
    rows: dayRows(answer),
  }),
  reasons: (answer: DemandAnswer): DemandTable => ({
    columns: [
      'stream',
      'reason',
      'name',
      'department',
      'demand_kind',
      ...stageColumns(answer),
      'contacts',
      'model_hours',
      'handling_hours',
    ],
    rows: reasonRows(answer),
  }),
  steps: (answer: DemandAnswer): DemandTable => ({
    columns: ['id', 'name', 'stage', 'stream', 'figure', 'value', 'unit'],
    rows: stepRows(answer),
  }),
} as const;

/** Who causes contacts and what they cost, as a table. */
export function departmentTable({ departments, currency }: ChargeAnswer): DemandTable {
  return {
    columns: [
      'department',
      'contacts',
      'handling_hours',
      'cost',
      'failure_contacts',
      'failure_hours',
      'failure_cost',
      'currency',
    ],
    rows: departments.map((one) => [
      one.department,
      one.contacts,
      one.hours,
      one.cost,
      one.failureContacts,
      one.failureHours,
      one.failureCost,
      currency,
    ]),
  };
}

const stageColumns = ({ stages }: DemandAnswer) => stages.map((stage) => stage.replaceAll('-', '_'));

function weekOfDays(values: Float64Array, week: number): number {
  return values.subarray(week * 7, week * 7 + 7).reduce((sum, value) => sum + value, 0);
}

function* weekRows({ streams, weekLabels, days, stages }: DemandAnswer): Iterable<readonly Cell[]> {
  for (const stream of streams) {
    for (const [week, label] of weekLabels.entries()) {
      const change = (stage: number) => stream.steps[stage]!.contacts[week]!;
      yield [
        stream.id,
        label,
        days[week * 7],
        ...stages.map((stage, at) => (stage === 'model' ? weekOfDays(stream.model, week) : change(at))),
        weekOfDays(stream.contacts, week),
        secondsOf(stream, week),
        stream.modelHours[week],
        stream.hours[week],
      ];
    }
  }
}

function secondsOf({ handleTimeSeconds }: PlannedStream, week: number): number | null {
  const seconds = handleTimeSeconds[week]!;
  return Number.isNaN(seconds) ? null : seconds;
}

function* dayRows({ streams, days }: DemandAnswer): Iterable<readonly Cell[]> {
  for (const { id, model, contacts } of streams) {
    for (const [at, day] of days.entries()) yield [id, day, model[at], contacts[at]];
  }
}

function* reasonRows({ reasons }: DemandAnswer): Iterable<readonly Cell[]> {
  for (const row of reasons) {
    yield [
      row.stream,
      row.reason,
      row.name,
      row.department,
      row.demandKind,
      ...row.byStage.map(({ contacts }) => contacts),
      row.contacts,
      row.modelHours,
      row.hours,
    ];
  }
}

function* stepRows({ steps }: DemandAnswer): Iterable<readonly Cell[]> {
  for (const { id, name, stage, contacts, hours, byStream, figures } of steps) {
    yield [id, name, stage, null, 'change of contacts', contacts, 'contacts'];
    yield [id, name, stage, null, 'change of handling hours', hours, 'agent hours'];
    for (const one of byStream) {
      yield [id, name, stage, one.id, 'change of contacts', one.contacts, 'contacts'];
      yield [id, name, stage, one.id, 'change of handling hours', one.hours, 'agent hours'];
    }
    for (const figure of figures) yield [id, name, stage, null, figure.name, figure.value, figure.unit];
  }
}
