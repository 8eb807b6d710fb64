import {
  type Band,
  businessCase,
  type CaseAnswer,
  COST_GROUPINGS,
  type MoneyAnswer,
  nodesOf,
  type PayAnswer,
  payAndHeat,
  planMoney,
  planValue,
  type ValueAnswer,
  type ValueStaffingAnswer,
  valueStaffing,
} from '../../../engine/answers';
import { WEEK_GROUPS } from '../../../engine/calendar';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const VIEWS = ['cost', 'budget', 'bridge', 'value', 'streams', 'assumptions', 'staffing', 'case', 'pay'] as const;

const ABOUT = `What a plan costs, fully loaded, and what its contacts are worth; amounts are in the plan's currency.
--show cost (without it)  the cost tree, a line for each branch and week or what --period gathers
       budget             money set aside beside money planned, by week
       bridge             from the plan (or --against) to --scenario, component by component
       value              contribution, cost and margin by reason; figures that are ranges give low and high
       streams            what is at stake in a contact, service, value and cost by stream
       assumptions        every figure that value rests on, with source and grade
       staffing           hours that lose least beside the fewest that keep the promise
       case               net present value, loss probability and payback of the business case that --case names
       pay                a raise against leavers, and occupancy against leavers, for teams the company pays itself
JSON holds the whole answer behind a view.`;

export const money: Verb = {
  usage: 'money PLAN.json',
  about: ABOUT,
  options: {
    show: { type: 'string', value: 'VIEW', help: `${VIEWS.join(', ')}; cost without it` },
    by: {
      type: 'string',
      value: 'NAME',
      help: `how the cost tree is cut: ${COST_GROUPINGS.join(', ')}; provider without it`,
    },
    period: { type: 'string', value: 'SPAN', help: `with cost: ${WEEK_GROUPS.join(', ')}; week without it` },
    scenario: {
      type: 'string',
      value: 'ID',
      help: 'with cost, budget, bridge, value, streams: a scenario; the plan without it',
    },
    against: { type: 'string', value: 'ID', help: 'with bridge: a scenario to compare with; the plan without it' },
    case: { type: 'string', value: 'ID', help: 'with case: which one; the first of the plan without it' },
    draws: { type: 'string', value: 'N', help: 'with case: draws, 100 to 100,000; 4,000 without it' },
    raise: { type: 'string', value: 'SHARE', help: 'with pay: 0.05 without it' },
    seed: { type: 'string', value: 'N', help: 'of the draws; 1 without it' },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const show = options.choice('show', VIEWS) ?? 'cost';
    const by = options.choice('by', COST_GROUPINGS);
    const period = options.choice('period', WEEK_GROUPS) ?? 'week';
    const scenario = options.text('scenario');
    const against = options.text('against');
    const caseId = options.text('case');
    const draws = options.number('draws', { min: 100, max: 100_000, whole: true });
    const raise = options.number('raise', { min: 0, max: 1 });
    const seed = options.number('seed', { whole: true });
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const write = async (answer: Told, columns: readonly string[], rows: Iterable<Cell[]>) => {
      if (form === 'json') await writeJson(around, answer);
      else await writeCsv(around, columns, rows);
      control.clear();
      for (const line of [answer.sentence, ...answer.provenance.warnings.map((warning) => `Note: ${warning}`)])
        around.stderr.write(`${line}\n`);
      return Exit.done;
    };
    switch (show) {
      case 'cost': {
        const answer = planMoney(plan, { by, scenario, against }, control);
        return write(answer, COST_COLUMNS, costRows(answer, period));
      }
      case 'budget': {
        const answer = planMoney(plan, { by, scenario }, control);
        return write(answer, BUDGET_COLUMNS, budgetRows(answer));
      }
      case 'bridge': {
        const answer = planMoney(plan, { by, scenario, against }, control);
        return write(answer, BRIDGE_COLUMNS, bridgeRows(answer));
      }
      case 'value':
      case 'streams':
      case 'assumptions': {
        const answer = planValue(plan, { scenario, seed }, control);
        if (show === 'value') return write(answer, REASON_COLUMNS, reasonRows(answer));
        if (show === 'streams') return write(answer, STREAM_COLUMNS, streamRows(answer));
        return write(answer, ASSUMPTION_COLUMNS, assumptionRows(answer));
      }
      case 'staffing': {
        const answer = valueStaffing(plan, { seed }, control);
        return write(answer, STAFFING_COLUMNS, staffingRows(answer));
      }
      case 'case': {
        const id = caseId ?? plan.money?.cases?.[0]?.id ?? '';
        const answer = businessCase(plan, { id, draws, seed }, control);
        return write(answer, CASE_COLUMNS, caseRows(answer));
      }
      case 'pay': {
        const answer = payAndHeat(plan, { raise, seed }, control);
        return write(answer, PAY_COLUMNS, payRows(answer));
      }
    }
  },
};

interface Told {
  readonly sentence: string;
  readonly provenance: { readonly warnings: readonly string[] };
}

const band = (name: string) => [name, `${name}_low`, `${name}_high`];
const cells = ({ likely, low, high }: Band): Cell[] => [likely, low, high];

const COST_COLUMNS = ['path', 'level', 'name', 'period', 'start_date', 'cost'];

function* costRows({ tree, periods }: MoneyAnswer, period: (typeof WEEK_GROUPS)[number]): Iterable<Cell[]> {
  for (const { path, level, name, weekly } of nodesOf(tree)) {
    for (const { label, startDate: from, first, weeks: count } of periods[period]) {
      let cost = 0;
      for (let week = first; week < first + count; week++) cost += weekly[week]!;
      yield [path, level, name, label, from, cost];
    }
  }
}

const BUDGET_COLUMNS = ['of', 'member', 'name', 'week', 'start_date', 'budget', 'planned'];

function* budgetRows({ budget, weeks }: MoneyAnswer): Iterable<Cell[]> {
  for (const row of budget) {
    for (const [at, week] of weeks.entries()) {
      yield [row.of, row.member, row.name, week.label, week.startDate, row.budget[at], row.planned[at]];
    }
  }
}

const BRIDGE_COLUMNS = ['component', 'name', 'from', 'to', 'change'];

function* bridgeRows({ bridge }: MoneyAnswer): Iterable<Cell[]> {
  for (const { component, label, from, to, change } of bridge?.steps ?? []) yield [component, label, from, to, change];
}

const REASON_COLUMNS = [
  'reason',
  'name',
  'department',
  'demand_kind',
  'contacts',
  'cost',
  ...band('value'),
  ...band('margin'),
  ...band('margin_per_contact'),
  ...band('insight'),
  ...band('insight_lost'),
];

function* reasonRows({ reasons }: ValueAnswer): Iterable<Cell[]> {
  for (const { id, name, department, demandKind, contacts, cost, ...row } of reasons) {
    yield [
      id,
      name,
      department,
      demandKind,
      contacts,
      cost,
      ...cells(row.value),
      ...cells(row.margin),
      ...cells(row.marginPerContact),
      ...cells(row.insight),
      ...cells(row.insightLost),
    ];
  }
}

const STREAM_COLUMNS = [
  'stream',
  'name',
  'contacts',
  'service_level',
  'cost',
  ...band('at_stake'),
  ...band('value'),
  ...band('customers_leaving'),
];

function* streamRows({ streams }: ValueAnswer): Iterable<Cell[]> {
  for (const { id, name, contacts, level, cost, stake, value, leavers } of streams) {
    yield [id, name, contacts, level, cost, ...cells(stake), ...cells(value), ...cells(leavers)];
  }
}

const ASSUMPTION_COLUMNS = ['path', 'of', 'what', 'unit', 'low', 'likely', 'high', 'source', 'grade'];

function* assumptionRows({ assumptions }: ValueAnswer): Iterable<Cell[]> {
  for (const { path, of, what, unit, estimate, source, grade } of assumptions) {
    const [low, likely, high] = typeof estimate === 'number' ? [estimate, estimate, estimate] : estimate;
    yield [path, of, what, unit, low, likely, high, source, grade];
  }
}

const STAFFING_COLUMNS = [
  'stream',
  'name',
  'agent_hour',
  ...band('per_abandoned'),
  'cheapest_hours',
  'best_hours',
  'best_hours_low',
  'best_hours_high',
  'cheapest_abandonment',
  'best_abandonment',
  'gain',
  'cost_of_one_more',
  'net_of_one_more',
  'advice',
];

function* staffingRows({ streams }: ValueStaffingAnswer): Iterable<Cell[]> {
  for (const row of streams) {
    yield [
      row.id,
      row.name,
      row.agentHour,
      ...cells(row.perAbandoned),
      row.cheapest.agentHours,
      row.best.agentHours,
      row.bestLow,
      row.bestHigh,
      row.cheapest.abandonment,
      row.best.abandonment,
      row.gain,
      row.costOfOneMore,
      row.netOfOneMore,
      row.advice,
    ];
  }
}

const CASE_COLUMNS = ['figure', 'value'];

function* caseRows(answer: CaseAnswer): Iterable<Cell[]> {
  const { netPresentValue: worth, lossProbability } = answer;
  yield ['net_present_value', worth.likely];
  yield ['net_present_value_mean', worth.mean];
  yield ['net_present_value_p5', worth.low];
  yield ['net_present_value_p50', answer.ninetyOf.median];
  yield ['net_present_value_p95', worth.high];
  yield ['loss_probability', lossProbability.share];
  yield ['payback_months', answer.paybackMonths];
  yield ['discounted_payback_months', answer.discountedPaybackMonths];
  yield ['return_per_year', answer.returnPerYear];
  yield ['break_even_effect', answer.breakEvenEffect];
  for (const [month, flow] of answer.flows.entries()) yield [`flow_month_${month}`, flow];
}

const PAY_COLUMNS = [
  'team',
  'name',
  'site',
  'heads',
  'pay_per_year',
  'leavers_per_year',
  'replacement_cost',
  'raise_cost',
  ...band('raise_saved'),
  ...band('raise_net'),
  ...band('best_raise'),
  'leavers_without',
  'leavers_with',
  'occupancy',
  ...band('cost_of_heat'),
];

function* payRows({ teams }: PayAnswer): Iterable<Cell[]> {
  for (const { id, name, site, heads, payPerYear, leaversPerYear, replacement, raise, projected, ...row } of teams) {
    yield [
      id,
      name,
      site,
      heads,
      payPerYear,
      leaversPerYear,
      replacement.total,
      raise.cost,
      ...cells(raise.saved),
      ...cells(raise.net),
      ...cells(row.bestRaise),
      projected.without,
      projected.with,
      row.occupancy,
      ...(row.costOfHeat ? cells(row.costOfHeat) : [null, null, null]),
    ];
  }
}
