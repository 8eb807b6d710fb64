import { calculateQueue, type QueueCalculatorInput } from '../../engine/answers';
import { formOf } from './form';
import { type NumberRange, OptionReader } from './options';
import { writeCsv, writeJson } from './output';
import { type Call, Exit, type ExitStatus } from './verb';

export const CHANNELS = ['voice', 'chat', 'email'] as const;
type Channel = (typeof CHANNELS)[number];

/** One number of a queue's question, as an option. */
interface ChannelOption {
  readonly option: string;
  readonly input: keyof QueueCalculatorInput;
  readonly value: string;
  readonly help: string;
  readonly range: NumberRange;
  readonly channels: readonly Channel[];
  /** It must be given. */
  readonly needed?: true;
}

const ALL = CHANNELS;
const LIVE = ['voice', 'chat'] as const;
const SECONDS = { min: 0, max: 1e7 };
const SHARE = { min: 0, max: 1 };

/** What one queue's question takes, by channel. */
export const CHANNEL_OPTIONS: readonly ChannelOption[] = [
  {
    option: 'contacts',
    input: 'contacts',
    value: 'N',
    help: 'contacts in the interval',
    range: { min: 0, max: 1e8 },
    channels: ALL,
    needed: true,
  },
  {
    option: 'interval',
    input: 'intervalMinutes',
    value: 'MINUTES',
    help: 'interval',
    range: { min: 1, max: 1440 },
    channels: ALL,
    needed: true,
  },
  {
    option: 'handle-time',
    input: 'handleTimeSeconds',
    value: 'SECONDS',
    help: 'mean handle time',
    range: { above: 0, max: 1e7 },
    channels: ALL,
    needed: true,
  },
  {
    option: 'patience',
    input: 'patienceSeconds',
    value: 'SECONDS',
    help: 'mean patience; nobody gives up without it',
    range: { min: 0, infinity: true },
    channels: LIVE,
  },
  {
    option: 'target',
    input: 'targetShare',
    value: 'SHARE',
    help: 'service level to reach',
    range: { min: 0, max: 1 - 1e-9 },
    channels: ALL,
    needed: true,
  },
  {
    option: 'within',
    input: 'targetSeconds',
    value: 'SECONDS',
    help: 'answered within (20 without it)',
    range: SECONDS,
    channels: LIVE,
  },
  {
    option: 'hours',
    input: 'targetHours',
    value: 'HOURS',
    help: 'finished within (24 without it)',
    range: { above: 0, max: 2000 },
    channels: ['email'],
  },
  {
    option: 'short-abandon',
    input: 'shortAbandonSeconds',
    value: 'SECONDS',
    help: 'threshold of a short abandon (5 without it)',
    range: SECONDS,
    channels: LIVE,
  },
  {
    option: 'occupancy',
    input: 'maxOccupancy',
    value: 'SHARE',
    help: 'largest occupancy',
    range: { above: 0, max: 1 },
    channels: ALL,
  },
  {
    option: 'max-abandonment',
    input: 'maxAbandonment',
    value: 'SHARE',
    help: 'largest abandonment',
    range: { above: 0, max: 1 },
    channels: LIVE,
  },
  {
    option: 'max-asa',
    input: 'maxAsaSeconds',
    value: 'SECONDS',
    help: 'longest average speed of answer',
    range: { above: 0, max: 1e7 },
    channels: ALL,
  },
  {
    option: 'shrinkage',
    input: 'shrinkage',
    value: 'SHARE',
    help: 'of paid time not on contacts (0 without it)',
    range: { min: 0, max: 0.95 },
    channels: ALL,
  },
  {
    option: 'concurrency',
    input: 'concurrency',
    value: 'N',
    help: 'chats that an agent holds at once',
    range: { min: 1, max: 12 },
    channels: ['chat'],
  },
  {
    option: 'stretch',
    input: 'stretch',
    value: 'SHARE',
    help: 'by which each further chat lengthens all',
    range: SHARE,
    channels: ['chat'],
  },
  {
    option: 'silent',
    input: 'silentShare',
    value: 'SHARE',
    help: 'of those who give up, who leave without a sign',
    range: { min: 0, max: 0.95 },
    channels: ['chat'],
  },
  {
    option: 'handle-time-cv',
    input: 'handleTimeCv',
    value: 'N',
    help: 'spread of handle time over its mean (1, exponential, without it)',
    range: { min: 0, max: 3 },
    channels: ['voice', 'email'],
  },
  {
    option: 'patience-cv',
    input: 'patienceCv',
    value: 'N',
    help: 'the same of patience',
    range: { min: 0, max: 5 },
    channels: ['voice'],
  },
  {
    option: 'agents',
    input: 'agents',
    value: 'N',
    help: 'agents at hand, to see what they come to',
    range: { min: 0, max: 1e6 },
    channels: ALL,
  },
];

/** Answers one queue's question with the figures of the Calculator screen. */
export async function calculateChannel(channel: Channel, { values, around }: Call): Promise<ExitStatus> {
  const options = new OptionReader(values);
  const form = formOf(options, 'json');
  const own = CHANNEL_OPTIONS.filter(({ channels }) => channels.includes(channel));
  options.only(`calculate ${channel}`, [...own.map(({ option }) => option), 'service-level', 'json', 'csv']);
  const numbers = Object.fromEntries(
    own.map(({ option, input, range, needed }) => [
      input,
      needed ? options.requiredNumber(option, range) : options.number(option, range),
    ]),
  ) as Omit<QueueCalculatorInput, 'channel' | 'definition'>;
  // Checked by the answer, which names those allowed.
  const definition = options.text('service-level') as QueueCalculatorInput['definition'];
  options.finish();
  const answer = calculateQueue({ ...numbers, channel, definition });
  if (form === 'json') await writeJson(around, answer);
  else {
    const { curve } = answer.atHand ?? answer;
    await writeCsv(
      around,
      CURVE_COLUMNS,
      curve.map((point) => [
        point.agents,
        point.paidHeads,
        point.serviceLevel,
        point.asaSeconds,
        point.meanWaitSeconds,
        point.waitProbability,
        point.abandonment,
        point.occupancy,
        point.queueLength,
        point.meetsTargets ? 'yes' : 'no',
      ]),
    );
  }
  for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
  if (answer.unsolved) around.stderr.write(`No solution: ${answer.unsolved.reason}\n`);
  return answer.unsolved ? Exit.noSolution : Exit.done;
}

const CURVE_COLUMNS = [
  'agents',
  'paid_heads',
  'service_level',
  'asa_s',
  'mean_wait_s',
  'wait_probability',
  'abandonment',
  'occupancy',
  'queue_length',
  'meets_targets',
];
