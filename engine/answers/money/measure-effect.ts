import type { Plan } from '../../plan';
import { answerDemand } from '../demand';

/** What a measure keeps from agents: the plan with it off, less the plan with it on. */
export interface MeasureEffect {
  /** By stream and week: hours of handling saved. */
  readonly hours: ReadonlyMap<string, Float64Array>;
  /** By week: contacts averted. */
  readonly contacts: Float64Array;
  /** Contacts averted by stream and reason over the horizon. */
  readonly reasons: readonly { readonly stream: string; readonly reason: string | null; readonly contacts: number }[];
  readonly weeks: number;
}

/** Demand with a measure off against on, everything else as in the plan. */
export function measureEffect(plan: Plan, measure: string): MeasureEffect {
  const turned = (on: boolean): Plan => ({
    ...plan,
    measures: (plan.measures ?? []).map((one) => (one.id === measure ? { ...one, on } : one)),
  });
  const off = answerDemand(turned(false));
  const on = answerDemand(turned(true));
  const weeks = plan.calendar.weeks;
  const contacts = new Float64Array(weeks);
  const hours = new Map(
    off.streams.map(({ id, hours: without, contacts: daily }, at) => {
      const withIt = on.streams[at]!;
      daily.forEach((count, day) => {
        contacts[Math.floor(day / 7)]! += count - withIt.contacts[day]!;
      });
      return [id, without.map((value, week) => value - withIt.hours[week]!)] as const;
    }),
  );
  const key = ({ stream, reason }: { stream: string; reason: string | null }) => `${stream} ${reason ?? ''}`;
  const after = new Map(on.reasons.map((row) => [key(row), row.contacts]));
  const reasons = off.reasons.map((row) => ({
    stream: row.stream,
    reason: row.reason,
    contacts: row.contacts - (after.get(key(row)) ?? 0),
  }));
  return { hours, contacts, reasons, weeks };
}
