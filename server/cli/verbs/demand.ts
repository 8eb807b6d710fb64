import {
  answerDemand,
  type ChargeAnswer,
  chargeDepartments,
  type DemandAnswer,
  type PlannedStream,
} from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const TABLES = ['weeks', 'days', 'reasons', 'steps', 'departments'] as const;

const ABOUT = `A plan's demand from its models to what agents get: events, measures by kind, and people's overrides, in the order
of the columns, each counted after those before it. Contacts are first attempts; hours are handling hours of agents.
--by weeks gives a line a stream and week (the usual), days contacts by day, reasons the waterfall by reason over the
horizon, steps what each event, measure and override does, departments who causes contacts and what they cost.`;

export const demand: Verb = {
  usage: 'demand PLAN.json',
  about: ABOUT,
  options: {
    by: { type: 'string', value: 'NAME', help: `lines of the CSV: ${TABLES.join(', ')} (weeks)` },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const by = options.choice('by', TABLES) ?? 'weeks';
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const answer = answerDemand(plan, control);
    if (form === 'json') await writeJson(around, { ...answer, departments: chargeDepartments(plan, control) });
    else if (by === 'departments')
      await writeCsv(around, DEPARTMENT_COLUMNS, departmentRows(chargeDepartments(plan, control)));
    else {
      const { columns, rows } = tables[by](answer);
      await writeCsv(around, columns, rows);
    }
    control.clear();
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};

interface Table {
  readonly columns: string[];
  readonly rows: Iterable<Cell[]>;
}

const tables: Readonly<Record<Exclude<(typeof TABLES)[number], 'departments'>, (answer: DemandAnswer) => Table>> = {
  weeks: (answer) => ({
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
  days: (answer) => ({ columns: ['stream', 'day', 'model', 'contacts'], rows: dayRows(answer) }),
  reasons: (answer) => ({
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
  steps: (answer) => ({
    columns: ['id', 'name', 'stage', 'stream', 'figure', 'value', 'unit'],
    rows: stepRows(answer),
  }),
};

const stageColumns = ({ stages }: DemandAnswer) => stages.map((stage) => stage.replaceAll('-', '_'));

function weekOfDays(values: Float64Array, week: number): number {
  return values.subarray(week * 7, week * 7 + 7).reduce((sum, value) => sum + value, 0);
}

function* weekRows({ streams, weekLabels, days, stages }: DemandAnswer): Iterable<Cell[]> {
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

function* dayRows({ streams, days }: DemandAnswer): Iterable<Cell[]> {
  for (const { id, model, contacts } of streams) {
    for (const [at, day] of days.entries()) yield [id, day, model[at], contacts[at]];
  }
}

function* reasonRows({ reasons }: DemandAnswer): Iterable<Cell[]> {
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

function* stepRows({ steps }: DemandAnswer): Iterable<Cell[]> {
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

const DEPARTMENT_COLUMNS = [
  'department',
  'contacts',
  'handling_hours',
  'cost',
  'failure_contacts',
  'failure_hours',
  'failure_cost',
  'currency',
];

function* departmentRows({ departments, currency }: ChargeAnswer): Iterable<Cell[]> {
  for (const one of departments) {
    yield [
      one.department,
      one.contacts,
      one.hours,
      one.cost,
      one.failureContacts,
      one.failureHours,
      one.failureCost,
      currency,
    ];
  }
}
