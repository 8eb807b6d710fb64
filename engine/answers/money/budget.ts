import { dateOfDay, dayNumber, daysInMonth } from '../../calendar';
import { memberLabel } from '../../footprint';
import type { BudgetLine, Plan } from '../../plan';
import type { CostColumns } from './cost-components';
import { COST_COMPONENTS } from './cost-components';
import type { MoneyGround } from './money-ground';

/** Money set aside beside money planned, week by week. */
export interface BudgetRow {
  readonly of: BudgetLine['of'];
  readonly member: string | null;
  readonly name: string;
  readonly budget: Float64Array;
  readonly planned: Float64Array;
  readonly source: string | null;
  readonly grade: string | null;
}

/** Budget lines against the plan; the yearly budget of the policies stands for the whole where no line does. */
export function budgetRows({ plan, network }: MoneyGround, costs: readonly CostColumns[]): BudgetRow[] {
  return budgetLines(plan).map((line): BudgetRow => {
    const member = line.member ?? null;
    const planned = new Float64Array(plan.calendar.weeks);
    network.origins.forEach(({ site, provider }, at) => {
      const own = { all: null, provider: provider.id, site: site.id, kind: site.kind }[line.of];
      if (line.of !== 'all' && own !== member) return;
      for (const component of COST_COMPONENTS) {
        const values = costs[at]![component];
        for (let week = 0; week < planned.length; week++) planned[week]! += values[week]!;
      }
    });
    return {
      of: line.of,
      member,
      name: line.of === 'all' || member === null ? 'Whole plan' : nameOf(plan, line.of, member),
      budget: weeklyBudget(line.perMonth, plan),
      planned,
      source: line.source ?? null,
      grade: line.grade ?? null,
    };
  });
}

function nameOf(plan: Plan, of: Exclude<BudgetLine['of'], 'all'>, member: string): string {
  return memberLabel(plan, of, member);
}

function budgetLines(plan: Plan): readonly BudgetLine[] {
  const lines = plan.money?.budget ?? [];
  const { budgetPerYear } = plan.policies;
  if (budgetPerYear === undefined || lines.some(({ of }) => of === 'all')) return lines;
  const source = 'the yearly budget of the plan’s policies, a twelfth a month';
  return [{ of: 'all', perMonth: [(budgetPerYear / 12) as BudgetLine['perMonth'][number]], source }, ...lines];
}

/**
 * Monthly amounts by week: each day of a month carries the same part of it, so that whole months add up to the cent.
 *
 * Units: plan currency. The first amount is that of the month of the plan's first day; the last goes on.
 */
export function weeklyBudget(perMonth: readonly number[], { calendar }: Pick<Plan, 'calendar'>): Float64Array {
  const start = dayNumber(calendar.startDate);
  const [firstYear, firstMonth] = monthOf(dateOfDay(start));
  const weekly = new Float64Array(calendar.weeks);
  for (let day = 0; day < calendar.weeks * 7; day++) {
    const [year, month] = monthOf(dateOfDay(start + day));
    const index = (year - firstYear) * 12 + month - firstMonth;
    const amount = perMonth[Math.min(perMonth.length - 1, index)]!;
    weekly[Math.floor(day / 7)]! += amount / daysInMonth(year, month);
  }
  return weekly;
}

const monthOf = (date: string): readonly [number, number] => [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
