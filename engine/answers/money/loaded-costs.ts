import type { Network } from '../../simulate';
import { driftFactor, reviewedFactor, WEEKS_PER_MONTH } from '../../sourcing';
import type { RunResult } from '../results';
import { RUN_COSTS } from '../team-costs';
import { type CostColumns, emptyCosts } from './cost-components';
import type { MoneyGround } from './money-ground';
import { addPenalties } from './penalties';

/** Pay of a team leader against an agent's where the plan doesn't say. */
export const ASSUMED_LEAD_WAGE_FACTOR = 1.35;

const PAY = ['wages', 'training', 'overtime', 'premium', 'benefits', 'indirect', 'hiring', 'turnover'] as const;
const BILL = ['volume', 'minimum', 'surge', 'penalty'] as const;

/**
 * The loaded cost of every team and week, component by component.
 *
 * What the run pays (own people, workplaces, bills, disruptions, playbook) comes as it is. Beside it: team leads by span
 * of control and other roles at their share of the agents' pay; joiners and leavers at the team's own figures;
 * platforms by head and hour. An outsourcer's price holds its own leads, hiring, training and turnover, so these stand at
 * own teams alone. Inflation and currency come last: pay and rents by what the site's country and currency do,
 * bills by their contract's indexation; currency on top of inflation.
 *
 * Units: plan currency a week. Cost: components × teams × weeks.
 */
export function loadedCosts(ground: MoneyGround): CostColumns[] {
  const { network, run } = ground;
  const columns = run.teams.map((team) => {
    const own = emptyCosts(network.grid.weeks);
    for (const part of RUN_COSTS) own[part].set(team.costs[part]);
    return own;
  });
  columns.forEach((own, at) => {
    addPeople(ground, at, own);
    addTechnology(network, run, at, own);
  });
  addPenalties(ground, columns);
  columns.forEach((own, at) => {
    addDrift(ground, at, own);
  });
  return columns;
}

/** Share of the planned people who are still employed in a week of the run. */
function staffedShare(network: Network, run: RunResult, at: number, week: number): number {
  const planned = network.duty.heads[at]!.heads[week]!;
  return planned > 0 ? run.teams[at]!.weekly.heads[week]! / planned : 1;
}

function addPeople({ plan, network, run }: MoneyGround, at: number, own: CostColumns): void {
  const { team, site, provider } = network.origins[at]!;
  if (provider.contract) return;
  const people = network.duty.heads[at]!;
  const leads = (plan.money?.leads?.wageFactor ?? ASSUMED_LEAD_WAGE_FACTOR) / team.spanOfControl;
  const roles = (team.indirectRoles ?? []).reduce((sum, role) => sum + role.wageFactor / role.agentsPerRole, 0);
  const payPerHead = team.paidHoursPerWeek * site.wage.perHour * (1 + site.wage.benefitsShare);
  for (let week = 0; week < own.wages.length; week++) {
    const employed = people.employed[week]! * staffedShare(network, run, at, week);
    own.indirect[week] = employed * (leads + roles) * payPerHead;
    own.hiring[week] = people.joined[week]! * (team.hiring?.costPerHire ?? 0);
    own.turnover[week] = people.leavers[week]! * (team.hiring?.costPerLeaver ?? 0);
  }
}

function addTechnology(network: Network, run: RunResult, at: number, own: CostColumns): void {
  const { site } = network.origins[at]!;
  const used = network.plan.platforms.filter(({ id }) => site.platforms.includes(id));
  const perHead = used.reduce((sum, { cost }) => sum + (cost?.perHeadMonth ?? 0), 0) / WEEKS_PER_MONTH;
  const perHour = used.reduce((sum, { cost }) => sum + (cost?.perHandlingHour ?? 0), 0);
  if (perHead === 0 && perHour === 0) return;
  const people = network.duty.heads[at]!;
  for (let week = 0; week < own.technology.length; week++) {
    const employed = people.employed[week]! * staffedShare(network, run, at, week);
    own.technology[week] = employed * perHead + run.teams[at]!.weekly.handlingHours[week]! * perHour;
  }
}

function addDrift({ plan, network }: MoneyGround, at: number, own: CostColumns): void {
  const { site, provider } = network.origins[at]!;
  const { contract } = provider;
  const entries = plan.money?.inflation ?? [];
  const here =
    entries.find(({ country }) => country === site.country) ?? entries.find(({ country }) => country === undefined);
  const change = plan.money?.currencies?.find(({ currency }) => currency === site.currency)?.changePerYear ?? 0;
  const add = (parts: readonly (keyof CostColumns)[], perYear: number, exchange: number) => {
    if (perYear === 0 && exchange === 0) return;
    for (let week = 0; week < own.wages.length; week++) {
      let sum = 0;
      for (const part of parts) sum += own[part][week]!;
      const rise = reviewedFactor(perYear, week);
      own.inflation[week]! += sum * (rise - 1);
      own.currency[week]! += sum * rise * (driftFactor(exchange, week) - 1);
    }
  };
  if (contract) {
    add(BILL, contract.indexationPerYear ?? 0, 0);
    return;
  }
  add(PAY, here?.wagesPerYear ?? 0, change);
  add(['facility'], here?.pricesPerYear ?? 0, change);
}
