import type { Plan } from '../../plan';
import type { RunControl } from '../../units';
import { type PreparedPlan, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { answerDemand } from './answer-demand';
import type { PlannedReason } from './demand-result';

/** What one department causes: contacts, work and money. */
export interface DepartmentCharge {
  /** Null for streams that state no reasons. */
  readonly department: string | null;
  readonly contacts: number;
  readonly hours: number;
  readonly cost: number;
  /** The part of it that nobody would miss: contacts that come from something having failed. */
  readonly failureContacts: number;
  readonly failureHours: number;
  readonly failureCost: number;
}

export interface ChargeAnswer {
  readonly currency: string;
  /** The dearest first. */
  readonly departments: readonly DepartmentCharge[];
  readonly total: Omit<DepartmentCharge, 'department'>;
  readonly provenance: Provenance;
}

/**
 * Charges contacts back to the departments that cause them.
 *
 * A stream's cost over the horizon is divided over its reasons as its handling hours are, and goes with each reason to its
 * department. Only failure demand is a saving: value demand is what customers come for.
 *
 * Source: failure and value demand (Seddon 2003). Units: contacts, agent hours, the plan's currency. Valid: the departments
 * add up to the cost of all streams. Cost: that of running the plan once.
 */
export function chargeDepartments(plan: Plan, control?: RunControl): ChargeAnswer {
  const ready = preparePlan(plan, control);
  const { reasons } = answerDemand(plan);
  const priceOf = pricePerHour(ready, reasons);
  const departments = new Map<string | null, DepartmentCharge>();
  for (const row of reasons) {
    const known = departments.get(row.department) ?? { department: row.department, ...NOTHING };
    departments.set(row.department, { department: row.department, ...add(known, charge(row, priceOf(row))) });
  }
  const list = [...departments.values()].sort((a, b) => b.cost - a.cost);
  return {
    currency: plan.currency,
    departments: list,
    total: list.reduce<Omit<DepartmentCharge, 'department'>>(add, NOTHING),
    provenance: provenance('cost of each stream divided over its reasons by handling hours, undisturbed plan', {
      planHash: ready.hash,
    }),
  };
}

const NOTHING = { contacts: 0, hours: 0, cost: 0, failureContacts: 0, failureHours: 0, failureCost: 0 };
type Charge = Omit<DepartmentCharge, 'department'>;

function charge({ contacts, hours, demandKind }: PlannedReason, price: number): Charge {
  const cost = hours * price;
  const failed = demandKind === 'failure' ? 1 : 0;
  return {
    contacts,
    hours,
    cost,
    failureContacts: contacts * failed,
    failureHours: hours * failed,
    failureCost: cost * failed,
  };
}

function add(a: Charge, b: Charge): Charge {
  return {
    contacts: a.contacts + b.contacts,
    hours: a.hours + b.hours,
    cost: a.cost + b.cost,
    failureContacts: a.failureContacts + b.failureContacts,
    failureHours: a.failureHours + b.failureHours,
    failureCost: a.failureCost + b.failureCost,
  };
}

/** A stream's cost over its planned handling hours, so that its reasons add up to all of its cost. */
function pricePerHour({ base }: PreparedPlan, reasons: readonly PlannedReason[]): (row: PlannedReason) => number {
  const hours = new Map<string, number>();
  for (const row of reasons) hours.set(row.stream, (hours.get(row.stream) ?? 0) + row.hours);
  const prices = new Map(
    base.streams.map(({ id, total }) => [id, (hours.get(id) ?? 0) > 0 ? total.cost / hours.get(id)! : 0]),
  );
  return ({ stream }) => prices.get(stream) ?? 0;
}
