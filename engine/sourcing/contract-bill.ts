import type { Contract } from '../plan';

/** What a provider delivered in a week. */
export interface Delivered {
  readonly productiveHours: number;
  readonly handlingHours: number;
  readonly contacts: number;
  readonly paidFte: number;
}

/** A bill: what was delivered, what the minimum adds to it, and the premium on what is beyond the maximum. */
export interface ContractBill {
  readonly volume: number;
  readonly minimum: number;
  readonly surge: number;
}

export const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** Billed units of a week under a contract's price basis: hours, minutes, contacts, or full-time equivalents' part of a month. */
export function billedUnits(basis: Contract['basis'], delivered: Delivered): number {
  switch (basis) {
    case 'hour':
      return delivered.productiveHours;
    case 'minute':
      return delivered.handlingHours * 60;
    case 'contact':
      return delivered.contacts;
    case 'fte-month':
      return delivered.paidFte / WEEKS_PER_MONTH;
  }
}

/**
 * A provider's bill for a week, part by part.
 *
 * Units × price, and no less than the week's part of the monthly minimum. Units above the monthly maximum carry the
 * surge premium.
 *
 * Units: plan currency. Cost: constant.
 *
 * @example contractBill({ basis: 'hour', price: 12, surgePremium: 0.25, ... }, { productiveHours: 100, ... }).volume // 1200
 */
export function contractBill(contract: Contract, delivered: Delivered): ContractBill {
  const units = billedUnits(contract.basis, delivered);
  const least = (contract.minimumPerMonth ?? 0) / WEEKS_PER_MONTH;
  const most =
    contract.maximumPerMonth === undefined ? Number.POSITIVE_INFINITY : contract.maximumPerMonth / WEEKS_PER_MONTH;
  const surge = Math.max(0, units - most);
  return {
    volume: units * contract.price,
    minimum: Math.max(0, least - units) * contract.price,
    surge: surge * contract.surgePremium * contract.price,
  };
}

/**
 * What minimum and surge come to when a contract is settled by the month and not by the week.
 *
 * Use beside `contractBill`, whose weeks each stand for themselves: a week without people pays its minimum there even in a
 * month that is above it as a whole. Minimum and maximum of a month are those of its weeks. Units: billed units by week in,
 * plan currency out. Cost: linear in weeks.
 *
 * @example monthlySettlement({ price: 10, minimumPerMonth: 365.25, surgePremium: 0 }, [0, 200, 200, 200], [{ first: 0, weeks: 4 }]).minimum // 0
 */
export function monthlySettlement(
  contract: Pick<Contract, 'price' | 'minimumPerMonth' | 'maximumPerMonth' | 'surgePremium'>,
  units: ArrayLike<number>,
  months: readonly { readonly first: number; readonly weeks: number }[],
): Pick<ContractBill, 'minimum' | 'surge'> {
  const { price, minimumPerMonth = 0, maximumPerMonth = Number.POSITIVE_INFINITY, surgePremium } = contract;
  let [missing, beyond] = [0, 0];
  for (const { first, weeks } of months) {
    let sum = 0;
    for (let week = first; week < first + weeks; week++) sum += units[week]!;
    missing += Math.max(0, (minimumPerMonth / WEEKS_PER_MONTH) * weeks - sum);
    beyond += Math.max(0, sum - (maximumPerMonth / WEEKS_PER_MONTH) * weeks);
  }
  return { minimum: missing * price, surge: beyond * price * surgePremium };
}
