import { type DailyFigures, type ImpactFigures, measureImpact } from '../risk';
import type { Impact, KpiSeries } from './results';

/** Measures an impact on columns and puts it into dates and words. */
export function impactReport(
  facts: {
    readonly days: readonly string[];
    readonly currency: string;
    readonly startDay: number;
    readonly lastDay?: number;
  },
  base: KpiSeries,
  hit: KpiSeries,
): Impact {
  const figures = measureImpact(base satisfies DailyFigures, hit satisfies DailyFigures, facts.startDay, facts.lastDay);
  const { worstDay, recoveredDay, ...rest } = figures;
  return {
    ...rest,
    worstDay: worstDay === null ? null : facts.days[worstDay]!,
    recoveredOn: recoveredDay === null ? null : (facts.days[recoveredDay] ?? null),
    sentence: impactSentence(figures, facts.days, facts.currency),
  };
}

function impactSentence(figures: ImpactFigures, days: readonly string[], currency: string): string {
  const fewer = figures.contactsLost < -0.5;
  const lost = `${whole(Math.abs(figures.contactsLost))} ${fewer ? 'fewer ' : ''}contacts lost for good`;
  const change = Math.abs(figures.cost);
  const cost =
    change < 500
      ? 'cost stays the same'
      : `cost ${figures.cost < 0 ? 'falls' : 'rises'} by ${shortMoney(change, currency)}`;
  if (figures.worstDropPoints <= 2 || figures.worstDay === null) {
    return `Service stays within two points of the plan; ${lost}, ${cost}.`;
  }
  const fall = `Service falls to ${percent(figures.worstServiceLevel ?? 0)} on ${shortDate(days[figures.worstDay]!)}, ${Math.round(figures.worstDropPoints)} points below the plan`;
  const back =
    figures.daysToRecover === null
      ? 'and is not back within the time looked at'
      : `and is back after ${countDays(figures.daysToRecover)}`;
  return `${fall}, ${back}; ${lost}, ${cost}.`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `23 Mar 2027`. */
function shortDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function countDays(count: number): string {
  const rounded = Math.round(count);
  return rounded === 1 ? '1 day' : `${rounded} days`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A whole number with thin groups, the same everywhere. */
export function whole(value: number): string {
  const text = String(Math.round(Math.abs(value)));
  const grouped = text.replace(/\B(?=(\d{3})+$)/g, ',');
  return value < -0.5 ? `-${grouped}` : grouped;
}

export function shortMoney(value: number, currency: string): string {
  if (value >= 999_500) return `${currency} ${(value / 1e6).toFixed(value >= 99.5e6 ? 0 : 1)} million`;
  return `${currency} ${whole(value >= 10_000 ? Math.round(value / 1000) * 1000 : value)}`;
}
