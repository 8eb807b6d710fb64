import { dayNumber, dayToCivil } from '../../calendar';
import type { Plan } from '../../plan';
import { checkpoint, type RunControl } from '../../units';
import { planHeadcount } from '../headcount';
import { preparePlan } from '../prepared-plan';
import type { RunResult } from '../results';
import type { PlannedClass } from './planned-class';

/** What happens without a class. */
export interface HireReason {
  readonly team: string;
  readonly onContacts: string;
  /** Points of service lost in the month that loses most, such as `2027-05`. */
  readonly points: number;
  readonly month: string;
  readonly sentence: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * For the classes that are missed most: the service that is lost without each, from runs of the plan.
 *
 * Candidates are ranked by the weeks' short positions without them, which is quick; the first few are run.
 */
export function explainClasses(
  plan: Plan,
  classes: readonly PlannedClass[],
  count: number,
  control?: RunControl,
): HireReason[] {
  if (count === 0 || classes.length === 0) return [];
  const ranked = classes
    .map((one) => ({ one, without: withoutClass(plan, one) }))
    .slice(0, 60)
    .map((entry) => ({ ...entry, missing: shortPositions(entry.without) }))
    .sort((a, b) => b.missing - a.missing)
    .slice(0, count);
  const base = monthlyService(preparePlan(plan).base);
  return ranked
    .map(({ one, without }, at) => {
      checkpoint(control, at / ranked.length, `service without ${one.name}, ${one.week}`);
      return reasonOf(one, base, monthlyService(preparePlan(without).base));
    })
    .sort((a, b) => b.points - a.points);
}

function withoutClass(plan: Plan, { team, onContacts, heads }: PlannedClass): Plan {
  return {
    ...plan,
    teams: plan.teams.map((entry) => {
      if (entry.id !== team) return entry;
      const at = entry.hires.findIndex((hire) => hire.date === onContacts && hire.heads === heads);
      return { ...entry, hires: entry.hires.filter((_, index) => index !== at) };
    }),
  };
}

function shortPositions(plan: Plan): number {
  const { groups } = planHeadcount(plan);
  let short = 0;
  for (const { weekly } of groups) {
    for (let week = 0; week < weekly.requiredFte.length; week++) {
      short += Math.max(0, weekly.requiredFte[week]! - weekly.availableFte[week]!);
    }
  }
  return short;
}

/** Days that a month must have in the plan to be named: two days of July are no July. */
const DAYS_OF_MONTH = 20;

/** Service by calendar month, weighted by contacts; months that the plan only begins or ends in are left out. */
function monthlyService({ daily, days }: RunResult): Map<string, number> {
  const sums = new Map<string, { served: number; offered: number }>();
  const count = new Map<string, number>();
  for (const day of days) count.set(day.slice(0, 7), (count.get(day.slice(0, 7)) ?? 0) + 1);
  days.forEach((day, at) => {
    const level = daily.serviceLevel[at]!;
    if (Number.isNaN(level)) return;
    const month = day.slice(0, 7);
    if (count.get(month)! < DAYS_OF_MONTH && count.size > 1) return;
    const sum = sums.get(month) ?? { served: 0, offered: 0 };
    sums.set(month, sum);
    sum.served += level * daily.offered[at]!;
    sum.offered += daily.offered[at]!;
  });
  return new Map([...sums].map(([month, { served, offered }]) => [month, served / offered]));
}

function reasonOf(
  one: PlannedClass,
  base: ReadonlyMap<string, number>,
  without: ReadonlyMap<string, number>,
): HireReason {
  let month = '';
  let points = 0;
  for (const [name, level] of base) {
    const lost = (level - (without.get(name) ?? level)) * 100;
    if (lost <= points) continue;
    points = lost;
    month = name;
  }
  const who = `${one.heads} for ${one.name}`;
  const lost =
    points < 0.05
      ? 'without them service stays as it is, at more overtime'
      : `or lose ${points.toFixed(1)} points of service in ${monthWords(month)}`;
  return {
    team: one.team,
    onContacts: one.onContacts,
    points,
    month,
    sentence: `Decide by ${dayWords(one.decideBy)} to hire ${who} (on contacts ${dayWords(one.onContacts)}), ${lost}.`,
  };
}

function dayWords(date: string): string {
  const { day, month, year } = dayToCivil(dayNumber(date));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}
