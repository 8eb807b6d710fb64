import { z } from 'zod';
import { date, days, id, name, note, openingHours, provenanceFields, share } from './fields';

/** What an effect reaches. World needs no member; the others name one, by id or, for metro, country and kind, by value. */
export const scope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('world') }),
  z.strictObject({
    of: z.enum([
      'country',
      'metro',
      'site',
      'provider',
      'parent',
      'platform',
      'kind',
      'stream',
      'market',
      'channel',
      'language',
    ]),
    member: name,
  }),
]);

/** How an effect rises and passes, in days from the disruption's start. */
const curve = z.strictObject({
  delayDays: days,
  /** From nothing to full effect, in a straight line. */
  rampDays: days,
  holdDays: days,
  /** From full effect to nothing. */
  recoveryDays: days,
  recoveryShape: z.enum(['linear', 'exponential']),
});

const onSupply = { scope, curve, ...provenanceFields };
const onDemand = { scope, curve, ...provenanceFields };
const factor = z.number().min(0).max(50);

export const effect = z.discriminatedUnion('kind', [
  /** Workplaces, people or both are lost. Seats matter to people on site alone; people covers homes too. */
  z.strictObject({
    kind: z.literal('capacity'),
    affects: z.enum(['seats', 'people', 'both']),
    lossShare: share,
    ...onSupply,
  }),
  /** People whose building is closed go on from home, by the site's conversion curve. */
  z.strictObject({
    kind: z.literal('work-at-home'),
    conversion: z.enum(['emergency', 'engineered']),
    /** Figures that hold instead of the site's own, such as those that a firm published. */
    eligibleShare: share.optional(),
    daysToHalf: z.number().min(0).max(365).optional(),
    rampDays: z.number().min(0).max(365).optional(),
    productivity: z.number().min(0).max(2).optional(),
    /** Change of productivity at home with each 30 days there, such as -0.02 where homes were never made for work. */
    productivityDriftPerMonth: z.number().min(-0.5).max(0.5).optional(),
    /** Leavers among those at home against normal. */
    attritionFactor: z.number().min(0).max(20).optional(),
    ...onSupply,
  }),
  /** People are ill or care for others, wherever they work, beyond the plan's own shrinkage. */
  z.strictObject({ kind: z.literal('absence'), absentShare: share, ...onSupply }),
  z.strictObject({
    kind: z.literal('demand'),
    factor,
    /** Only contacts for this reason are multiplied; what they take of an agent's time follows. */
    reason: id.optional(),
    ...onDemand,
  }),
  z.strictObject({
    kind: z.literal('handle-time'),
    factor: z.number().min(0.1).max(20),
    scope,
    curve,
    ...provenanceFields,
  }),
  /** Customers cannot get through: a line, a channel or a market is cut off. */
  z.strictObject({ kind: z.literal('closure'), closedShare: share, ...onDemand }),
  /** Contacts reach a part of the footprint no longer, while its people are at work and may serve others. */
  z.strictObject({
    kind: z.literal('route'),
    closedShare: share,
    /** What can't be delivered there; everything when absent. */
    contacts: scope.optional(),
    ...onSupply,
  }),
  /** Shorter opening hours: of sites, whose seats are empty outside them; or of streams, whose customers come later or not. */
  z.strictObject({
    kind: z.literal('hours'),
    openingHours,
    /** Of customers outside the hours, those who come back when it opens. Streams alone. */
    returnShare: share.optional(),
    ...onSupply,
  }),
  /** Wages and prices in the plan's currency against normal: a currency, an index, a penalty. */
  z.strictObject({ kind: z.literal('price'), factor, ...onSupply }),
  /** Leavers against normal, beyond what the plan expects; vacancies are filled again over some days. */
  z.strictObject({
    kind: z.literal('attrition'),
    factor,
    refillDays: days.min(1).optional(),
    ...onSupply,
  }),
  /** Planned hires of these days don't start; once it is over they are caught up over some days. */
  z.strictObject({
    kind: z.literal('hiring-freeze'),
    heldShare: share,
    refillDays: days.min(1).optional(),
    ...onSupply,
  }),
]);

/** Something that happens on a date. */
export const disruption = z.strictObject({
  id,
  name,
  description: note,
  startDate: date,
  effects: z.array(effect).min(1).max(100),
  /** The entry of the library that it was made from. */
  library: id.optional(),
  ...provenanceFields,
});

/** Something that may happen: how often, how long, how hard. */
export const hazard = z.strictObject({
  id,
  name,
  scope,
  annualRate: z.number().min(0).max(100),
  medianDays: days,
  ninetiethPercentileDays: days,
  lossShare: share,
  /** What is lost: people wherever they work (as when absent), or seats, whose people go on from home as far as they can. */
  affects: z.enum(['people', 'seats', 'both']).optional(),
  /** Something behind it that strikes others of the plan's hazards too, and the share of its events that this causes. */
  commonCause: z.strictObject({ cause: id, share }).optional(),
  ...provenanceFields,
});

/** Moves a share of the work, and of the people who do it, from one part of the footprint to another. */
export const move = z.strictObject({
  /** Streams moved; all of them when absent. */
  streams: z.array(id).min(1).max(200).optional(),
  from: z.strictObject({ of: z.enum(['provider', 'parent', 'country', 'metro', 'kind', 'site']), member: name }),
  to: z.strictObject({ of: z.enum(['provider', 'parent', 'country', 'metro', 'kind', 'site']), member: name }),
  share,
});

/** One value of the plan set differently: a path of ids and field names, such as `sites/makati/seats`. */
export const edit = z.strictObject({ path: z.string().min(1).max(300), value: z.json() });

/** A variant of the plan: what is edited, moved, and what goes wrong. */
export const scenario = z.strictObject({
  id,
  name,
  description: note.optional(),
  edits: z.array(edit).max(1000),
  moves: z.array(move).max(100),
  disruptions: z.array(id).max(50),
  /** What is done about them. */
  playbook: id.optional(),
});

export type Scope = z.infer<typeof scope>;
export type Curve = z.infer<typeof curve>;
export type Effect = z.infer<typeof effect>;
export type Disruption = z.infer<typeof disruption>;
export type Hazard = z.infer<typeof hazard>;
export type Move = z.infer<typeof move>;
export type Edit = z.infer<typeof edit>;
export type Scenario = z.infer<typeof scenario>;
