import { z } from 'zod';
import {
  DRIVER_NAME,
  DRIVER_NAME_ALLOWED,
  FREE_NAME_ALLOWED,
  isFreeDriverName,
  MOST_FORMULA_CHARACTERS,
} from '../formula';
import { spread } from './estimate';
import {
  amount,
  channel,
  count,
  country,
  date,
  durationSeconds,
  id,
  language,
  name,
  note,
  openingHours,
  provenanceFields,
  quantity,
  share,
  zone,
} from './fields';
import { churnResponse, insight, retention, streamWorth } from './money';

/** Customers of one place: their clock, their holidays, and what losing one costs. */
export const market = z.strictObject({
  id,
  name,
  country,
  zone,
  /** When customers may contact us, in the market's zone. */
  openingHours,
  /** Days on which demand is multiplied by `demandFactor` (0 for closed). */
  holidays: z.array(z.strictObject({ date, name, demandFactor: z.number().min(0).max(20) })).max(500),
  customers: count,
  churn: z
    .strictObject({
      /** Share of the customers behind abandoned contacts who leave because of it. */
      perAbandonedContact: share,
      /** Contribution lost with one customer, in the plan's currency. */
      valuePerCustomer: amount,
      /** The least and the most that these may be; without them they are taken as known. */
      perAbandonedContactRange: spread(0, 1).optional(),
      valuePerCustomerRange: spread(0, 1e9).optional(),
      ...churnResponse,
      ...provenanceFields,
    })
    .optional(),
});

const dayOfWeekShare = z.array(share).length(7);
/** Share of a day's contacts by equal parts of the market's day: rows for every day, for weekday and weekend, or Monday to Sunday. */
const intradayShare = z.array(z.array(share).min(24).max(96)).min(1).max(7);

const demandShape = { dayOfWeekShare, intradayShare };

/** A typical week times an index for each week of the year, growing or shrinking. */
const seasonalDemand = z.strictObject({
  kind: z.literal('seasonal'),
  contactsPerWeek: quantity,
  growthPerYear: z.number().min(-0.9).max(5),
  /** 52 or 53 multipliers around 1, for the weeks of the year. */
  weekOfYearIndex: z.array(z.number().min(0).max(20)).min(52).max(53),
  ...demandShape,
  ...provenanceFields,
});

/** Contacts for each week of the plan, as a forecast gives them. */
const weeklyDemand = z.strictObject({
  kind: z.literal('weekly'),
  contactsByWeek: z.array(quantity).min(1).max(208),
  ...demandShape,
  /** The history it was forecast from. */
  history: z.string().max(64).optional(),
  ...provenanceFields,
});

const driverValue = z.number().min(-1e12).max(1e12);

/** A number that drives demand, under the name that the formula uses. */
const driver = z.strictObject({
  id: z.string().regex(DRIVER_NAME, DRIVER_NAME_ALLOWED).refine(isFreeDriverName, FREE_NAME_ALLOWED),
  name,
  /** What it is counted in, such as orders a week or contacts an order. */
  unit: z.string().max(60).optional(),
  /** One number for every week, or one for each week of the plan. */
  values: z.union([driverValue, z.array(driverValue).min(1).max(208)]),
  ...provenanceFields,
});

/** Contacts of each week as the planner's own formula over drivers, such as `orders * contact_rate * (1 + promo)`. */
const driverDemand = z.strictObject({
  kind: z.literal('drivers'),
  formula: z.string().min(1).max(MOST_FORMULA_CHARACTERS),
  drivers: z.array(driver).max(30),
  ...demandShape,
  ...provenanceFields,
});

/** What the stream promises; exactly one kind. */
const target = z.discriminatedUnion('kind', [
  /** Share of offered contacts answered within so many seconds. */
  z.strictObject({ kind: z.literal('answer-within'), share, seconds: z.number().min(0).max(86_400) }),
  z.strictObject({ kind: z.literal('abandonment'), maxShare: share }),
  /** Deferrable work finished within so many hours of arriving. */
  z.strictObject({ kind: z.literal('complete-within'), share, hours: z.number().min(0.25).max(2000) }),
]);

/** Customers who give up here and turn to another stream instead. */
const hop = z.strictObject({
  to: id,
  /** Share of those who give up. */
  share,
  /** Share of these who are taken on there; the rest is lost. All of them when absent. */
  acceptance: share.optional(),
});

/** How contacts that come again differ from first ones. */
const laterAttempt = z.strictObject({
  patienceFactor: z.number().min(0.05).max(20),
  handleTimeFactor: z.number().min(0.1).max(10),
  /** Share passed on to another stream, such as a specialists' line, when they come again. */
  escalate: z.strictObject({ to: id, share }).optional(),
  ...provenanceFields,
});

/** One kind of work: who asks, in which language and channel, how long it takes, and what is promised. */
export const stream = z.strictObject({
  id,
  name,
  market: id,
  language,
  skill: id,
  channel,
  demand: z.discriminatedUnion('kind', [seasonalDemand, weeklyDemand, driverDemand]),
  /** Spread of the day's total around its forecast, as a coefficient of variation. */
  dailyVariation: z.number().min(0).max(3),
  handleTime: z.strictObject({
    meanSeconds: durationSeconds,
    /** Standard deviation over mean; 1 is exponential. */
    coefficientOfVariation: z.number().min(0).max(10),
    ...provenanceFields,
  }),
  /** Mean time a customer is willing to wait; null where the work waits without anyone hanging up. */
  patienceSeconds: durationSeconds.nullable(),
  /** Standard deviation of patience over its mean (1, exponential, when absent), and share of customers who leave unless somebody is free. */
  patienceShape: z
    .strictObject({ coefficientOfVariation: z.number().min(0).max(5).optional(), leaveAtOnceShare: share.optional() })
    .optional(),
  /** Contacts that one agent works on at once, and how much longer each then takes. */
  concurrency: z
    .strictObject({ contacts: z.number().min(1).max(12), handleTimeStretch: z.number().min(1).max(6) })
    .optional(),
  target,
  /** 1 is served first. */
  priority: z.number().int().min(1).max(9),
  /** Largest share of an agent's time on contacts; staffing never plans above it. */
  maxOccupancy: z.number().min(0.3).max(1),
  /** Share of those who abandon that try again the same day. */
  redialShare: share,
  /** Those of the rest who turn to other streams; with `redialShare` at most all who give up. */
  hop: z.array(hop).min(1).max(20).optional(),
  /** Contacts with one attempt behind them, with two, and so on; the last holds for all further ones. */
  laterAttempts: z.array(laterAttempt).min(1).max(4).optional(),
  /** Mean minutes until those who gave up try again, here or elsewhere; half an hour when absent. */
  tryAgainAfterMinutes: z.number().min(0).max(1440).optional(),
  /** Answered contacts that are handed on to another stream when the first agent is done. */
  transfers: z
    .array(z.strictObject({ to: id, share }))
    .min(1)
    .max(20)
    .optional(),
  /** Whoever still waits after so many seconds is offered to be called back, keeping the place in line. */
  callbackOffer: z
    .strictObject({ afterSeconds: z.number().min(0).max(86_400), acceptShare: share, ...provenanceFields })
    .optional(),
  worth: streamWorth.optional(),
  /** Licence that whoever serves it must hold. */
  licence: id.optional(),
  reasons: z
    .array(z.strictObject({ reason: id, share }))
    .max(50)
    .optional(),
});

/** Why customers make contact. */
export const reason = z.strictObject({
  id,
  name,
  demandKind: z.enum(['value', 'failure']),
  /** Share that self-service could finish. */
  automatableShare: share,
  handleTimeFactor: z.number().min(0.1).max(10),
  department: name,
  /** Contribution of a contact that is handled, before what handling costs. */
  valuePerContact: z.number().min(-1e6).max(1e6),
  valuePerContactRange: spread(-1e6, 1e6).optional(),
  retention: retention.optional(),
  insight: insight.optional(),
  description: note.optional(),
  ...provenanceFields,
});

export type Market = z.infer<typeof market>;
export type Stream = z.infer<typeof stream>;
export type Demand = Stream['demand'];
export type Target = Stream['target'];
export type Reason = z.infer<typeof reason>;
