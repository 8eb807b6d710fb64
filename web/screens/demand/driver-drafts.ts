import type { Demand, DriverDemand } from '../../../engine/plan';
import { parseNumber } from '../../format';

type ByDrivers = Extract<Demand, { kind: 'drivers' }>;
type Driver = ByDrivers['drivers'][number];

/** A driver as it is being typed. */
export interface DriverDraft {
  /** Tells rows apart while their names change. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** One number, or one for each week, as typed or pasted. */
  readonly values: string;
  readonly source: string;
  readonly grade: NonNullable<Driver['grade']> | '';
}

export interface FormulaDraft {
  readonly formula: string;
  readonly drivers: readonly DriverDraft[];
}

/** A stream's demand as the beginning of a formula: as it is, or the contacts of today as the only driver. */
export function draftOf(demand: Demand): FormulaDraft {
  if (demand.kind === 'drivers') return { formula: demand.formula, drivers: demand.drivers.map(driverDraft) };
  const { source, grade } = demand;
  const about = { ...(source === undefined ? {} : { source }), ...(grade === undefined ? {} : { grade }) };
  const driver: Driver =
    demand.kind === 'seasonal'
      ? { id: 'typical_week', name: 'Contacts of a typical week', values: demand.contactsPerWeek, ...about }
      : { id: 'forecast', name: 'Contacts forecast', values: demand.contactsByWeek, ...about };
  return { formula: driver.id, drivers: [driverDraft({ ...driver, unit: 'contacts a week' }, 0)] };
}

export const emptyDriver = (key: string): DriverDraft => ({
  key,
  id: '',
  name: '',
  unit: '',
  values: '',
  source: '',
  grade: '',
});

function driverDraft(driver: Driver, at: number): DriverDraft {
  const { id, name, unit = '', values, source = '', grade = '' } = driver;
  return { key: `${at}`, id, name, unit, values: valuesText(values), source, grade };
}

/** Numbers as the reader's locale writes them, exactly, without grouping; weeks a line each. */
function valuesText(values: number | readonly number[]): string {
  const write = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 17, useGrouping: false });
  return typeof values === 'number' ? write.format(values) : values.map((value) => write.format(value)).join('\n');
}

/** Numbers from a cell or a pasted column, or the piece that is none. A lone number holds in every week. */
export function readValues(
  text: string,
  locale?: string,
): { readonly values: number | readonly number[] } | { readonly wrong: string } {
  const pieces = text.split(/[\s;]+/).filter((piece) => piece !== '');
  const numbers: number[] = [];
  for (const piece of pieces) {
    const value = parseNumber(piece, locale);
    if (value === null) return { wrong: piece };
    numbers.push(value);
  }
  if (numbers.length === 0) return { wrong: 'nothing' };
  return { values: numbers.length === 1 ? numbers[0]! : numbers };
}

/** The draft as the engine takes it; null while a driver's numbers can't be read. */
export function demandOf(draft: FormulaDraft): (DriverDemand & Pick<ByDrivers, 'drivers'>) | null {
  const drivers: Driver[] = [];
  for (const { id, name, unit, values, source, grade } of draft.drivers) {
    const read = readValues(values);
    if ('wrong' in read) return null;
    drivers.push({
      id,
      name: name.trim() || id,
      values: typeof read.values === 'number' ? read.values : [...read.values],
      ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
      ...(source.trim() === '' ? {} : { source: source.trim() }),
      ...(grade === '' ? {} : { grade }),
    });
  }
  return { formula: draft.formula.trim(), drivers };
}
