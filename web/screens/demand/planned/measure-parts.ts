import type { Measure, MeasureOf, Plan } from '../../../../engine/plan';
import { addDays } from '../../../format';
import type { Editable } from '../../../state';

/** A part of a measure that may be there or not. */
export interface OptionalPart {
  readonly key: string;
  readonly label: string;
  /** What it starts as. */
  readonly make: (plan: Plan) => unknown;
}

const later = ({ calendar }: Plan) => ({ startDate: addDays(calendar.startDate, 28), rampDays: 0 });
const firstStream = ({ streams }: Plan) => streams[0]?.id ?? '';

/** Parts that a measure of a kind may have, with what they start as. */
export const OPTIONAL_PARTS: Readonly<Partial<Record<Measure['kind'], readonly OptionalPart[]>>> = {
  leakage: [
    {
      key: 'becomes',
      label: 'Something is mended, or breaks, later',
      make: (plan) => ({ ...later(plan), failureShare: 0.05 }),
    },
  ],
  duplicates: [
    { key: 'becomes', label: 'It changes later', make: (plan) => ({ ...later(plan), contactsPerIssue: 1.2 }) },
  ],
  proactive: [
    {
      key: 'replies',
      label: 'Messages bring replies',
      make: (plan) => ({ to: firstStream(plan), perMessage: 0.05 }),
    },
    {
      key: 'sentBy',
      label: 'Agents send them',
      make: (plan) => ({ stream: firstStream(plan), secondsPerMessage: 60 }),
    },
  ],
};

/** Parts of a share that are told apart: a hundredth of a per cent. */
const FINEST = 10_000;

/** Puts a share of a list otherwise; the others keep their proportions, so that all add up to one as before. */
export function withShare(shares: readonly number[], at: number, share: number): number[] {
  if (shares.length === 1) return [1];
  const rest = shares.reduce((sum, one, index) => (index === at ? sum : sum + one), 0);
  const others = shares.map((one, index) => {
    if (index === at) return 0;
    return rest > 0 ? (one * (1 - share)) / rest : (1 - share) / (shares.length - 1);
  });
  const rounded = others.map((one) => Math.floor(one * FINEST) / FINEST);
  // What rounding leaves goes to the largest of the others.
  const largest = others.indexOf(Math.max(...others));
  const given = rounded.reduce((sum, one, index) => (index === largest ? sum : sum + one), share);
  return rounded.map((one, index) => (index === at ? share : index === largest ? Number((1 - given).toFixed(9)) : one));
}

type Drift = Editable<MeasureOf<'drift'>>;
type Segment = Drift['segments'][number];

/** A new kind of customers: nobody yet, now or later, with the preferences of the last one. */
export function addSegment(drift: Drift): void {
  const last = drift.segments.at(-1) as Segment;
  const names = new Set(drift.segments.map(({ name }) => name));
  let count = drift.segments.length + 1;
  while (names.has(`Segment ${count}`)) count++;
  drift.segments.push({
    name: `Segment ${count}`,
    shareNow: 0 as Segment['shareNow'],
    shareLater: 0 as Segment['shareLater'],
    preferences: last.preferences.map((one) => ({ ...one })),
  });
}

/** Takes a kind of customers out; the others keep their proportions and are everybody. */
export function removeSegment(drift: Drift, at: number): void {
  for (const key of ['shareNow', 'shareLater'] as const) setShares(drift, key, withShare(sharesOf(drift, key), at, 0));
  drift.segments.splice(at, 1);
}

export function sharesOf({ segments }: Drift | MeasureOf<'drift'>, key: 'shareNow' | 'shareLater'): number[] {
  return segments.map((segment) => segment[key]);
}

export function setShares({ segments }: Drift, key: 'shareNow' | 'shareLater', shares: readonly number[]): void {
  segments.forEach((segment, at) => {
    segment[key] = shares[at] as Segment['shareNow'];
  });
}

/** A segment's share for a channel put otherwise; channels without any share are left out. */
export function setPreference(segment: Segment, channels: readonly Channel[], at: number, share: number): void {
  const now = channels.map((channel) => segment.preferences.find((one) => one.channel === channel)?.share ?? 0);
  const next = withShare(now, at, share);
  segment.preferences = channels.flatMap((channel, index) => {
    const own = next[index] ?? 0;
    return own > 0 ? [{ channel, share: own as Segment['shareNow'] }] : [];
  });
}

type Channel = Segment['preferences'][number]['channel'];

/** Another step of a rollout: four weeks after the last, for everybody. */
export function addRolloutStep({ rollout }: Editable<MeasureOf<'pilot'>>): void {
  const last = rollout.at(-1);
  if (last) rollout.push({ date: addDays(last.date, 28), share: 1 as typeof last.share });
}
