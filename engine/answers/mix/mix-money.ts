import type { Plan } from '../../plan';
import { emptyRecords, type FlowRecords, type Network } from '../../simulate';
import { billedUnits, type Delivered, type MixContract, WEEKS_PER_MONTH } from '../../sourcing';
import { FTE_HOURS_PER_WEEK, RUN_COSTS, type TeamWeeks, teamWeeks } from '../team-costs';

/** What every team of a year costs at the size that it has in a network, and what contracts bill for it. */
export interface MixMoney {
  /** By team: pay of own people; nothing for an outsourcer's. */
  readonly own: readonly number[];
  /** Buildings of the company's own sites, which no size of team changes. */
  readonly buildings: number;
  readonly contracts: readonly MixContract[];
}

/**
 * Costs of today's teams from the undisturbed run, and of candidates from their people and hours alone: what their contract bills
 * beside hours is that of the team that they are like, for as many hours.
 */
export function mixMoney(plan: Plan, today: Network, records: FlowRecords, wider: Network): MixMoney {
  const rows = [
    ...teamWeeks(today, records),
    ...(wider === today ? [] : teamWeeks(wider, emptyRecords(wider)).slice(today.plan.teams.length)),
  ];
  const own = rows.map(({ parts }) => sumOf(...RUN_COSTS.filter((part) => PAY.has(part)).map((part) => parts[part])));
  const delivered = deliveries(plan, wider, rows);
  const contracts = plan.providers.flatMap(({ id, contract }): MixContract[] => {
    if (!contract) return [];
    const teams = wider.origins.flatMap((origin, at) => (origin.provider.id === id ? [at] : []));
    return [
      {
        teams,
        units: teams.map((team) => delivered[team]!.map((week) => billedUnits(contract.basis, week))),
        least: (contract.minimumPerMonth ?? 0) / WEEKS_PER_MONTH,
        most:
          contract.maximumPerMonth === undefined
            ? Number.POSITIVE_INFINITY
            : contract.maximumPerMonth / WEEKS_PER_MONTH,
        price: contract.price,
        surgePremium: contract.surgePremium,
      },
    ];
  });
  const buildings = sumOf(...rows.slice(0, today.plan.teams.length).map(({ parts }) => parts.facility));
  return { own, buildings, contracts };
}

const PAY = new Set(['wages', 'training', 'overtime', 'premium', 'benefits']);

/** By team and week. */
function deliveries(plan: Plan, { duty, grid, weekOf }: Network, rows: readonly TeamWeeks[]): Delivered[][] {
  const present = plan.teams.length;
  const hours = rows.map((row, team) => {
    if (team < present) return row.dutyHours;
    const byWeek = new Float64Array(grid.weeks);
    for (let t = 0; t < grid.intervals; t++)
      byWeek[weekOf[t]!]! += (duty.onDuty[team]![t]! * grid.intervalMinutes) / 60;
    return byWeek;
  });
  const likeOf = (team: number) =>
    team < present ? team : plan.teams.findIndex(({ id }) => id === plan.candidates!.teams[team - present]!.like);
  return rows.map((row, team) => {
    const like = rows[likeOf(team)]!;
    const likeHours = sumOf(like.dutyHours);
    const rate = (of: Float64Array) => (likeHours > 0 ? sumOf(of) / likeHours : 0);
    const [handling, answered] = [rate(like.handlingHours), rate(like.answered)];
    return Array.from(hours[team]!, (productiveHours, week) => ({
      productiveHours,
      handlingHours: team < present ? row.handlingHours[week]! : handling * productiveHours,
      contacts: team < present ? row.answered[week]! : answered * productiveHours,
      paidFte: row.paidHours[week]! / FTE_HOURS_PER_WEEK,
    }));
  });
}

function sumOf(...rows: readonly Float64Array[]): number {
  return rows.reduce((all, row) => row.reduce((sum, value) => sum + value, all), 0);
}
