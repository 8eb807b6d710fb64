import type { Grid } from '../calendar';
import type { Modifiers } from '../disruption';
import { EDGE_COUNT, edgeCount, type FlowRecords, type Network } from '../simulate';
import { billedUnits, contractBill, type Delivered } from '../sourcing';
import { laborCost } from '../workforce';

/** Paid hours a week of one full-time equivalent, for every country alike, so that FTE can be compared. */
export const FTE_HOURS_PER_WEEK = 40;

/**
 * What a run's cost is made of, in the order in which it is added up: pay of own people and their workplaces; an
 * outsourcer's bill for what it delivered, what the monthly minimum adds, and the premium beyond the maximum; what
 * disruptions do to prices; and what a playbook buys.
 */
export const RUN_COSTS = [
  'wages',
  'training',
  'overtime',
  'premium',
  'benefits',
  'facility',
  'volume',
  'minimum',
  'surge',
  'disruptedPrices',
  'playbook',
] as const;
export type RunCost = (typeof RUN_COSTS)[number];

/** A team's week in figures, a row a week. */
export interface TeamWeeks {
  readonly heads: Float64Array;
  readonly paidHours: Float64Array;
  readonly dutyHours: Float64Array;
  readonly handlingHours: Float64Array;
  readonly answered: Float64Array;
  /** The sum of its parts. */
  readonly cost: Float64Array;
  readonly parts: { readonly [Part in RunCost]: Float64Array };
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
      parts: Object.fromEntries(RUN_COSTS.map((part) => [part, new Float64Array(grid.weeks)])) as Record<
        RunCost,
        Float64Array
      >,
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
  addUp(rows);
  if (modifiers) {
    addPricesAndPlaybook(network, rows, modifiers);
    addUp(rows);
  }
  return rows;
}

/** A team's cost is the sum of its parts. */
function addUp(rows: readonly TeamWeeks[]): void {
  for (const { cost, parts } of rows) {
    for (let week = 0; week < cost.length; week++) {
      let sum = 0;
      for (const part of RUN_COSTS) sum += parts[part][week]!;
      cost[week] = sum;
    }
  }
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
      row.parts.disruptedPrices[week] = row.cost[week]! * (weekMean(grid, modifiers.price[at], week) - 1);
      row.parts.playbook[week] = extra;
    }
  });
}

const OWN_PARTS = ['wages', 'training', 'overtime', 'premium', 'benefits', 'facility'] as const;
const BILL_PARTS = ['volume', 'minimum', 'surge'] as const;

function addOwnCost(network: Network, rows: readonly TeamWeeks[]): void {
  network.origins.forEach(({ site, provider, team }, at) => {
    if (provider.contract) return;
    for (let week = 0; week < network.grid.weeks; week++) {
      const heads = rows[at]!.heads[week]!;
      const siteHeads = network.origins.reduce(
        (sum, other, index) => sum + (other.site.id === site.id ? rows[index]!.heads[week]! : 0),
        0,
      );
      const { trainees, extraHours, paidHours } = network.duty.heads[at]!;
      const staffed = paidHours[week]! > 0 ? rows[at]!.paidHours[week]! / paidHours[week]! : 1;
      const cost = laborCost({
        paidHours: rows[at]!.paidHours[week]!,
        trainingHours: trainees[week]! * team.paidHoursPerWeek * staffed,
        overtimeHours: Math.max(0, extraHours[week]!),
        overtimePremium: team.overtime?.premium ?? 0,
        wagePerHour: site.wage.perHour,
        benefitsShare: site.wage.benefitsShare,
        seats: siteHeads > 0 ? ((site.seats ?? 0) * heads) / siteHeads : 0,
        facilityCostPerSeatMonth: site.facilityCostPerSeatMonth,
      });
      const { parts } = rows[at]!;
      for (const part of OWN_PARTS) parts[part][week] = cost[part];
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
        for (const kind of BILL_PARTS) rows[at]!.parts[kind][week] = bill[kind] * part;
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
