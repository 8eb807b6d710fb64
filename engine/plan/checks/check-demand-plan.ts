import type { DemandScope, Measure, MeasureOf, Plan, ReasonScope } from '../schema';
import { type Add, existingDate, reference, sumsToOne } from './check-tools';
import type { Ids } from './collect-ids';

/** Events, measures and overrides: dates that exist, streams and reasons that are there, something that they do. */
export function checkDemandPlan(plan: Plan, ids: Ids, add: Add): void {
  plan.events?.forEach((event, at) => {
    const path = `events[${at}]`;
    existingDate(`${path}.startDate`, event.startDate, add);
    checkScope(plan, ids, `${path}.scope`, event.scope, add);
    if (!event.volume && event.handleTimeFactor === undefined) {
      add('plan.event-effect', path, 'neither volume nor handleTimeFactor', 'at least one of the two');
    }
  });
  plan.measures?.forEach((measure, at) => {
    checkMeasure(plan, ids, `measures[${at}]`, measure, add);
  });
  plan.overrides?.forEach((override, at) => {
    const path = `overrides[${at}]`;
    existingDate(`${path}.from`, override.from, add);
    existingDate(`${path}.until`, override.until, add);
    inOrder(`${path}.until`, override.from, override.until, add);
    checkScope(plan, ids, `${path}.scope`, override.scope, add);
  });
}

function checkScope(plan: Plan, ids: Ids, path: string, scope: DemandScope & ReasonScope, add: Add): void {
  const channels = new Set<string>(plan.streams.map((stream) => stream.channel));
  const languages = new Set(plan.streams.map((stream) => stream.language));
  const check = (key: keyof ReasonScope, known: ReadonlySet<string>, what: string) => {
    scope[key]?.forEach((value, at) => {
      reference(known, `${path}.${key}[${at}]`, value, what, add);
    });
  };
  check('markets', ids.markets, 'market');
  check('channels', channels, 'channel of this plan');
  check('languages', languages, 'language of this plan');
  check('streams', ids.streams, 'stream');
  check('reasons', ids.reasons, 'reason');
}

function checkMeasure(plan: Plan, ids: Ids, path: string, measure: Measure, add: Add): void {
  if ('scope' in measure) checkScope(plan, ids, `${path}.scope`, measure.scope, add);
  if ('startDate' in measure) existingDate(`${path}.startDate`, measure.startDate, add);
  if ('becomes' in measure && measure.becomes) {
    existingDate(`${path}.becomes.startDate`, measure.becomes.startDate, add);
  }
  switch (measure.kind) {
    case 'leakage':
      reference(ids.streams, `${path}.to`, measure.to, 'stream', add);
      if (measure.reason !== undefined) checkReason(plan, path, measure, measure.reason, add);
      break;
    case 'new-channel':
      reference(ids.streams, `${path}.to`, measure.to, 'stream', add);
      break;
    case 'proactive':
      if (measure.event !== undefined) reference(ids.events, `${path}.event`, measure.event, 'event', add);
      if (measure.replies) reference(ids.streams, `${path}.replies.to`, measure.replies.to, 'stream', add);
      if (measure.sentBy) reference(ids.streams, `${path}.sentBy.stream`, measure.sentBy.stream, 'stream', add);
      break;
    case 'pilot':
      checkRollout(path, measure, add);
      break;
    case 'drift':
      checkDrift(ids, path, measure, add);
      break;
  }
}

function checkReason(plan: Plan, path: string, { to }: MeasureOf<'leakage'>, reason: string, add: Add): void {
  const stream = plan.streams.find((one) => one.id === to);
  if (!stream) return;
  const own = new Set(stream.reasons?.map((entry) => entry.reason));
  reference(own, `${path}.reason`, reason, `reason of stream ${to}`, add);
}

function checkRollout(path: string, { rollout }: MeasureOf<'pilot'>, add: Add): void {
  rollout.forEach((step, at) => {
    existingDate(`${path}.rollout[${at}].date`, step.date, add);
    const before = rollout[at - 1];
    if (before && step.date <= before.date) {
      add('plan.order', `${path}.rollout[${at}].date`, step.date, `a day after ${before.date}, the step before it`);
    }
  });
}

function checkDrift(ids: Ids, path: string, drift: MeasureOf<'drift'>, add: Add): void {
  reference(ids.markets, `${path}.market`, drift.market, 'market', add);
  existingDate(`${path}.endDate`, drift.endDate, add);
  inOrder(`${path}.endDate`, drift.startDate, drift.endDate, add);
  const shares = (key: 'shareNow' | 'shareLater') => drift.segments.map((segment) => segment[key]);
  sumsToOne(shares('shareNow'), `${path}.segments, shareNow`, add);
  sumsToOne(shares('shareLater'), `${path}.segments, shareLater`, add);
  drift.segments.forEach(({ preferences }, at) => {
    const place = `${path}.segments[${at}].preferences`;
    sumsToOne(
      preferences.map((entry) => entry.share),
      place,
      add,
    );
    preferences.forEach(({ channel }, index) => {
      if (preferences.findIndex((entry) => entry.channel === channel) < index) {
        add('plan.duplicate-id', `${place}[${index}].channel`, channel, 'each channel once');
      }
    });
  });
}

function inOrder(path: string, first: string, last: string, add: Add): void {
  if (last < first) add('plan.order', path, last, `a day that is not before ${first}`);
}
