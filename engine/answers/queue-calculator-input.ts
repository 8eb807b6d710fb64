import { parseServiceLevelDefinition, type ServiceLevelDefinition, USUAL_TARGET_SECONDS } from '../queueing';
import { InputFault, type Issue, issue } from '../units';

/** How customers reach us: by voice someone holds the line, a chat shares its agent with others, an email waits alone. */
export type CalculatorChannel = 'voice' | 'chat' | 'email';

/** A planner's question about one queue in one interval. */
export interface QueueCalculatorInput {
  readonly channel: CalculatorChannel;
  /** Contacts that arrive in the interval, 0 to 1e8. */
  readonly contacts: number;
  /** Length of the interval, 1 to 1440 minutes. */
  readonly intervalMinutes: number;
  /** Mean handle time, after-contact work included; of a chat that has its agent alone. Above 0. */
  readonly handleTimeSeconds: number;
  /** Mean time that a customer is ready to wait; null or left out when nobody gives up. Not for email. */
  readonly patienceSeconds?: number | null | undefined;
  /** Share of contacts to be answered (email: finished) in time, 0 to below 1. */
  readonly targetShare: number;
  /** Answer threshold of voice and chat; 20 unless given. */
  readonly targetSeconds?: number | undefined;
  /** Hours within which an email is to be finished; 24 unless given. */
  readonly targetHours?: number | undefined;
  /** Which of the five ways to count service level; answered within target over offered unless given. */
  readonly definition?: ServiceLevelDefinition | undefined;
  /** A contact that gives up sooner is a short abandon; 5 unless given. */
  readonly shortAbandonSeconds?: number | undefined;
  /** Largest share of agents' time on contacts, above 0 to 1; null or left out for no cap. */
  readonly maxOccupancy?: number | null | undefined;
  /** Largest share of contacts that may give up, above 0 to 1; null or left out for no such target. */
  readonly maxAbandonment?: number | null | undefined;
  /** Longest average speed of answer, seconds; null or left out for no such target. */
  readonly maxAsaSeconds?: number | null | undefined;
  /** Share of paid time that is not spent on contacts, 0 to 0.95; 0 unless given. */
  readonly shrinkage?: number | undefined;
  /** Chats that an agent holds at once, 1 to 12; 1 unless given. */
  readonly concurrency?: number | undefined;
  /** Share by which each further chat lengthens all of them, 0 to 1; 0 unless given. */
  readonly stretch?: number | undefined;
  /** Of chats: share of those who give up that leave without a sign and still take an agent's time, 0 to 0.95; 0 unless given. */
  readonly silentShare?: number | undefined;
  /** Standard deviation of handle time over its mean, 0 to 3; 1 (exponential) unless given. Not for chat. */
  readonly handleTimeCv?: number | undefined;
  /** The same of patience, 0 to 5; 1 unless given. Not for chat or email. */
  readonly patienceCv?: number | undefined;
  /** Agents at hand, to see what they come to beside those required. */
  readonly agents?: number | null | undefined;
}

/** The question with every default filled in. */
export interface QueueQuestion {
  readonly channel: CalculatorChannel;
  readonly contacts: number;
  readonly intervalMinutes: number;
  readonly handleTimeSeconds: number;
  /** Infinity when nobody gives up. */
  readonly patienceSeconds: number;
  readonly targetShare: number;
  /** Answer threshold; of email, the longest wait before work begins: hours less the handle time. */
  readonly targetSeconds: number;
  /** Of email; null otherwise. */
  readonly targetHours: number | null;
  readonly definition: ServiceLevelDefinition;
  readonly shortAbandonSeconds: number;
  readonly maxOccupancy: number | null;
  readonly maxAbandonment: number | null;
  readonly maxAsaSeconds: number | null;
  readonly shrinkage: number;
  readonly concurrency: number;
  readonly stretch: number;
  readonly silentShare: number;
  readonly handleTimeCv: number;
  readonly patienceCv: number;
  readonly agents: number | null;
}

/** Reads a question, fills in what was left out, and throws one fault with all that is wrong with it. */
export function readQueueQuestion(input: QueueCalculatorInput): QueueQuestion {
  const issues: Issue[] = [];
  const fits = (name: keyof QueueCalculatorInput, low: number, high: number, allowed: string, above = false) => {
    const value: unknown = input[name];
    const ok = typeof value === 'number' && value >= low && value <= high && (!above || value > low);
    if (!ok) issues.push(issue('calculator.out-of-range', name, value, allowed));
  };
  const fitsIfGiven = (name: keyof QueueCalculatorInput, low: number, high: number, allowed: string, above = false) => {
    if (input[name] !== undefined && input[name] !== null) fits(name, low, high, allowed, above);
  };
  const { channel } = input;
  if (channel !== 'voice' && channel !== 'chat' && channel !== 'email') {
    issues.push(issue('calculator.channel', 'channel', channel, 'voice, chat or email'));
  }
  fits('contacts', 0, 1e8, 'a number of contacts from 0 to 100000000');
  fits('intervalMinutes', 1, 1440, 'minutes from 1 to 1440');
  fits('handleTimeSeconds', 0, 1e7, 'seconds above 0, up to 10000000', true);
  fitsIfGiven('patienceSeconds', 0, Number.POSITIVE_INFINITY, 'seconds from 0, or nothing when nobody gives up');
  fits('targetShare', 0, 1 - 1e-9, 'a share from 0 to below 1');
  fitsIfGiven('targetSeconds', 0, 1e7, 'seconds from 0 to 10000000');
  fitsIfGiven('targetHours', 0, 2000, 'hours above 0, up to 2000', true);
  fitsIfGiven('shortAbandonSeconds', 0, 1e7, 'seconds from 0 to 10000000');
  fitsIfGiven('maxOccupancy', 0, 1, 'a share above 0, up to 1', true);
  fitsIfGiven('maxAbandonment', 0, 1, 'a share above 0, up to 1', true);
  fitsIfGiven('maxAsaSeconds', 0, 1e7, 'seconds above 0, up to 10000000', true);
  fitsIfGiven('shrinkage', 0, 0.95, 'a share from 0 to 0.95');
  fitsIfGiven('concurrency', 1, 12, 'chats at once from 1 to 12');
  fitsIfGiven('stretch', 0, 1, 'a share from 0 to 1');
  fitsIfGiven('silentShare', 0, 0.95, 'a share from 0 to 0.95');
  fitsIfGiven('handleTimeCv', 0, 3, 'a number from 0 to 3');
  fitsIfGiven('patienceCv', 0, 5, 'a number from 0 to 5');
  fitsIfGiven('agents', 0, 1e6, 'agents from 0 to 1000000');
  const definition = parseServiceLevelDefinition(String(input.definition ?? 'answeredOverOffered'));
  if (definition === null) {
    issues.push(
      issue('calculator.definition', 'definition', input.definition, 'one of the five service-level definitions'),
    );
  }
  const email = channel === 'email';
  const targetHours = email ? (input.targetHours ?? 24) : null;
  if (email) {
    if ((input.patienceSeconds ?? Number.POSITIVE_INFINITY) !== Number.POSITIVE_INFINITY) {
      issues.push(
        issue(
          'calculator.email-patience',
          'patienceSeconds',
          input.patienceSeconds,
          'nothing: nobody waits on the line for an email',
        ),
      );
    }
    if (input.targetSeconds !== undefined) {
      issues.push(
        issue('calculator.email-seconds', 'targetSeconds', input.targetSeconds, 'targetHours instead, for email'),
      );
    }
    if (targetHours !== null && targetHours > 0 && targetHours * 3600 <= input.handleTimeSeconds) {
      issues.push(
        issue('calculator.too-short', 'targetHours', targetHours, 'more hours than an email takes to handle'),
      );
    }
  } else if (input.targetHours !== undefined) {
    issues.push(issue('calculator.hours', 'targetHours', input.targetHours, `targetSeconds instead, for ${channel}`));
  }
  if (channel !== 'chat' && (input.concurrency ?? 1) !== 1) {
    issues.push(issue('calculator.concurrency', 'concurrency', input.concurrency, '1: only chats share an agent'));
  }
  if (channel !== 'chat' && (input.silentShare ?? 0) !== 0) {
    issues.push(issue('calculator.silent', 'silentShare', input.silentShare, '0: only chats are left without a sign'));
  }
  if (channel === 'chat' && (input.handleTimeCv ?? 1) !== 1) {
    issues.push(issue('calculator.spread', 'handleTimeCv', input.handleTimeCv, '1 for chat'));
  }
  if (channel !== 'voice' && (input.patienceCv ?? 1) !== 1) {
    issues.push(issue('calculator.spread', 'patienceCv', input.patienceCv, `1 for ${channel}`));
  }
  if (channel === 'chat' && input.patienceSeconds === 0) {
    issues.push(
      issue('calculator.out-of-range', 'patienceSeconds', 0, 'seconds above 0, or nothing when nobody gives up'),
    );
  }
  const load = (input.contacts / input.intervalMinutes / 60) * input.handleTimeSeconds;
  if (issues.length === 0 && channel === 'chat' && load > 20_000) {
    issues.push(issue('calculator.load', 'contacts, handleTimeSeconds', load, 'a load of at most 20000 chats at once'));
  }
  if (issues.length === 0 && load > 1e6) {
    issues.push(issue('calculator.load', 'contacts, handleTimeSeconds', load, 'a load of at most 1000000 erlangs'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  return {
    channel,
    // Fewer than one in a billion intervals is none; it also keeps products out of the smallest numbers.
    contacts: input.contacts < 1e-9 ? 0 : input.contacts,
    intervalMinutes: input.intervalMinutes,
    handleTimeSeconds: input.handleTimeSeconds,
    patienceSeconds: input.patienceSeconds ?? Number.POSITIVE_INFINITY,
    targetShare: input.targetShare,
    targetSeconds:
      targetHours === null
        ? (input.targetSeconds ?? USUAL_TARGET_SECONDS)
        : targetHours * 3600 - input.handleTimeSeconds,
    targetHours,
    definition: definition!,
    shortAbandonSeconds: input.shortAbandonSeconds ?? 5,
    maxOccupancy: input.maxOccupancy ?? null,
    maxAbandonment: input.maxAbandonment ?? null,
    maxAsaSeconds: input.maxAsaSeconds ?? null,
    shrinkage: input.shrinkage ?? 0,
    concurrency: input.concurrency ?? 1,
    stretch: channel === 'chat' ? (input.stretch ?? 0) : 0,
    silentShare: channel === 'chat' ? (input.silentShare ?? 0) : 0,
    handleTimeCv: input.handleTimeCv ?? 1,
    patienceCv: input.patienceCv ?? 1,
    agents: input.agents ?? null,
  };
}
