import { z } from 'zod';
import {
  amount,
  channel,
  count,
  country,
  date,
  days,
  id,
  language,
  name,
  note,
  openingHours,
  provenanceFields,
  quantity,
  share,
  siteKind,
  zone,
} from './fields';
import { currencyCode, platformCost } from './money';
import { siteTraining, teamWorkforce } from './workforce';

/** Something that several sites depend on and lose together. */
export const platform = z.strictObject({
  id,
  name,
  kind: z.enum(['ccaas', 'carrier', 'power-grid', 'identity', 'cloud-region', 'other']),
  /** What the plan's company pays for it, at every site that uses it. */
  cost: platformCost.optional(),
});

const contract = z.strictObject({
  /** What is billed: a productive hour, a handling minute, a contact, or a full-time equivalent and month. */
  basis: z.enum(['hour', 'minute', 'contact', 'fte-month']),
  price: amount,
  /** Billed units a month below which the bill doesn't fall. */
  minimumPerMonth: quantity.optional(),
  maximumPerMonth: quantity.optional(),
  rampNoticeWeeks: z.number().min(0).max(104),
  /** Added to the price of units beyond the agreed volume: 0.25 is a quarter more. */
  surgePremium: z.number().min(0).max(5),
  exitNoticeWeeks: z.number().min(0).max(208),
  /** Part of the month's bill returned for each point of service below target. */
  penaltySharePerPoint: share.optional(),
  /** How much the price rises a year, on every anniversary of the plan's start. */
  indexationPerYear: z.number().min(-0.5).max(2).optional(),
  ...provenanceFields,
});

/** Somebody who employs agents (or the holding above them): the plan's own company, or an outsourcer. */
export const provider = z.strictObject({
  id,
  name,
  kind: z.enum(['in-house', 'outsourcer', 'holding']),
  /** The provider that owns this one; chains are followed to the top. */
  parent: id.optional(),
  contract: contract.optional(),
  /** What is known of its financial health, each with source and date. */
  evidence: z
    .array(z.strictObject({ fact: name, value: z.union([z.number(), z.string().max(200)]), date, ...provenanceFields }))
    .max(50)
    .optional(),
  /** 0 to 1 each, entered by the user with a source. */
  capabilities: z
    .strictObject({ engagement: share, selfService: share, analytics: share, automation: share, ...provenanceFields })
    .optional(),
});

const conversionCurve = z.strictObject({
  /** Days until half of the eligible people work from home. */
  daysToHalf: z.number().min(0).max(365),
  /** Days from a tenth to nine tenths of them. */
  rampDays: z.number().min(0).max(365),
  /** Output of an hour at home against an hour on site. */
  productivity: z.number().min(0).max(2),
  ...provenanceFields,
});

/** A place where teams work; for work-at-home, the metro around which they live. */
export const site = z.strictObject({
  id,
  name,
  provider: id,
  kind: siteKind,
  metro: name,
  country,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  zone,
  /** Workplaces; null for work at home, which has none. */
  seats: count.nullable(),
  /** In the site's own zone. */
  openingHours,
  /** Days on which the site is closed. */
  holidays: z.array(date).max(500),
  /** What wages and workplaces are paid in, where that isn't the plan's currency; amounts are in the plan's all the same. */
  currency: currencyCode.optional(),
  wage: z.strictObject({ perHour: amount, benefitsShare: z.number().min(0).max(2), ...provenanceFields }),
  facilityCostPerSeatMonth: amount,
  platforms: z.array(id).max(50),
  training: siteTraining.optional(),
  /** How far the site's people can move home when the building closes. */
  workAtHome: z
    .strictObject({
      eligibleShare: share,
      emergency: conversionCurve,
      engineered: conversionCurve,
    })
    .optional(),
});

/** People at one site who share skills and a plan. */
export const team = z.strictObject({
  id,
  name,
  site: id,
  skills: z
    .array(
      z.strictObject({
        skill: id,
        /** Speed against the stream's handle time: 1 as planned, 0.9 a tenth slower. */
        proficiency: z.number().min(0.2).max(2),
      }),
    )
    .min(1)
    .max(50),
  languages: z.array(language).min(1).max(20),
  channels: z.array(channel).min(1).max(8),
  /** Licences that its people hold, for streams that ask for one. */
  licences: z.array(id).max(50).optional(),
  /** Heads on the first day, by whole months of tenure. */
  headcount: z
    .array(z.strictObject({ tenureMonths: z.number().int().min(0).max(600), heads: quantity }))
    .min(1)
    .max(100),
  /** Heads that finish training and start on contacts at a date; experience is what people who come back bring along. */
  hires: z
    .array(z.strictObject({ date, heads: quantity, experienceMonths: z.number().min(0).max(600).optional() }))
    .max(500),
  /** Leavers a year over average heads; above 1 is possible, so it is a rate and not a probability. */
  attritionPerYear: z.number().min(0).max(5),
  paidHoursPerWeek: z.number().min(1).max(60),
  shrinkage: z.strictObject({
    /** Paid time away from contacts while at work: breaks, meetings, coaching. */
    inOffice: z.number().min(0).max(0.9),
    /** Paid time away from work: vacation, sickness, leave. */
    outOfOffice: z.number().min(0).max(0.9),
    ...provenanceFields,
  }),
  /** Speed in the first month on contacts, and the month in which full speed is reached. */
  learning: z.strictObject({
    firstMonthSpeed: share,
    monthsToFullSpeed: z.number().min(0).max(60),
    /** 1 (and absent): a straight line from first to full speed; above 1 most is gained late, below 1 early. */
    shape: z.number().min(0.1).max(10).optional(),
    /** Months added to the way to full speed for each skill after the first. */
    monthsPerExtraSkill: z.number().min(0).max(24).optional(),
    /** Share of contacts resolved in the first month against later; it rises like speed. 1 when absent. */
    firstMonthQuality: share.optional(),
    ...provenanceFields,
  }),
  /** Agents to a team leader. */
  spanOfControl: z.number().min(1).max(200),
  ...teamWorkforce,
});

/** People who could be taken on beside or in place of those of today; the search for best mixes may open them. */
const candidateTeam = z.strictObject({
  id,
  name,
  /** The team whose skills, languages, hours, shrinkage and learning its people would have. */
  like: id,
  /** A site of the plan, or one of the candidate sites. */
  site: id,
  /** People it could come to at most, experienced. */
  heads: z.number().min(0.1).max(100_000),
  /** Paid once when it is opened, whatever its size: recruiting a first class, rooms, lines, a contract's set-up. */
  openingCost: amount,
  ...provenanceFields,
});

/** Sites and teams that don't exist and could; nothing but the search for best mixes knows them. */
export const candidates = z.strictObject({
  sites: z.array(site).max(50),
  teams: z.array(candidateTeam).max(50),
});

/** Who answers a stream. */
export const routing = z.discriminatedUnion('mode', [
  /** One queue before all the teams named, or before all that have skill, language and channel. */
  z.strictObject({
    stream: id,
    mode: z.literal('pool'),
    teams: z.array(id).min(1).max(200).optional(),
    /** Which free agent is asked: whoever has been idle longest (the usual), or one of the team that comes first. */
    choice: z.enum(['longest-idle', 'most-idle', 'least-cost', 'as-listed']).optional(),
    /** Teams of the pool that help only contacts which have waited so long. */
    overflow: z
      .array(z.strictObject({ team: id, afterSeconds: z.number().min(1).max(86_400) }))
      .min(1)
      .max(200)
      .optional(),
    /** Agents whom deferrable work leaves free for the next contact; the root of the stream's load when absent. */
    keepFree: z.number().int().min(0).max(10_000).optional(),
  }),
  /** A fixed share of the contacts to each team, each with a queue of its own. */
  z.strictObject({
    stream: id,
    mode: z.literal('split'),
    shares: z
      .array(z.strictObject({ team: id, share }))
      .min(1)
      .max(200),
    /** Whether contacts meant for a team that is closed or down go to the others. */
    failover: z.boolean(),
  }),
]);

const recoveryDays = days.min(0.1);

/** Limits that the organization has set itself. */
export const policies = z.strictObject({
  /** Largest and smallest share of the work, over a dimension or for one member of it. */
  limits: z
    .array(
      z.strictObject({
        dimension: z.enum(['provider', 'parent', 'country', 'metro', 'kind', 'platform', 'site']),
        /** One member; without it the limit holds for each. */
        member: name.optional(),
        maxShare: share.optional(),
        minShare: share.optional(),
        /** What the share is of, where it isn't productive hours. */
        measure: z.enum(['hours', 'contacts', 'value']).optional(),
        note: note.optional(),
      }),
    )
    .max(200),
  /** Days that each kind of node is assumed to be down when it fails, in the N-1 sweep. */
  recoveryDays: z.strictObject({
    site: recoveryDays,
    metro: recoveryDays,
    country: recoveryDays,
    provider: recoveryDays,
    platform: recoveryDays,
    ...provenanceFields,
  }),
  budgetPerYear: amount.optional(),
});

export type Platform = z.infer<typeof platform>;
export type Provider = z.infer<typeof provider>;
export type Contract = z.infer<typeof contract>;
export type Site = z.infer<typeof site>;
export type Team = z.infer<typeof team>;
export type CandidateTeam = z.infer<typeof candidateTeam>;
export type Routing = z.infer<typeof routing>;
export type Policies = z.infer<typeof policies>;
