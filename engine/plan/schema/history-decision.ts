import { z } from 'zod';
import { date, id, name, note } from './fields';

/**
 * What a planner decided about days of a history: whether a forecast learns from them.
 *
 * `learn` takes them as they came: an outlier, closure or break stays in, days without data count as no contacts. `leave-out`
 * keeps them out of what the models learn from; of a level shift, all that lies before it.
 */
export const historyDecision = z.strictObject({
  id,
  /** What the cleaning calls it; `days` where it found nothing and the planner knows better. */
  kind: z.enum(['outlier', 'closure', 'break', 'missing', 'level-shift', 'days']),
  /** First and last day, by the history's own calendar. */
  from: date,
  until: date,
  decision: z.enum(['learn', 'leave-out']),
  author: name,
  reason: note.optional(),
});

export type HistoryDecision = z.infer<typeof historyDecision>;
