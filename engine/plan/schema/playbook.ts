import { z } from 'zod';
import { scope } from './disruption';
import { amount, days, id, name, note, openingHours, provenanceFields, quantity, share } from './fields';

/** When an action works, in days from the first day of what strikes; and what it costs beyond its hours. */
const timing = {
  /** From the start until it works: deciding, ordering, preparing. */
  afterDays: days,
  forDays: days,
  costOnce: amount.optional(),
  ...provenanceFields,
};
const factor = z.number().min(0).max(5);

export const playbookAction = z.discriminatedUnion('kind', [
  /** People work longer: so much of their paid hours, by the share of them who agree. */
  z.strictObject({
    kind: z.literal('overtime'),
    scope,
    moreHoursShare: z.number().min(0).max(0.5),
    acceptance: share,
    /** Added to the price of an hour; the contract's surge premium, or a half for one's own people, when absent. */
    premium: factor.optional(),
    ...timing,
  }),
  /** More heads in a team that exists, from the provider's bench or market. */
  z.strictObject({
    kind: z.literal('surge'),
    team: id,
    heads: quantity,
    weeksToHalf: z.number().min(0.1).max(104),
    weeksToNinety: z.number().min(0.1).max(208),
    premium: factor.optional(),
    ...timing,
  }),
  /** A short training lets teams take work of another skill, in the languages and channels that they have. */
  z.strictObject({
    kind: z.literal('cross-skill'),
    scope,
    skill: id,
    proficiency: z.number().min(0.2).max(2),
    trainingHours: z.number().min(0).max(400),
    trainingDays: days.min(1),
    ...timing,
  }),
  /** Shorter opening hours for customers. */
  z.strictObject({ kind: z.literal('hours'), scope, openingHours, returnShare: share, ...timing }),
  /** Callers may be called back: those who accept leave the queue and are called within some hours. */
  z.strictObject({
    kind: z.literal('callback'),
    scope,
    offeredShare: share,
    acceptance: share,
    withinHours: z.number().min(0.25).max(240),
    ...timing,
  }),
  /** Announcements and links move contacts to another stream of the same language, as far as customers follow. */
  z.strictObject({
    kind: z.literal('shift-channel'),
    scope,
    to: id,
    offeredShare: share,
    acceptance: share,
    /** Of those who moved, the share who come back because it didn't help. */
    returnShare: share,
    returnAfterHours: z.number().min(0).max(240),
    ...timing,
  }),
  /** A stream is served sooner (or, below 0, later) than its priority says, by so many steps. */
  z.strictObject({ kind: z.literal('priority'), stream: id, steps: z.number().int().min(-8).max(8), ...timing }),
  /** People are sent home to work from there, with equipment bought for it. */
  z.strictObject({
    kind: z.literal('work-at-home'),
    scope,
    conversion: z.enum(['emergency', 'engineered']),
    eligibleShare: share.optional(),
    costPerHead: amount.optional(),
    ...timing,
  }),
]);

/** What is done when something strikes. */
export const playbook = z.strictObject({
  id,
  name,
  description: note.optional(),
  actions: z.array(playbookAction).min(1).max(40),
});

export type PlaybookAction = z.infer<typeof playbookAction>;
export type Playbook = z.infer<typeof playbook>;
