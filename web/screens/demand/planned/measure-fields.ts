import type { Measure, MeasureKind, Plan } from '../../../../engine/plan';
import { lastDay } from './event-actions';

export const MEASURE_KINDS: Readonly<Record<MeasureKind, string>> = {
  automation: 'Automation',
  leakage: 'Leakage from a digital channel',
  duplicates: 'Several contacts about one issue',
  'new-channel': 'New channel',
  proactive: 'Telling customers first',
  pilot: 'Pilot rolled out',
  drift: 'Segments that change',
};

/** One field of a measure: where it stands, in which unit a person reads it, and what is allowed. */
export interface MeasureField {
  /** Field names joined by dots; numbers are places of a list. */
  readonly path: string;
  readonly label: string;
  readonly type: 'number' | 'share' | 'whole' | 'date' | 'stream' | 'market' | 'event' | 'switch';
  readonly min?: number;
  readonly max?: number;
  readonly isOptional?: boolean;
}

const START: readonly MeasureField[] = [
  { path: 'startDate', label: 'From', type: 'date' },
  { path: 'rampDays', label: 'Days until full reach', type: 'whole', min: 0, max: 1500 },
];

const share = (path: string, label: string): MeasureField => ({ path, label, type: 'share', min: 0, max: 1 });

const FIELDS: Readonly<Record<MeasureKind, readonly MeasureField[]>> = {
  automation: [
    ...START,
    share('attemptShare', 'Contacts that try it, %'),
    share('successShare', 'Of those, finished by it, %'),
    share('easyFirst', 'Picks the short ones, %'),
    {
      path: 'failedHandleTimeFactor',
      label: 'Times as long where it failed',
      type: 'number',
      min: 0.5,
      max: 5,
      isOptional: true,
    },
  ],
  leakage: [
    { path: 'to', label: 'Ends up in', type: 'stream' },
    { path: 'attemptsPerWeek', label: 'Attempts a week', type: 'number', min: 0, max: 1e9 },
    share('failureShare', 'That fail, %'),
    share('escalationShare', 'Of those, make contact, %'),
    { path: 'lagDays', label: 'Days until they do', type: 'number', min: 0, max: 60 },
    { path: 'inDemand', label: 'In the model already', type: 'switch' },
  ],
  duplicates: [{ path: 'contactsPerIssue', label: 'Contacts an issue', type: 'number', min: 1, max: 100 }],
  'new-channel': [
    { path: 'to', label: 'New channel', type: 'stream' },
    ...START,
    share('shiftShare', 'Contacts that move there, %'),
    { path: 'contactsPerShifted', label: 'Contacts there for one here', type: 'number', min: 0.1, max: 10 },
    { path: 'inducedShare', label: 'Induced, % of contacts here', type: 'share', min: 0, max: 5 },
  ],
  proactive: [
    ...START,
    { path: 'messagesPerWeek', label: 'Messages a week', type: 'number', min: 0, max: 1e9 },
    { path: 'avertedPerMessage', label: 'Contacts averted a message', type: 'number', min: 0, max: 10 },
    { path: 'event', label: 'Follows', type: 'event', isOptional: true },
    { path: 'replies.perMessage', label: 'Replies a message', type: 'number', min: 0, max: 10 },
    { path: 'replies.to', label: 'Replies arrive in', type: 'stream' },
    { path: 'sentBy.secondsPerMessage', label: 'Seconds to send one', type: 'number', min: 1, max: 2_592_000 },
    { path: 'sentBy.stream', label: 'Sent from', type: 'stream' },
  ],
  pilot: [
    { path: 'measured.pilotCustomers', label: 'Customers in the pilot', type: 'whole', min: 1, max: 1e9 },
    { path: 'measured.pilotContacts', label: 'Their contacts', type: 'whole', min: 1, max: 1e9 },
    { path: 'measured.controlCustomers', label: 'Customers without it', type: 'whole', min: 1, max: 1e9 },
    { path: 'measured.controlContacts', label: 'Their contacts (without it)', type: 'whole', min: 1, max: 1e9 },
    { path: 'handleTimeFactor', label: 'Times as long with it', type: 'number', min: 0.1, max: 20, isOptional: true },
  ],
  drift: [
    { path: 'market', label: 'Market', type: 'market' },
    { path: 'startDate', label: 'From', type: 'date' },
    { path: 'endDate', label: 'Until', type: 'date' },
  ],
};

/** The fields of one measure, those of its rollout steps and later values included. */
export function fieldsOf(measure: Measure): MeasureField[] {
  const own = FIELDS[measure.kind].filter(({ path }) => {
    const [holder = ''] = path.split('.');
    return !path.includes('.') || holder in measure;
  });
  if (measure.kind === 'pilot') {
    const steps = measure.rollout.flatMap((_, at): MeasureField[] => [
      { path: `rollout.${at}.date`, label: `Step ${at + 1} from`, type: 'date' },
      share(`rollout.${at}.share`, `Step ${at + 1}: customers, %`),
    ]);
    return [...own, ...steps];
  }
  if ((measure.kind === 'leakage' || measure.kind === 'duplicates') && measure.becomes) {
    const later = measure.kind === 'leakage' ? share('becomes.failureShare', 'Later fail, %') : null;
    const fewer: MeasureField = {
      path: 'becomes.contactsPerIssue',
      label: 'Later contacts an issue',
      type: 'number',
      min: 1,
      max: 100,
    };
    return [
      ...own,
      later ?? fewer,
      ...START.map((field) => ({
        ...field,
        path: `becomes.${field.path}`,
        label: `Later: ${field.label.toLowerCase()}`,
      })),
    ];
  }
  return own;
}

/** What a new measure of a kind starts as: off, until its figures are somebody's. */
export function newMeasure(kind: MeasureKind, plan: Plan, id: string): Measure {
  const { startDate } = plan.calendar;
  const [stream, other = stream] = plan.streams;
  const start = { startDate, rampDays: 0 };
  const about = { id, name: MEASURE_KINDS[kind], on: false, grade: 'opinion' as const };
  const scope = {};
  const shares = (figures: Record<string, number>) => figures as Record<string, never>;
  switch (kind) {
    case 'automation':
      return {
        ...about,
        kind,
        scope,
        ...start,
        rampDays: 90,
        ...shares({ attemptShare: 0.2, successShare: 0.5, easyFirst: 0.5 }),
      } as Measure;
    case 'leakage':
      return {
        ...about,
        kind,
        to: stream?.id ?? '',
        attemptsPerWeek: 1000,
        lagDays: 1,
        inDemand: true,
        becomes: { ...start, ...shares({ failureShare: 0.05 }) },
        ...shares({ failureShare: 0.1, escalationShare: 0.5 }),
      } as Measure;
    case 'duplicates':
      return { ...about, kind, scope, contactsPerIssue: 1.3, becomes: { ...start, contactsPerIssue: 1.2 } };
    case 'new-channel':
      return {
        ...about,
        kind,
        scope,
        to: other?.id ?? '',
        ...start,
        rampDays: 60,
        contactsPerShifted: 1.2,
        inducedShare: 0.05,
        ...shares({ shiftShare: 0.1 }),
      } as Measure;
    case 'proactive':
      return { ...about, kind, scope, ...start, messagesPerWeek: 1000, avertedPerMessage: 0.1 };
    case 'pilot':
      return {
        ...about,
        kind,
        scope,
        measured: { pilotCustomers: 1000, pilotContacts: 180, controlCustomers: 1000, controlContacts: 200 },
        rollout: [{ date: startDate, share: 1 }],
      } as unknown as Measure;
    case 'drift': {
      const channels = [
        ...new Set(plan.streams.filter(({ market }) => market === stream?.market).map(({ channel }) => channel)),
      ];
      // Alike to a hundredth of a per cent, which a person can read and write.
      const part = Math.floor(10_000 / channels.length) / 10_000;
      const even = channels.map((channel, at) => ({
        channel,
        share: at === 0 ? Number((1 - part * (channels.length - 1)).toFixed(4)) : part,
      }));
      const first = channels.map((channel, at) => ({ channel, share: at === 0 ? 1 : 0 }));
      const segments = [
        { name: 'Segment A', shareNow: 0.5, shareLater: 0.4, preferences: first },
        { name: 'Segment B', shareNow: 0.5, shareLater: 0.6, preferences: even },
      ];
      return {
        ...about,
        kind,
        market: stream?.market ?? '',
        startDate,
        endDate: lastDay(plan.calendar),
        segments,
      } as unknown as Measure;
    }
  }
}
