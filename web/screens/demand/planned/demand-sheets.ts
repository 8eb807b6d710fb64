import {
  type ChargeAnswer,
  type DemandAnswer,
  type DemandTable,
  demandTables,
  departmentTable,
} from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { type Cell, gradeLabel, type PlainSheet } from '../../../format';
import { changeWords } from './override-actions';
import { scopeWords } from './selection';

type Table = readonly (readonly Cell[])[];

/** Contacts by stream and week with every step between model and agents, in the columns that the command line writes. */
export function demandRows(answer: DemandAnswer): Table {
  return rowsOf(demandTables.weeks(answer));
}

/** A plan's demand as sheets: the command line's tables, then overrides, and the assumptions behind it all. */
export function demandSheets(plan: Plan, answer: DemandAnswer, charge: ChargeAnswer | null): readonly PlainSheet[] {
  return [
    { name: 'Weeks', rows: demandRows(answer) },
    { name: 'Days', rows: rowsOf(demandTables.days(answer)) },
    { name: 'Reasons', rows: rowsOf(demandTables.reasons(answer)) },
    { name: 'Steps', rows: rowsOf(demandTables.steps(answer)) },
    ...(charge ? [{ name: 'Departments', rows: rowsOf(departmentTable(charge)) }] : []),
    { name: 'Overrides', rows: overrideRows(plan, answer) },
    { name: 'Assumptions', rows: assumptionRows(plan) },
    { name: 'About', rows: aboutRows(plan, answer) },
  ];
}

function rowsOf({ columns, rows }: DemandTable): Table {
  return [columns, ...rows];
}

function overrideRows(plan: Plan, answer: DemandAnswer): Table {
  return [
    ['from', 'until', 'of', 'change', 'before it', 'with it', 'unit', 'who', 'why', 'on', 'contacts when it was made'],
    ...(plan.overrides ?? []).map((one) => {
      const figures = answer.steps.find(({ id, stage }) => stage === 'overrides' && id === one.id)?.figures ?? [];
      const figure = (name: string) => figures.find((entry) => entry.name === name);
      return [
        one.from,
        one.until,
        scopeWords(plan, one.scope),
        changeWords(one),
        figure('before it')?.value,
        figure('with it')?.value,
        figure('with it')?.unit,
        one.author,
        one.reason,
        one.on ? 'on' : 'off',
        one.contactsThen,
      ];
    }),
  ];
}

const MODELS: Readonly<Record<Plan['streams'][number]['demand']['kind'], string>> = {
  seasonal: 'a typical week times the season, growing',
  weekly: 'contacts by week, as forecast or typed',
  drivers: 'a formula over drivers',
};

function assumptionRows(plan: Plan): Table {
  const trust = ({ source, grade }: { readonly source?: string | undefined; readonly grade?: string | undefined }) => [
    source ?? 'not stated',
    grade ? gradeLabel(grade) : 'not stated',
  ];
  return [
    ['what', 'name', 'value', 'source', 'grade', 'on', 'note'],
    ...plan.streams.flatMap((stream): Table => {
      const { name, demand, handleTime } = stream;
      return [
        ['contacts', name, MODELS[demand.kind], ...trust(demand)],
        ['handle time, seconds', name, handleTime.meanSeconds, ...trust(handleTime)],
        ...(demand.kind === 'drivers'
          ? [
              ['formula', name, demand.formula, ...trust(demand)],
              ...demand.drivers.map((driver) => [
                `driver ${driver.id}${driver.unit ? `, ${driver.unit}` : ''}`,
                driver.name,
                typeof driver.values === 'number' ? driver.values : driver.values.join('; '),
                ...trust(driver),
              ]),
            ]
          : []),
      ];
    }),
    ...(plan.events ?? []).map((one) => [
      one.kind,
      one.name,
      one.startDate,
      ...trust(one),
      one.on ? 'on' : 'off',
      one.note,
    ]),
    ...(plan.measures ?? []).map((one) => [
      one.kind,
      one.name,
      'startDate' in one ? one.startDate : null,
      ...trust(one),
      one.on ? 'on' : 'off',
      one.note,
    ]),
  ];
}

function aboutRows(plan: Plan, { provenance }: DemandAnswer): Table {
  return [
    ['What', 'Value'],
    ['Plan', plan.name],
    ['From', plan.calendar.startDate],
    ['Weeks', plan.calendar.weeks],
    ['Method', provenance.method],
    ['Engine', provenance.engineVersion],
    ['Fingerprint of the plan', provenance.planHash],
    ['Time zones', provenance.zoneEdition],
    ...provenance.warnings.map((warning) => ['Beware', warning]),
  ];
}
