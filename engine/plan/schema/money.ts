import { z } from 'zod';
import { estimate } from './estimate';
import { amount, country, date, id, name, note, provenanceFields, siteKind } from './fields';

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'a currency code such as USD');

/** How fast pay and prices rise; without a country everywhere where no other entry holds. */
const inflation = z.strictObject({
  country: country.optional(),
  wagesPerYear: z.number().min(-0.5).max(5),
  pricesPerYear: z.number().min(-0.5).max(5),
  ...provenanceFields,
});

/** A currency beside the plan's own: for reading amounts in, and for what is paid in it. */
const currency = z.strictObject({
  currency: currencyCode,
  /** Units of it for one of the plan's currency, on the first day. */
  perUnit: z.number().min(1e-6).max(1e9),
  /** How much dearer it gets against the plan's currency in a year; below 0 cheaper. */
  changePerYear: z.number().min(-0.95).max(10),
  ...provenanceFields,
});

/** Money set aside: for the whole plan, or for a provider, a site or a kind of site. */
const budgetLine = z.strictObject({
  of: z.enum(['all', 'provider', 'site', 'kind']),
  member: z.union([id, siteKind]).optional(),
  /** By month, from the plan's first; the last holds for all further ones. */
  perMonth: z.array(amount).min(1).max(60),
  ...provenanceFields,
});

/** How leaving answers to pay and to busy days, for teams that don't say so themselves. */
const attrition = z.strictObject({
  /** Share fewer leavers for each share more pay: 1 means a raise of 1 % keeps 1 % of leavers. */
  payElasticity: estimate(0, 20),
  /** Share more leavers for each share more occupancy, above the reference. */
  occupancyElasticity: estimate(0, 20),
  referenceOccupancy: z.number().min(0.3).max(1),
  ...provenanceFields,
});

/** Word of mouth: how many hear of it from a customer who leaves, and how many of them leave too. An opinion; never in a total. */
const amplification = z.strictObject({
  tells: estimate(0, 1000),
  leaveShare: estimate(0, 1),
  ...provenanceFields,
});

/** What a change costs, for what a measure of the plan brings in. */
const businessCase = z.strictObject({
  id,
  name,
  /** The measure whose effect is the benefit, on against off. */
  measure: id,
  startDate: date,
  years: z.number().int().min(1).max(15),
  /** Spent at the start. */
  investment: estimate(0, 1e12),
  /** Spent every year while it runs. */
  runningPerYear: estimate(0, 1e12),
  /** Share of the hours saved that leave the payroll or the bill. */
  realizedShare: estimate(0, 1),
  /** Effect that lasts, against what the measure promises; absent: all of it. */
  effectFactor: estimate(0, 5).optional(),
  /** Share of the contribution of averted contacts that is earned all the same, as by self-service; absent: all of it. */
  contributionKept: estimate(0, 1).optional(),
  /** What a unit of money is worth less for each year that it comes later. */
  discountRatePerYear: estimate(-0.5, 2),
  note: note.optional(),
  ...provenanceFields,
});

/** What money needs beside people, sites and contracts; all of it optional. */
export const money = z.strictObject({
  /** Pay of a team leader against an agent's; 1.35 when absent. */
  leads: z.strictObject({ wageFactor: z.number().min(0).max(20), ...provenanceFields }).optional(),
  inflation: z.array(inflation).max(100).optional(),
  currencies: z.array(currency).max(50).optional(),
  budget: z.array(budgetLine).max(200).optional(),
  attrition: attrition.optional(),
  amplification: amplification.optional(),
  cases: z.array(businessCase).max(50).optional(),
});

/** What a platform is paid for: the licence of an agent and month, and an hour of handling. */
export const platformCost = z.strictObject({
  perHeadMonth: amount.optional(),
  perHandlingHour: amount.optional(),
  ...provenanceFields,
});

/** Of a stream: how often the matter is settled, and what a contact earns where no reasons say it. */
export const streamWorth = z.strictObject({
  resolutionShare: estimate(0, 1).optional(),
  valuePerContact: estimate(-1e6, 1e6).optional(),
  ...provenanceFields,
});

/** Customers who call to leave: their share of the contacts, and the share that a good contact keeps. */
export const retention = z.strictObject({
  leaverShare: estimate(0, 1),
  saveShare: estimate(0, 1),
  ...provenanceFields,
});

/** What is learned from listening, with diminishing returns: worth at most so much a year, half of it after so many contacts. */
export const insight = z.strictObject({
  mostPerYear: estimate(0, 1e12),
  contactsToHalf: estimate(1, 1e9),
  ...provenanceFields,
});

/** How customers answer to more than an abandoned contact. */
export const churnResponse = {
  /** Share of the answered who leave for each minute waited. */
  perMinuteWaited: estimate(0, 1).optional(),
  /** Share who leave for each contact that had to be made again. */
  perRepeat: estimate(0, 1).optional(),
};

export type MoneyPlan = z.infer<typeof money>;
export type BusinessCase = z.infer<typeof businessCase>;
export type BudgetLine = z.infer<typeof budgetLine>;
