import type { Curve, Effect, Playbook, PlaybookAction } from '../../plan';
import type { HeadProjection } from '../../workforce';
import { addEffect, type Ground } from '../combine-effects';
import { effectWindow } from '../effect-window';
import type { Route } from '../modifiers';
import type { EquippedPlan } from './equip-plan';

/** What the actions of a playbook work on. */
export interface Work {
  readonly ground: Ground;
  readonly equipped: EquippedPlan;
  readonly heads: readonly HeadProjection[];
  readonly playbook: Playbook;
  /** Day of the horizon on which the disruption starts; may lie outside. */
  readonly startDay: number;
  readonly startDate: string;
  readonly days: number;
  /** What teams have learned to serve, and when; closed until then. */
  readonly learned: Route[];
}

/** What an action has cost and bought so far, and what a reader should know. */
export interface Tally {
  cost: number;
  hours: number;
  readonly notes: string[];
}

/** Notes an amount for a team on a day; what lies outside the horizon isn't counted. */
export type Pay = (team: number, day: number, amount: number) => void;
export type ActionOf<Kind extends PlaybookAction['kind']> = Extract<PlaybookAction, { kind: Kind }>;

/** An action as the curve of an effect: nothing, then all of it, then nothing. */
export const curveOf = ({ afterDays, forDays }: Pick<PlaybookAction, 'afterDays' | 'forDays'>): Curve => ({
  delayDays: afterDays,
  rampDays: 0,
  holdDays: forDays,
  recoveryDays: 0,
  recoveryShape: 'linear',
});

/** The days of the horizon on which an action works, as far as they lie in it. */
export function daysOf({ startDay, days }: Work, { afterDays, forDays }: PlaybookAction): { from: number; to: number } {
  const from = Math.round(startDay + afterDays);
  return { from: Math.max(0, from), to: Math.min(days, Math.round(startDay + afterDays + forDays)) };
}

/** The intervals in which an action works; the run is different in them. */
export function intervalsOf(
  { ground: { grid, draft }, startDate }: Work,
  action: Pick<PlaybookAction, 'afterDays' | 'forDays'>,
): { readonly from: number; readonly to: number } {
  const { start, perDay, to } = effectWindow(grid, startDate, curveOf(action));
  const from = Math.min(to, Math.max(0, start + Math.round(action.afterDays * perDay)));
  if (from < to) {
    draft.from = Math.min(draft.from, from);
    draft.to = Math.max(draft.to, to);
  }
  return { from, to };
}

/** An action that is an effect like those of disruptions. */
export function asEffect(
  work: Work,
  action: PlaybookAction & { readonly scope: Effect['scope'] },
  force: object,
): void {
  addEffect(work.ground, { ...force, scope: action.scope, curve: curveOf(action) } as Effect, work.startDate);
}

/** A day within the horizon, for what is paid once. */
export const payDay = ({ startDay, days }: Work, afterDays: number): number =>
  Math.min(days - 1, Math.max(0, Math.round(startDay + afterDays)));

/** Productive hours that a team is planned to give on a day. */
export const plannedHours = ({ heads }: Work, team: number, day: number): number =>
  heads[team]!.productiveHours[Math.floor(day / 7)]! / 7;
