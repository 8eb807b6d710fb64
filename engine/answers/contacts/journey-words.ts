import type { Channel, Plan } from '../../plan';
import { CAUSE, type ContactRecords, type ContactSimulator, FATE, NOWHERE } from '../../simulate';

/** One thing that happened to a customer, in seconds from the run's start. */
export interface SpokenStep {
  readonly seconds: number;
  readonly text: string;
}

/** How people of a channel make contact, and how they give up. */
const VERBS: Readonly<Record<Channel, { readonly comes: string; readonly again: string; readonly leaves: string }>> = {
  voice: { comes: 'Calls', again: 'Calls again', leaves: 'hangs up' },
  video: { comes: 'Calls by video', again: 'Calls again', leaves: 'hangs up' },
  callback: { comes: 'Asks to be called', again: 'Asks again', leaves: 'gives up' },
  chat: { comes: 'Opens a chat', again: 'Opens a chat again', leaves: 'closes the chat' },
  messaging: { comes: 'Sends a message', again: 'Writes again', leaves: 'gives up' },
  social: { comes: 'Posts', again: 'Posts again', leaves: 'gives up' },
  email: { comes: 'Writes an email', again: 'Writes again', leaves: 'gives up' },
  'back-office': { comes: 'A case arrives', again: 'The case comes back', leaves: 'is withdrawn' },
};

/** The life of one contact in words a person would use; the first step is how it came about. */
export function contactSteps(plan: Plan, { records, floor, model }: ContactSimulator, id: number): SpokenStep[] {
  const stream = plan.streams[records.stream[id]!]!;
  const verbs = VERBS[stream.channel];
  const arrived = records.arrivedAt[id]!;
  const ended = records.endedAt[id]!;
  const steps: SpokenStep[] = [{ seconds: arrived, text: `${arrival(plan, records, id)} (${stream.name}).` }];
  const say = (seconds: number, text: string) => steps.push({ seconds, text });
  switch (records.fate[id]) {
    case FATE.turnedAway:
      say(ended, 'Can’t get through: closed, or no place in line.');
      return steps;
    case FATE.abandoned: {
      const waited = ended - arrived;
      say(ended, waited > 0 ? `Waits ${spell(waited)} and ${verbs.leaves}.` : 'Finds nobody free and leaves at once.');
      if (records.nextStream[id] === NOWHERE) say(ended, 'Doesn’t try again: lost.');
      return steps;
    }
    case FATE.waiting:
      say(model.end, `Still waiting, after ${spell(model.end - arrived)}, when the simulation ends.`);
      return steps;
    default: {
      const started = records.startedAt[id]!;
      const waited = started - arrived;
      const team = plan.teams[floor.groupOf[records.agent[id]!]!]!;
      const site = plan.sites.find((entry) => entry.id === team.site)!;
      const back = records.calledBack[id] === 1 ? 'Asked to be called back; called' : 'Answered';
      const when = waited > 0.5 ? `after ${spell(waited)}` : 'at once';
      say(started, `${back} ${when} by an agent of ${team.name} in ${site.metro}.`);
      if (records.fate[id] === FATE.inService) say(model.end, 'Still being handled when the simulation ends.');
      else say(ended, `Done after ${spell(ended - started)}.`);
      return steps;
    }
  }
}

function arrival(plan: Plan, records: ContactRecords, id: number): string {
  const stream = plan.streams[records.stream[id]!]!;
  const verbs = VERBS[stream.channel];
  const before = records.previous[id]!;
  switch (records.cause[id]) {
    case CAUSE.redial:
      return `${verbs.again} ${spell(records.arrivedAt[id]! - records.endedAt[before]!)} later, attempt ${records.attempt[id]}`;
    case CAUSE.hop:
      return `Turns to another way ${spell(records.arrivedAt[id]! - records.endedAt[before]!)} later: ${verbs.comes.toLowerCase()}`;
    case CAUSE.transfer:
      return 'Is handed on';
    default: {
      const reason = reasonOf(plan, records, id);
      return reason ? `${verbs.comes} about: ${reason}` : verbs.comes;
    }
  }
}

function reasonOf(plan: Plan, records: ContactRecords, id: number): string | null {
  const place = records.reason[id]!;
  const entry = place > 0 ? plan.streams[records.stream[id]!]!.reasons?.[place - 1] : undefined;
  return entry ? (plan.reasons.find(({ id: known }) => known === entry.reason)?.name ?? entry.reason) : null;
}

/** A span of time in the two units that say it: 95 s, 6 min 5 s, 3 h 20 min, 2 days 4 h. */
function spell(seconds: number): string {
  if (seconds < 0.5) return 'less than a second';
  const whole = Math.round(seconds);
  if (whole < 120) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min${whole % 60 > 0 ? ` ${whole % 60} s` : ''}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
  return `${Math.floor(hours / 24)} days${hours % 24 > 0 ? ` ${hours % 24} h` : ''}`;
}
