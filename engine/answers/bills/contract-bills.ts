import type { Disruption, Plan } from '../../plan';
import type { RunControl } from '../../units';
import { type CaseChoice, chosenCases } from '../chosen-cases';
import { moneyGround } from '../money';
import { partOf, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { runUnder } from '../stress-plan';
import { type ContractTerms, contractTerms } from './contract-terms';
import { type Bill, billsOf, type ProviderBill } from './provider-bill';

export interface BillOptions extends CaseChoice {
  /** Disruptions beside the plan's, such as those of the library on it. */
  readonly others?: readonly Disruption[] | undefined;
}

/** The bills of one case: the plan as it is, a disruption or a scenario. */
export interface BillCase {
  readonly id: string | null;
  readonly name: string;
  readonly kind: 'plan' | 'disruption' | 'scenario';
  readonly startDate: string | null;
  readonly providers: readonly ProviderBill[];
  readonly total: number;
  readonly difference: number;
}

export interface BillAnswer {
  readonly currency: string;
  readonly weeks: number;
  readonly terms: readonly ContractTerms[];
  /** The undisturbed plan first. */
  readonly cases: readonly BillCase[];
  readonly provenance: Provenance;
}

const METHOD =
  'flow run of each case; contracts billed by the week with the week’s part of monthly minimum and maximum, penalties by month, beside them what own sites cost';

/**
 * What every provider bills, and own sites cost, over the horizon: undisturbed and under each disruption and scenario.
 *
 * Use for procurement: which contract costs more when something goes wrong, and by which of its terms. The sums are those of
 * the loaded cost (`planMoney`). Inflation and currency of a contract are its indexation. Units: plan currency, billed
 * units. Errors: `InputFault` for ids that the plan doesn't have. Cost: a run of the flow model a case, kept.
 */
export function contractBills(plan: Plan, options: BillOptions = {}, control?: RunControl): BillAnswer {
  const others = options.others ?? [];
  const { disruptions, scenarios } = chosenCases(plan, options, {
    code: 'bills',
    places: { disruption: 'disruptions', scenario: 'scenarios' },
  });
  const struck = [...disruptions, ...others];
  const parts = 1 + struck.length + scenarios.length;
  const ready = preparePlan(plan, partOf(control, 0, 1 / parts));
  const usual = moneyGround(plan, null);
  const base = billsOf(usual);
  const cases: BillCase[] = [caseOf({ id: null, name: usual.name, kind: 'plan', startDate: null }, base, base)];
  const part = () => partOf(control, cases.length / parts, (cases.length + 1) / parts);
  for (const disruption of struck) {
    const { id, name, startDate } = disruption;
    const run = runUnder(ready, [disruption], part(), name);
    cases.push(caseOf({ id, name, kind: 'disruption', startDate }, billsOf({ ...usual, id, name, run }), base));
  }
  for (const { id, name } of scenarios) {
    cases.push(caseOf({ id, name, kind: 'scenario', startDate: null }, billsOf(moneyGround(plan, id, part())), base));
  }
  return {
    currency: plan.currency,
    weeks: plan.calendar.weeks,
    terms: contractTerms(plan),
    cases,
    provenance: provenance(METHOD, { planHash: ready.hash }),
  };
}

function caseOf(
  about: Pick<BillCase, 'id' | 'name' | 'kind' | 'startDate'>,
  bills: readonly Bill[],
  base: readonly Bill[],
): BillCase {
  const usual = new Map(base.map(({ provider, total }) => [provider, total]));
  const sum = (of: readonly Bill[]) => of.reduce((total, bill) => total + bill.total, 0);
  return {
    ...about,
    providers: bills.map((bill) => ({ ...bill, difference: bill.total - (usual.get(bill.provider) ?? 0) })),
    total: sum(bills),
    difference: sum(bills) - sum(base),
  };
}
