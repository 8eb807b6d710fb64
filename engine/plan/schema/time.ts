import { z } from 'zod';
import { date, name, zone } from './fields';
import { historyDecision } from './history-decision';

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

const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'a wall time such as 2026-03-02T07:00');
const counts = z.array(z.number().min(0).max(1e9).nullable()).min(1).max(1_000_000);
/** Mean handle time by interval; null where nothing was handled or it isn't known. */
const handleTimes = z
  .array(
    z
      .number()
      .min(0)
      .max(30 * 86_400)
      .nullable(),
  )
  .min(1)
  .max(1_000_000);

/** One upload of a history that is made of several; a later one lies over the earlier ones. */
export const historyLayer = z.strictObject({
  id: z.string().min(1).max(64),
  name,
  /** A lifted layer is kept but doesn't count. */
  isOn: z.boolean(),
  start: wallTime,
  values: counts,
  handled: counts.optional(),
  handleTimeSeconds: handleTimes.optional(),
  source: z.string().max(400),
});

/**
 * History as it was imported, added up to a regular grid of local wall time.
 * `values` starts at `start` and steps by `intervalMinutes`; null is a time without data (closed, or missing).
 * `zone` is the zone of its wall time, where that is known.
 */
export const history = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  start: wallTime,
  intervalMinutes: z.number().int().min(5).max(10_080),
  zone: zone.nullable(),
  values: counts,
  /** Contacts handled, of those offered; on the same grid as `values`. */
  handled: counts.optional(),
  /** On the same grid as `values`. */
  handleTimeSeconds: handleTimes.optional(),
  /**
   * The uploads that it is made of, earliest first; left out where it is a single one. `values` is then what they give
   * when laid over each other, which is what is forecast.
   */
  layers: z.array(historyLayer).min(1).max(40).optional(),
  /** What planners decided about its findings; they hold for every forecast, and over later uploads. */
  decisions: z.array(historyDecision).max(500).optional(),
  source: z.string().max(400),
});

export type PlanCalendar = z.infer<typeof planCalendar>;
export type History = z.infer<typeof history>;
export type HistoryLayer = z.infer<typeof historyLayer>;
