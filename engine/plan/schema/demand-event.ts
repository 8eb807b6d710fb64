import { z } from 'zod';
import { reasonScope } from './demand-scope';
import { date, id, name, note, provenanceFields, quantity } from './fields';

const wholeDays = z.number().int().min(1).max(1500);
const halfLifeDays = z.number().min(0).max(365);

/** How an event's strength runs over days of the market: from nothing, to all of it, to nothing. */
const course = z.discriminatedUnion('kind', [
  /** All of it for some days, then fading to a half in each half-life; a half-life of 0 ends at once. */
  z.strictObject({ kind: z.literal('pulse'), days: wholeDays, halfLifeDays }),
  /** All of it from the first day on, for good or for some days. */
  z.strictObject({ kind: z.literal('step'), days: wholeDays.optional() }),
  /** Rising in a straight line, then held for good or for some days, then fading. */
  z.strictObject({ kind: z.literal('ramp'), rampDays: wholeDays, days: wholeDays.optional(), halfLifeDays }),
]);

/** What an event does to contacts at full strength. */
const volume = z.discriminatedUnion('kind', [
  /** 1.2 is a fifth more, 0.9 a tenth less. */
  z.strictObject({ kind: z.literal('multiply'), factor: z.number().min(0).max(50) }),
  /** Contacts on top, over all that the scope reaches, on each open day. */
  z.strictObject({ kind: z.literal('add'), contactsPerDay: quantity }),
]);

/** Something known to come that moves demand: a campaign, a release, a launch. */
export const demandEvent = z.strictObject({
  id,
  name,
  kind: z.enum(['event', 'campaign', 'release', 'launch']),
  /** Off: kept and shown, without any effect. */
  on: z.boolean(),
  scope: reasonScope,
  /** First day, by the market's own calendar. */
  startDate: date,
  course,
  volume: volume.optional(),
  /** Time that a contact takes at full strength, against its usual time. */
  handleTimeFactor: z.number().min(0.1).max(20).optional(),
  note: note.optional(),
  ...provenanceFields,
});

export type DemandEvent = z.infer<typeof demandEvent>;
export type EventCourse = DemandEvent['course'];
