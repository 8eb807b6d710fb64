import type { Contract, Grade, Plan } from '../../plan';

/** A provider's contract, every term of it. */
export interface ContractTerms {
  readonly provider: string;
  readonly name: string;
  readonly basis: Contract['basis'];
  /** What is billed, in words. */
  readonly unit: string;
  /** Plan currency a unit. */
  readonly price: number;
  /** Units a month; null where the contract names none. */
  readonly minimumPerMonth: number | null;
  readonly maximumPerMonth: number | null;
  /** Shares: of the price beyond the maximum; of the month's bill for each point of service missed; of the price a year. */
  readonly surgePremium: number;
  readonly penaltySharePerPoint: number;
  readonly indexationPerYear: number;
  readonly rampNoticeWeeks: number;
  readonly exitNoticeWeeks: number;
  /** What the month's minimum costs, and what a full month at the maximum does before any premium. */
  readonly minimumBill: number | null;
  readonly maximumBill: number | null;
  /** What has to be paid from notice to exit at the least: the minimum over the exit notice. */
  readonly exitBill: number | null;
  readonly source: string | null;
  readonly grade: Grade | null;
}

const UNITS: Readonly<Record<Contract['basis'], string>> = {
  hour: 'productive hour',
  minute: 'handling minute',
  contact: 'contact answered',
  'fte-month': 'full-time equivalent and month',
};

const MONTHS_PER_WEEK = (12 * 7) / 365.25;

/** The terms of every contract of a plan, beside each other. */
export function contractTerms(plan: Plan): ContractTerms[] {
  return plan.providers.flatMap(({ id, name, contract }): ContractTerms[] => {
    if (!contract) return [];
    const { minimumPerMonth: least = null, maximumPerMonth: most = null, price, exitNoticeWeeks } = contract;
    return [
      {
        provider: id,
        name,
        basis: contract.basis,
        unit: UNITS[contract.basis],
        price,
        minimumPerMonth: least,
        maximumPerMonth: most,
        surgePremium: contract.surgePremium,
        penaltySharePerPoint: contract.penaltySharePerPoint ?? 0,
        indexationPerYear: contract.indexationPerYear ?? 0,
        rampNoticeWeeks: contract.rampNoticeWeeks,
        exitNoticeWeeks,
        minimumBill: least === null ? null : least * price,
        maximumBill: most === null ? null : most * price,
        exitBill: least === null ? null : least * price * exitNoticeWeeks * MONTHS_PER_WEEK,
        source: contract.source ?? null,
        grade: contract.grade ?? null,
      },
    ];
  });
}
