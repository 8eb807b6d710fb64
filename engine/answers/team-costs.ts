import type { Grid } from '../calendar';
import type { Modifiers } from '../disruption';
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
 * outsourcer costs what its contract bills, and its bill is divided over its teams by what each delivered. Hours that a
 * disruption takes from an outsourcer are not billed; hours that a playbook adds cost what the playbook says and stand
 * outside the bill.
 */
export function teamWeeks(network: Network, records: FlowRecords, modifiers?: Modifiers): TeamWeeks[] {
  const { plan, grid, duty } = network;
  const rows = plan.teams.map((_, at): TeamWeeks => {
    const people = duty.heads[at]!;
    const staffed = (count: number, week: number) => count * weekMean(grid, modifiers?.staffed[at], week);
    return {
      heads: people.heads.map(staffed),
      paidHours: people.paidHours.map(staffed),
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
  addBills(network, rows, modifiers);
  if (modifiers) addPricesAndPlaybook(network, rows, modifiers);
  return rows;
}

/** Mean of a factor over a week; 1 where there is none. */
function weekMean({ weekStarts }: Grid, factors: Float32Array | null | undefined, week: number): number {
  if (!factors) return 1;
  const from = weekStarts[week]!;
  const to = weekStarts[week + 1]!;
  let sum = 0;
  for (let t = from; t < to; t++) sum += factors[t]!;
  return sum / (to - from);
}

/** Part of a team's hours of a week that its ordinary contract bills: what a playbook adds is left out. */
function billedPart(grid: Grid, added: Float32Array | null | undefined, week: number): number {
  return added ? 1 / (1 + weekMean(grid, added, week)) : 1;
}

function addPricesAndPlaybook({ grid }: Network, rows: readonly TeamWeeks[], modifiers: Modifiers): void {
  rows.forEach((row, at) => {
    for (let week = 0; week < grid.weeks; week++) {
      let extra = 0;
      for (let day = week * 7; day < week * 7 + 7; day++) extra += modifiers.addedCost[at]?.[day] ?? 0;
      row.cost[week] = row.cost[week]! * weekMean(grid, modifiers.price[at], week) + extra;
    }
  });
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
        paidHours: rows[at]!.paidHours[week]!,
        overtimeHours: Math.max(0, network.duty.heads[at]!.extraHours[week]!),
        overtimePremium: team.overtime?.premium ?? 0,
        wagePerHour: site.wage.perHour,
        benefitsShare: site.wage.benefitsShare,
        seats: siteHeads > 0 ? ((site.seats ?? 0) * heads) / siteHeads : 0,
        facilityCostPerSeatMonth: site.facilityCostPerSeatMonth,
      });
      rows[at]!.cost[week] = cost.wages + cost.facility;
    }
  });
}

function addBills(network: Network, rows: readonly TeamWeeks[], modifiers: Modifiers | undefined): void {
  for (const provider of network.plan.providers) {
    const { contract } = provider;
    if (!contract) continue;
    const teams = network.origins.flatMap((origin, at) => (origin.provider.id === provider.id ? [at] : []));
    for (let week = 0; week < network.grid.weeks; week++) {
      const delivered = teams.map((at): Delivered => {
        const part = billedPart(network.grid, modifiers?.added[at], week);
        return {
          productiveHours: rows[at]!.dutyHours[week]! * part,
          handlingHours: rows[at]!.handlingHours[week]! * part,
          contacts: rows[at]!.answered[week]! * part,
          paidFte: rows[at]!.paidHours[week]! / FTE_HOURS_PER_WEEK,
        };
      });
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
