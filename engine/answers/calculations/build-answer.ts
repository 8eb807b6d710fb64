import type { Explanation } from '../results';
import type { CalculatedFigure, Calculation, CalculationUnit, Choices, Fields } from './calculation';

type Input = Explanation['inputs'][number];

/** Units in the words of an explanation. */
export const UNIT_WORDS: Readonly<Record<CalculationUnit, string>> = {
  '': '',
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  '%': 'share',
  money: 'money',
  contacts: 'contacts',
  agents: 'agents',
};

/** Keeps the exact types of fields and choices while it checks them. */
export function defineCalculation<const F extends Fields, const C extends Choices>(
  calculation: Calculation<F, C>,
): Calculation<F, C> {
  return calculation;
}

/** A figure that is computed and goes into another. */
export function computedInput(name: string, value: number, unit: CalculationUnit, source: string): Input {
  return { name, value, unit: UNIT_WORDS[unit], source, grade: 'computed' };
}

/** A figure with its explanation. */
export function explainedFigure(
  name: string,
  label: string,
  value: number | null,
  unit: CalculationUnit,
  detail: string,
  tree: { readonly formula: string; readonly method: string; readonly inputs: readonly Input[] },
): CalculatedFigure {
  const explanation =
    value === null || !Number.isFinite(value) ? null : { label, value, unit: UNIT_WORDS[unit], ...tree };
  return { name, label, value: value !== null && Number.isFinite(value) ? value : null, unit, detail, explanation };
}

/** Per cent for sentences: one decimal at most. */
export const percentWords = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

/** A number for sentences: three figures, or whole when large. */
export function numberWords(value: number): string {
  if (!Number.isFinite(value)) return 'without bound';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** A number, or null where there is none. */
export const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
