import {
  READ_ABOVE,
  RISK_DEFAULTS,
  type RiskFigure,
  type RiskPart,
  type RiskStudy,
  yearErrors,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { choiceField, numberField } from '../../address';
import { formatCount, formatMoney } from '../../format';
import { DRIFT_YEARS_SHOWN, EARLIER } from './drift';

/** How many years can be asked for. */
export const YEARS = ['40', '100', '200', '500', '2000', '10000'] as const;

/** An error that the address doesn't name is the plan's own. */
const OWN = -1;

export const RISK_VIEW = {
  figure: choiceField(['contactsLost', 'valueLost', 'cost', 'weeksBelow'], 'contactsLost'),
  years: choiceField(YEARS, '100'),
  seed: numberField(RISK_DEFAULTS.seed, 0, 1e9),
  demand: numberField(OWN, OWN, 30),
  people: numberField(OWN, OWN, 30),
  weeks: choiceField(['contactsLost', 'serviceLevel'], 'contactsLost'),
  place: choiceField(['site', 'metro', 'country', 'provider', 'parent'], 'site'),
  earlier: choiceField(EARLIER, '3'),
  driftYears: choiceField(DRIFT_YEARS_SHOWN, '100'),
};

/** How far demand and people may be off, in percent: the plan's own, and what is tried out instead. */
export function errorsShown(plan: Pick<Plan, 'risk'>, view: { readonly demand: number; readonly people: number }) {
  const own = yearErrors(plan, {});
  const percent = (share: number) => Math.round(share * 1e6) / 1e4;
  const demand = view.demand < 0 ? percent(own.demandError) : view.demand;
  const people = view.people < 0 ? percent(own.peopleError) : view.people;
  const isOwn = demand === percent(own.demandError) && people === percent(own.peopleError);
  return { demand, people, isOwn };
}

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

/** Of every so many years one is run apart as well. */
const APART = 5;

export function studyOf(years: number, seed: number, errors: { readonly demand: number; readonly people: number }) {
  return {
    years,
    seed,
    apartYears: Math.ceil(years / APART),
    demandError: errors.demand / 100,
    peopleError: errors.people / 100,
  } satisfies RiskStudy;
}

/** How much of a study each kind of its parts is. */
export function spanOf(part: RiskPart, years: number): readonly [number, number] {
  if (years <= READ_ABOVE) return [0, 1];
  if (part.kind === 'read') return [0.78, 0.82];
  return part.kind === 'worst' ? [0.82, 1] : [0, 0.78];
}
