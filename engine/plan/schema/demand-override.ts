import { z } from 'zod';
import { demandScope } from './demand-scope';
import { date, id, name, note, quantity } from './fields';

/** Contacts, or the time that one takes, that a person sets over what the model says; it stays when the model is made anew. */
export const demandOverride = z.strictObject({
  id,
  /** Off: kept and shown, without any effect. */
  on: z.boolean(),
  scope: demandScope,
  /** First and last day, by the planner's calendar. */
  from: date,
  until: date,
  change: z.discriminatedUnion('kind', [
    /** 10 is a tenth more, -100 nothing at all. */
    z.strictObject({ kind: z.literal('percent'), percent: z.number().min(-100).max(10_000) }),
    /** Contacts of all that the scope reaches, in each week or on each day of the range. */
    z.strictObject({ kind: z.literal('set'), contacts: quantity, each: z.enum(['week', 'day']) }),
    /** Handle time: 10 is a tenth longer. */
    z.strictObject({ kind: z.literal('handle-time'), percent: z.number().min(-90).max(900) }),
  ]),
  author: name,
  reason: note.min(1),
  /** Contacts in the range as they were when the override was made, to see what has moved since. */
  contactsThen: quantity.optional(),
});

export type DemandOverride = z.infer<typeof demandOverride>;
