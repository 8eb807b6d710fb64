import { z } from 'zod';
import { amount, date, id, name, provenanceFields, quantity, share } from './fields';

/** A figure for each week of the plan; null where the usual one holds. */
const byWeek = (most: number) => z.array(z.number().min(0).max(most).nullable()).max(208);

/** One reason for paid time away from contacts. Those of a kind add up to the team's shrinkage of that kind. */
const shrinkageComponent = z.strictObject({
  id,
  name,
  kind: z.enum(['in-office', 'out-of-office']),
  share: z.number().min(0).max(0.9),
  /** January to December: how much more or less than usual, such as 2 for vacation in August. */
  byMonth: z.array(z.number().min(0).max(20)).length(12).optional(),
  /** Shares planned for single weeks, in place of the usual one. */
  byWeek: byWeek(0.9).optional(),
  ...provenanceFields,
});

/** What happens between an accepted offer and work at the learner's own speed. */
const onboarding = z.strictObject({
  /** Paid weeks in training before the first contact. */
  trainingWeeks: z.number().int().min(0).max(52),
  /** First weeks on contacts, with somebody beside, and the speed in them. */
  nestingWeeks: z.number().int().min(0).max(26),
  nestingSpeed: share,
  /** Share of accepted offers that never turn up. */
  noShowShare: z.number().min(0).max(0.9),
  /** Share of those who start that leave before the first contact. */
  trainingLossShare: z.number().min(0).max(0.9),
  ...provenanceFields,
});

/** How attrition answers to occupancy and pay: (occupancy ÷ reference)^elasticity × (pay against market)^-elasticity. */
const attritionResponse = z.strictObject({
  referenceOccupancy: z.number().min(0.3).max(1),
  occupancyElasticity: z.number().min(0).max(20),
  /** Pay over what the local market pays: 1 is the market. */
  payAgainstMarket: z.number().min(0.2).max(5),
  payElasticity: z.number().min(0).max(20),
  ...provenanceFields,
});

/** Limits of recruiting and training a team, and what people who come and go cost. */
const hiring = z.strictObject({
  minClass: z.number().int().min(1).max(1000),
  maxClass: z.number().int().min(1).max(1000),
  /** Weeks from the decision to the first day of training. */
  leadWeeks: z.number().int().min(0).max(52),
  /** Share of a class's places that recruiting fills. */
  fillRate: z.number().min(0.05).max(1),
  costPerHire: amount,
  /** What a leaver costs beside the replacement: exit, knowledge lost. */
  costPerLeaver: amount,
  ...provenanceFields,
});

/** A shift that people may work: how long, when it may start, its breaks, on how many days of the week. */
export const shiftTemplate = z.strictObject({
  id,
  name,
  /** From start to end, breaks included. */
  lengthMinutes: z.number().int().min(60).max(960),
  /** By the site's clock, as minutes after midnight; starts are so many minutes apart. */
  earliestStartMinute: z.number().int().min(0).max(1439),
  latestStartMinute: z.number().int().min(0).max(1439),
  startEveryMinutes: z.number().int().min(15).max(1440),
  breaks: z
    .array(
      z.strictObject({
        afterMinutes: z.number().int().min(15).max(900),
        minutes: z.number().int().min(5).max(240),
        /** Paid breaks belong here or in the shrinkage, not in both. */
        paid: z.boolean(),
      }),
    )
    .max(8),
  daysPerWeek: z.number().int().min(1).max(7),
  /** Largest share of a team's people who work it, such as a limit on part-time. */
  maxShare: share.optional(),
  /** Where it is worked; everywhere when absent. */
  sites: z.array(id).min(1).max(200).optional(),
  ...provenanceFields,
});

/** What of a team's people is planned in more detail; all of it optional. */
export const teamWorkforce = {
  onboarding: onboarding.optional(),
  /** Attrition by months since joining, as factors on the yearly rate; the first from month 0. */
  attritionByTenure: z
    .array(z.strictObject({ fromMonths: z.number().min(0).max(600), factor: z.number().min(0).max(50) }))
    .min(1)
    .max(60)
    .optional(),
  attritionResponse: attritionResponse.optional(),
  shrinkageComponents: z.array(shrinkageComponent).min(1).max(40).optional(),
  /** Share of rostered time in which people do what the roster says; 1 when absent. */
  adherence: z.number().min(0.2).max(1).optional(),
  /** Figures planned for single weeks, in place of the team's usual ones. */
  byWeek: z
    .strictObject({
      attritionPerYear: byWeek(50).optional(),
      inOffice: byWeek(0.9).optional(),
      outOfOffice: byWeek(0.9).optional(),
      /** Paid hours beyond the usual, as a share of them; below 0 is time off without pay. */
      extraHours: z.array(z.number().min(-0.9).max(0.6).nullable()).max(208).optional(),
    })
    .optional(),
  /** Most extra hours in a week, as a share of the usual ones, and what is paid on top of the wage. */
  overtime: z.strictObject({ maxShare: z.number().min(0).max(0.6), premium: z.number().min(0).max(3) }).optional(),
  /** Most hours in a week that may be given off without pay, as a share of the usual ones. */
  voluntaryTimeOff: z.strictObject({ maxShare: z.number().min(0).max(0.9) }).optional(),
  /** People away for weeks and back afterwards. */
  leaves: z
    .array(z.strictObject({ date, weeks: z.number().int().min(1).max(104), heads: quantity, paid: z.boolean() }))
    .max(200)
    .optional(),
  /** Roles beside the agents, such as coaches or schedulers; team leaders come from the span of control. */
  indirectRoles: z
    .array(
      z.strictObject({ name, agentsPerRole: z.number().min(1).max(10_000), wageFactor: z.number().min(0).max(20) }),
    )
    .max(20)
    .optional(),
  hiring: hiring.optional(),
  /** Hours that shifts need beyond the requirement of intervals, as a share of it; the headcount's requirement grows by it. */
  coverOverhead: z.strictObject({ share: z.number().min(0).max(3), ...provenanceFields }).optional(),
};

/** People who change teams on a date, or leave contact work by promotion. */
export const transfer = z.strictObject({
  from: id,
  /** Without it they are promoted out of contact work. */
  to: id.optional(),
  date,
  heads: quantity,
  /** Paid weeks in training before they serve the new team's contacts. */
  trainingWeeks: z.number().int().min(0).max(52),
  /** Part of their experience that counts for speed in the new team. */
  experienceKept: share,
});

/** Days on which nobody starts training. */
export const hiringFreeze = z.strictObject({ from: date, until: date, sites: z.array(id).min(1).max(200).optional() });

/** Rooms and trainers of a site: a class needs one of each for its training. */
export const siteTraining = z.strictObject({
  rooms: z.number().int().min(0).max(1000),
  trainers: z.number().int().min(0).max(1000),
});

/** Something new that people are trained for before its day, such as a release, a product or a tool. */
export const launch = z.strictObject({
  id,
  name,
  /** Its first day; that of the demand event it belongs to when absent. */
  date: date.optional(),
  /** The event of demand that it brings. */
  event: id.optional(),
  /** Who must be trained for it. */
  teams: z.array(id).min(1).max(500),
  /** Hours of training that each person needs. */
  trainingHours: z.number().min(0.25).max(400),
  /** First day on which training may be given, and the most of everybody's paid hours that it may take from then on. */
  trainingFrom: date,
  maxShare: z.number().min(0.005).max(0.9),
  ...provenanceFields,
});

export type ShrinkageComponent = z.infer<typeof shrinkageComponent>;
export type ShiftTemplate = z.infer<typeof shiftTemplate>;
export type Transfer = z.infer<typeof transfer>;
export type Launch = z.infer<typeof launch>;
export type HiringFreeze = z.infer<typeof hiringFreeze>;
