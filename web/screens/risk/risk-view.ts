import type { RiskFigure, RiskOptions } from '../../../engine/answers';
import { choiceField, numberField } from '../../address';
import { formatCount, formatMoney } from '../../format';

/** How many years can be asked for. */
export const YEARS = ['40', '100', '200', '500', '1000', '2000'] as const;

export const RISK_VIEW = {
  figure: choiceField(['contactsLost', 'valueLost', 'cost', 'weeksBelow'], 'contactsLost'),
  years: choiceField(YEARS, '100'),
  seed: numberField(1, 0, 1e9),
  demand: numberField(5, 0, 30),
  people: numberField(3, 0, 30),
};

/** Figures by what planners call them. */
export const FIGURE_WORDS: Readonly<Record<RiskFigure, { readonly label: string; readonly unit: string }>> = {
  contactsLost: { label: 'Contacts lost', unit: 'contacts a year' },
  valueLost: { label: 'Value at risk with customers', unit: 'a year' },
  cost: { label: 'Cost of the plan', unit: 'a year' },
  weeksBelow: { label: 'Weeks below target', unit: 'stream-weeks a year' },
};

/** Writes a figure with its unit where it has one. */
export function writerOf(figure: RiskFigure, currency: string): (value: number) => string {
  return figure === 'valueLost' || figure === 'cost' ? (value) => formatMoney(value, currency) : formatCount;
}

/** Years of one part: small enough that the first answer comes soon. */
const PART = 10;
/** Of every so many years one is run apart as well. */
const APART = 5;

/** The parts of a study that are still to be run. */
export function partsOf(study: RiskOptions, years: number, done: ReadonlySet<number>): RiskOptions[] {
  const parts: RiskOptions[] = [];
  const apartYears = Math.ceil(years / APART);
  for (let firstYear = 0; firstYear < years; firstYear += PART) {
    if (!done.has(firstYear)) parts.push({ ...study, apartYears, firstYear, years: Math.min(PART, years - firstYear) });
  }
  return parts;
}
