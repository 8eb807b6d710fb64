import {
  CALCULATIONS,
  type Calculation,
  type CalculationInput,
  type CalculationTable,
  type InputCell,
  STAFF_TABLE,
} from '../../../engine/answers';
import { choiceField, type Field, type Spec, writeView } from '../../address';

/** Every calculation beyond one queue, as the navigation names them. */
const ALL: readonly Calculation[] = [...CALCULATIONS, STAFF_TABLE as unknown as Calculation];

export const BEYOND = ALL.map(({ name, title }) => ({ value: name, label: title }));

const ABOUT = ['queue', ...BEYOND.map(({ value }) => value)];

/** What the calculator is about. */
export const aboutView = { about: choiceField(ABOUT, 'queue') } as const;

export const calculationNamed = (name: string): Calculation | undefined => ALL.find((one) => one.name === name);

/** The query that opens a calculation with its example. */
export const queryOf = (name: string): string => writeView(aboutView, { about: name });

/** A number, an empty field, or nothing said: then the usual holds. */
type Written = number | 'none' | null;

const numberOrNone: Field<Written> = {
  fallback: null,
  read: (text) => {
    if (text === null || text.trim() === '') return null;
    if (text === 'none') return 'none';
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
  },
  write: (value) => (value === null ? null : String(value)),
};

export type Rows = readonly (readonly InputCell[])[];

/** The longest table that fits into a link. */
export const LONGEST_ROWS = 12_000;

/** Rows in an address: cells parted by `_`, rows by `*`; both stand unescaped in a query. */
export function writeRows(rows: Rows): string {
  const cell = (value: InputCell) =>
    value === null
      ? ''
      : typeof value === 'number'
        ? String(value)
        : encodeURIComponent(value).replace(/[_*]/g, (sign) => (sign === '_' ? '%5F' : '%2A'));
  return rows.map((row) => row.map(cell).join('_')).join('*');
}

export function readRows(text: string, { columns }: CalculationTable): Rows | null {
  if (text === '' || text.length > LONGEST_ROWS) return null;
  try {
    return text.split('*').map((line) => {
      const cells = line.split('_');
      return columns.map((column, at): InputCell => {
        const cell = cells[at] ?? '';
        if (cell === '') return null;
        return column.text ? decodeURIComponent(cell) : Number(cell);
      });
    });
  } catch {
    return null;
  }
}

/** A calculation's parameters: what it is about, its numbers as typed (per cents, not shares), its words, its rows. */
export function specOf(calculation: Calculation): Spec {
  const spec: Record<string, Field<unknown>> = { about: choiceField(ABOUT, 'queue') };
  for (const { option } of Object.values(calculation.fields)) spec[option] = numberOrNone;
  for (const { option, choices } of Object.values(calculation.choices)) {
    spec[option] = choiceField(
      choices.map(({ value }) => value),
      choices[0]?.value ?? '',
    );
  }
  const { table } = calculation;
  if (table) {
    spec.rows = {
      fallback: null,
      read: (text) => (text === null ? null : readRows(text, table)),
      write: (rows) => (rows === null ? null : writeRows(rows as Rows)),
    } satisfies Field<Rows | null>;
  }
  return spec;
}

export type View = Readonly<Record<string, unknown>>;

/** A field's number as it is typed; null where the field is empty. */
export function typedValue(calculation: Calculation, name: string, view: View): number | null {
  const field = calculation.fields[name];
  if (!field) return null;
  const written = view[field.option] as Written;
  if (typeof written === 'number') return written;
  if (written === 'none' && field.empty !== undefined) return null;
  return field.usual === null ? null : field.unit === '%' ? inPercent(field.usual) : field.usual;
}

export const inPercent = (share: number): number => Number((share * 100).toPrecision(15));

/** The question as the engine takes it. */
export function inputOf(calculation: Calculation, view: View): CalculationInput {
  const fields: Record<string, number | string | null> = {};
  for (const [name, { unit }] of Object.entries(calculation.fields)) {
    const value = typedValue(calculation, name, view);
    fields[name] = value !== null && unit === '%' ? value / 100 : value;
  }
  for (const [name, { option }] of Object.entries(calculation.choices)) fields[name] = String(view[option]);
  const rows = view.rows as Rows | null | undefined;
  return { fields, ...(rows ? { rows } : {}) };
}
