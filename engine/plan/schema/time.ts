import { z } from 'zod';
import { date, zone } from './fields';

/** The horizon that is planned: whole weeks from a start date, cut into equal intervals. */
export const planCalendar = z.strictObject({
  /** First day; a Monday under the ISO rule, a Sunday under the others. */
  startDate: date,
  /** 1 to 208. */
  weeks: z.number().int().min(1).max(208),
  intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  /** The planner's own zone; days and weeks of every result are cut by it. */
  zone,
  weekRule: z.enum(['iso', 'sunday', '4-4-5', '4-5-4', '5-4-4']),
});

/**
 * History as it was imported, added up to a regular grid of local wall time.
 * `values` starts at `start` and steps by `intervalMinutes`; null is a time without data (closed, or missing).
 */
export const history = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  start: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a wall time such as 2026-03-02T07:00'),
  intervalMinutes: z.number().int().min(5).max(10_080),
  zone: zone.nullable(),
  values: z.array(z.number().min(0).max(1e9).nullable()).min(1).max(1_000_000),
  source: z.string().max(400),
});

export type PlanCalendar = z.infer<typeof planCalendar>;
export type History = z.infer<typeof history>;
