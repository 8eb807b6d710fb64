import type { FlowRecords, Network } from '../simulate';
import { quotient } from './kpis';
import type { RunResult, TeamFigures } from './results';
import { FTE_HOURS_PER_WEEK, type TeamWeeks } from './team-costs';

/** A team's figures over the horizon and by week. */
export function teamResult(
  network: Network,
  records: FlowRecords,
  at: number,
  rows: TeamWeeks,
  name: string,
): RunResult['teams'][number] {
  const { team, site, provider } = network.origins[at]!;
  const paidFte = rows.paidHours.map((hours) => hours / FTE_HOURS_PER_WEEK);
  const productiveFte = rows.dutyHours.map((hours) => hours / FTE_HOURS_PER_WEEK);
  const total: TeamFigures = {
    heads: mean(rows.heads),
    paidFte: mean(paidFte),
    productiveFte: mean(productiveFte),
    productiveHours: sum(rows.dutyHours),
    handlingHours: sum(rows.handlingHours),
    answered: sum(rows.answered),
    occupancy: sum(rows.dutyHours) > 0 ? sum(rows.handlingHours) / sum(rows.dutyHours) : null,
    cost: sum(rows.cost),
  };
  return {
    id: team.id,
    name,
    site: site.id,
    provider: provider.id,
    total,
    weekly: {
      heads: rows.heads,
      paidFte,
      productiveFte,
      productiveHours: rows.dutyHours,
      handlingHours: rows.handlingHours,
      answered: rows.answered,
      occupancy: rows.dutyHours.map((hours, week) => quotient(rows.handlingHours[week]!, hours)),
      cost: rows.cost,
    },
    costs: rows.parts,
    dailyProductiveHours: records.teamHours.slice(at * records.days, (at + 1) * records.days),
  };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const mean = (values: Float64Array) => (values.length > 0 ? sum(values) / values.length : 0);
