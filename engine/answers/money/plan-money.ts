import {
  type GatheredWeeks,
  gatherWeeks,
  WEEK_GROUPS,
  type WeekGroup,
  type WeekLabel,
  weekLabels,
  weekRuleOf,
} from '../../calendar';
import type { Plan } from '../../plan';
import { checkpoint, InputFault, issue, nearlyEqual, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import type { Explanation } from '../results';
import { type BudgetRow, budgetRows } from './budget';
import { COST_COMPONENTS, type CostColumns, type CostComponent, componentLabel } from './cost-components';
import { explainCost } from './cost-explanations';
import { COST_GROUPINGS, type CostGrouping, type CostNode, costTree } from './cost-tree';
import { type CostFigures, type CostUnits, costFigures, costUnits } from './cost-units';
import { loadedCosts } from './loaded-costs';
import { type MoneyGround, moneyGround } from './money-ground';
import { moneyWords } from './money-words';

export interface MoneyOptions {
  /** How the tree is cut; by provider when not given. */
  readonly by?: CostGrouping | undefined;
  /** Id of a scenario whose cost is wanted; the plan as it is without it. */
  readonly scenario?: string | undefined;
  /** Id of a scenario to compare with; the plan as it is without it. */
  readonly against?: string | undefined;
}

/** One step of the bridge from one cost to another. */
export interface BridgeStep {
  readonly component: CostComponent;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/** What a plan or a scenario costs, from the whole down to teams and components, week by week. */
export interface MoneyAnswer {
  readonly currency: string;
  readonly by: CostGrouping;
  readonly scenario: string | null;
  readonly name: string;
  readonly weeks: readonly WeekLabel[];
  /** The weeks gathered for finance. */
  readonly periods: { readonly [Group in WeekGroup]: readonly GatheredWeeks[] };
  readonly tree: CostNode;
  readonly units: CostUnits;
  readonly figures: CostFigures;
  readonly explanations: readonly Explanation[];
  readonly budget: readonly BudgetRow[];
  /** From the plan (or another scenario) to this one, component by component; null without a scenario. */
  readonly bridge: { readonly from: string; readonly fromTotal: number; readonly steps: readonly BridgeStep[] } | null;
  readonly sentence: string;
  readonly provenance: Provenance;
}

const METHOD =
  'flow run of the plan; pay by paid hours, bills by contract and month, beside them leads, hiring, turnover, technology, penalties, inflation and currency';

/**
 * What a plan costs, fully loaded: a tree by provider, site, kind, team or component, with a value for every week.
 *
 * Use for finance; `stressPlan` and `compareMixes` count only what a run pays by itself. Every branch is the sum of its
 * parts. Units: plan currency. Cost: one or two runs of the flow model, kept.
 */
export function planMoney(plan: Plan, options: MoneyOptions = {}, control?: RunControl): MoneyAnswer {
  const by = options.by ?? 'provider';
  if (!COST_GROUPINGS.includes(by)) throw new InputFault([issue('money.by', 'by', by, COST_GROUPINGS.join(', '))]);
  const scenario = options.scenario ?? null;
  const compares = scenario !== null || options.against !== undefined;
  const ground = moneyGround(plan, scenario, partOf(control, 0, compares ? 0.5 : 1));
  const costs = loadedCosts(ground);
  const tree = costTree(ground, costs, by);
  const units = costUnits(ground);
  const other = compares ? moneyGround(plan, options.against ?? null, partOf(control, 0.5, 1)) : null;
  const bridge = other ? bridgeOf(other, loadedCosts(other), costs) : null;
  const figures = costFigures(tree.total, units);
  const budget = budgetRows(ground, costs);
  checkpoint(control, 1, 'money');
  const { startDate, weeks, weekRule } = plan.calendar;
  return {
    currency: plan.currency,
    by,
    scenario,
    name: ground.name,
    weeks: weekLabels({ startDate, weeks }, weekRuleOf(weekRule)),
    periods: Object.fromEntries(
      WEEK_GROUPS.map((group) => [group, gatherWeeks({ startDate, weeks }, weekRuleOf(weekRule), group)]),
    ) as Record<WeekGroup, GatheredWeeks[]>,
    tree,
    units,
    figures,
    explanations: explainCost(ground, costs, figures, units),
    budget,
    bridge,
    sentence: sentenceOf(ground, costs, budget, tree.total),
    provenance: provenance(METHOD, {
      planHash: ground.hash,
      warnings: [...ground.warnings, ...gaps(plan)],
    }),
  };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
/** All teams' cost of a component over the horizon. */
export function componentTotal(costs: readonly CostColumns[], component: CostComponent): number {
  return costs.reduce((total, columns) => total + sum(columns[component]), 0);
}

function bridgeOf(from: MoneyGround, before: readonly CostColumns[], after: readonly CostColumns[]) {
  const steps = COST_COMPONENTS.map((component): BridgeStep => {
    const [a, b] = [componentTotal(before, component), componentTotal(after, component)];
    return { component, label: componentLabel(component), from: a, to: b, change: nearlyEqual(a, b) ? 0 : b - a };
  }).filter((step) => step.from !== 0 || step.to !== 0);
  return { from: from.name, fromTotal: steps.reduce((total, step) => total + step.from, 0), steps };
}

/** What the plan is silent about, so that a zero isn't taken for free. */
function gaps(plan: Plan): string[] {
  const own = plan.teams.filter((team) => {
    const site = plan.sites.find(({ id }) => id === team.site);
    return plan.providers.find(({ id }) => id === site?.provider)?.contract === undefined;
  });
  const silent = own.filter((team) => !team.hiring).length;
  return [
    ...(silent > 0
      ? [`${silent} of ${own.length} own teams don't say what hiring and leavers cost; there they count as nothing.`]
      : []),
    ...(plan.platforms.some(({ cost }) => cost)
      ? []
      : ['No platform says what it costs; technology counts as nothing.']),
  ];
}

function sentenceOf(ground: MoneyGround, costs: readonly CostColumns[], budget: readonly BudgetRow[], total: number) {
  const { currency } = ground.plan;
  const money = (value: number) => moneyWords(value, currency);
  const ranked = COST_COMPONENTS.map((component) => ({ component, value: componentTotal(costs, component) })).sort(
    (a, b) => b.value - a.value,
  );
  const most = ranked.slice(0, 2).filter(({ value }) => value > 0);
  const parts = most.map(({ component, value }) => `${componentLabel(component).toLowerCase()} ${money(value)}`);
  const whole = budget.find(({ of }) => of === 'all');
  const gap = whole ? sum(whole.planned) - sum(whole.budget) : null;
  const against = gap === null ? '' : ` That is ${money(Math.abs(gap))} ${gap > 0 ? 'above' : 'below'} the budget.`;
  return `${ground.name}: ${money(total)} over ${ground.network.grid.weeks} weeks${parts.length > 0 ? `, most of it ${parts.join(' and ')}` : ''}.${against}`;
}
