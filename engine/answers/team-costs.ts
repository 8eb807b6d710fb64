import { EDGE_COUNT, edgeCount, type FlowRecords, type Network } from '../simulate';
import { billedUnits, contractBill, type Delivered } from '../sourcing';
import { weeklyLaborCost } from '../workforce';

/** Paid hours a week of one full-time equivalent, for every country alike, so that FTE can be compared. */
export const FTE_HOURS_PER_WEEK = 40;

/** A team's week in figures, a row a week. */
export interface TeamWeeks {
  readonly heads: Float64Array;
  readonly paidHours: Float64Array;
  readonly dutyHours: Float64Array;
  readonly handlingHours: Float64Array;
  readonly answered: Float64Array;
  readonly cost: Float64Array;
}

/**
 * Hours, contacts and cost of every team and week of a run.
 *
 * People employed by the plan's own company cost their paid hours and their seats whether or not they work; an
 * outsourcer costs what its contract bills, and its bill is divided over its teams by what each delivered.
 */
export function teamWeeks(network: Network, records: FlowRecords): TeamWeeks[] {
  const { plan, grid, duty } = network;
  const rows = plan.teams.map((team, at): TeamWeeks => {
    const heads = duty.heads[at]!.heads.slice();
    return {
      heads,
      paidHours: heads.map((count) => count * team.paidHoursPerWeek),
      dutyHours: new Float64Array(grid.weeks),
      handlingHours: new Float64Array(grid.weeks),
      answered: new Float64Array(grid.weeks),
      cost: new Float64Array(grid.weeks),
    };
  });
  plan.teams.forEach((_, team) => {
    for (let day = 0; day < records.days; day++) {
      rows[team]!.dutyHours[Math.floor(day / 7)]! += records.teamHours[team * records.days + day]!;
    }
  });
  network.edgeTeam.forEach((team, edge) => {
    for (let week = 0; week < grid.weeks; week++) {
      rows[team]!.handlingHours[week]! += edgeCount(records, edge, week, EDGE_COUNT.handlingHours);
      rows[team]!.answered[week]! += edgeCount(records, edge, week, EDGE_COUNT.answered);
    }
  });
  addOwnCost(network, rows);
  addBills(network, rows);
  return rows;
}

function addOwnCost(network: Network, rows: readonly TeamWeeks[]): void {
  network.origins.forEach(({ site, provider, team }, at) => {
    if (provider.contract) return;
    for (let week = 0; week < network.grid.weeks; week++) {
      const heads = rows[at]!.heads[week]!;
      const siteHeads = network.origins.reduce(
        (sum, other, index) => sum + (other.site.id === site.id ? rows[index]!.heads[week]! : 0),
        0,
      );
      const cost = weeklyLaborCost({
        heads,
        paidHoursPerWeek: team.paidHoursPerWeek,
        wagePerHour: site.wage.perHour,
        benefitsShare: site.wage.benefitsShare,
        seats: siteHeads > 0 ? ((site.seats ?? 0) * heads) / siteHeads : 0,
        facilityCostPerSeatMonth: site.facilityCostPerSeatMonth,
      });
      rows[at]!.cost[week] = cost.wages + cost.facility;
    }
  });
}

function addBills(network: Network, rows: readonly TeamWeeks[]): void {
  for (const provider of network.plan.providers) {
    const { contract } = provider;
    if (!contract) continue;
    const teams = network.origins.flatMap((origin, at) => (origin.provider.id === provider.id ? [at] : []));
    for (let week = 0; week < network.grid.weeks; week++) {
      const delivered = teams.map(
        (at): Delivered => ({
          productiveHours: rows[at]!.dutyHours[week]!,
          handlingHours: rows[at]!.handlingHours[week]!,
          contacts: rows[at]!.answered[week]!,
          paidFte: rows[at]!.paidHours[week]! / FTE_HOURS_PER_WEEK,
        }),
      );
      const whole = delivered.reduce(add, { productiveHours: 0, handlingHours: 0, contacts: 0, paidFte: 0 });
      const bill = contractBill(contract, whole);
      const units = billedUnits(contract.basis, whole);
      teams.forEach((at, index) => {
        const part = units > 0 ? billedUnits(contract.basis, delivered[index]!) / units : 1 / teams.length;
        rows[at]!.cost[week] = bill * part;
      });
    }
  }
}

function add(sum: Delivered, more: Delivered): Delivered {
  return {
    productiveHours: sum.productiveHours + more.productiveHours,
    handlingHours: sum.handlingHours + more.handlingHours,
    contacts: sum.contacts + more.contacts,
    paidFte: sum.paidFte + more.paidFte,
  };
}
