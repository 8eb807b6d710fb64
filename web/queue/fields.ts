import type { CalculatorChannel, QueueCalculatorInput } from '../../engine/answers';

/** Every number that a calculation is made of, by its name in the address. */
export const FIGURES = [
  'contacts',
  'minutes',
  'aht',
  'patience',
  'target',
  'within',
  'hours',
  'shrinkage',
  'occupancy',
  'concurrency',
  'stretch',
  'silent',
  'abandonment',
  'asa',
  'short',
  'spread',
  'patienceSpread',
  'agents',
] as const;
export type FigureName = (typeof FIGURES)[number];

export interface FieldFacts {
  readonly label: string;
  readonly unit: string;
  /** The engine's name for it. */
  readonly input: keyof QueueCalculatorInput;
  /** Typed in per cent; the engine takes a share. */
  readonly percent?: boolean;
  /** What it means, under the field. */
  readonly hint?: string;
  /** May be left empty, and what that means. */
  readonly empty?: string;
  readonly channels: readonly CalculatorChannel[];
}

const ALL = ['voice', 'chat', 'email'] as const;
const LIVE = ['voice', 'chat'] as const;

export const FIELDS: Readonly<Record<FigureName, FieldFacts>> = {
  contacts: { label: 'Contacts', unit: '', input: 'contacts', channels: ALL },
  minutes: { label: 'Interval', unit: 'min', input: 'intervalMinutes', channels: ALL },
  aht: { label: 'Mean handle time', unit: 's', input: 'handleTimeSeconds', channels: ALL },
  patience: {
    label: 'Mean patience',
    unit: 's',
    input: 'patienceSeconds',
    empty: 'nobody gives up',
    channels: LIVE,
  },
  target: { label: 'Service level', unit: '%', input: 'targetShare', percent: true, channels: ALL },
  within: { label: 'Answered within', unit: 's', input: 'targetSeconds', channels: LIVE },
  hours: { label: 'Finished within', unit: 'h', input: 'targetHours', channels: ['email'] },
  shrinkage: { label: 'Shrinkage', unit: '%', input: 'shrinkage', percent: true, channels: ALL },
  occupancy: {
    label: 'Largest occupancy',
    unit: '%',
    input: 'maxOccupancy',
    percent: true,
    empty: 'no cap',
    channels: ALL,
  },
  concurrency: { label: 'Chats at once', unit: '', input: 'concurrency', channels: ['chat'] },
  stretch: { label: 'Stretch per chat', unit: '%', input: 'stretch', percent: true, channels: ['chat'] },
  abandonment: {
    label: 'Largest abandonment',
    unit: '%',
    input: 'maxAbandonment',
    percent: true,
    empty: 'no limit',
    channels: LIVE,
  },
  asa: { label: 'Longest ASA', unit: 's', input: 'maxAsaSeconds', empty: 'no limit', channels: ALL },
  silent: {
    label: 'Leave without a sign',
    unit: '%',
    input: 'silentShare',
    percent: true,
    hint: 'of those who give up',
    channels: ['chat'],
  },
  spread: {
    label: 'Spread of handle time',
    unit: '',
    input: 'handleTimeCv',
    hint: 'standard deviation ÷ mean; 1 is exponential',
    channels: ['voice', 'email'],
  },
  patienceSpread: {
    label: 'Spread of patience',
    unit: '',
    input: 'patienceCv',
    hint: '1 is exponential, 0 all alike',
    channels: ['voice'],
  },
  short: { label: 'Short abandon', unit: 's', input: 'shortAbandonSeconds', channels: LIVE },
  agents: { label: 'Agents at hand', unit: '', input: 'agents', empty: 'not given', channels: ALL },
};

/** What people call a contact, by channel. */
export const CONTACT_WORDS: Readonly<Record<CalculatorChannel, string>> = {
  voice: 'Calls',
  chat: 'Chats',
  email: 'Emails',
};
