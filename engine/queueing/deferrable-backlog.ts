import { InputFault, type Issue, issue } from '../units';
import { need } from './queue-input';

/** Work that can wait, and the hours in which it is worked on. */
export interface DeferrableWork {
  /** Pieces of work that arrive in each interval. */
  readonly contacts: ArrayLike<number>;
  readonly intervalMinutes: number;
  readonly handleTimeSeconds: number;
  /** Hours within which a piece is to be finished. */
  readonly hoursToComplete: number;
  /** Share of each interval in which agents work, 0 to 1; always unless given. */
  readonly open?: ArrayLike<number> | undefined;
  /** Whether the hours run only while open; all hours count unless given. */
  readonly openHoursOnly?: boolean | undefined;
  /** Work on hand at the start by age: pieces that arrived so many whole intervals before, the oldest first. */
  readonly onHand?: readonly { readonly ageHours: number; readonly contacts: number }[] | undefined;
  /** Largest share of agents' time on work, above 0 to 1; 1 unless given. */
  readonly maxOccupancy?: number | undefined;
}

/** A backlog through time. */
export interface Backlog {
  /** Pieces open at the end of each interval. */
  readonly open: Float64Array;
  /** Age of the oldest of them, hours; 0 when there are none. */
  readonly oldestHours: Float64Array;
  /** Pieces open at the end past their hours. */
  readonly overdue: Float64Array;
  readonly arrived: number;
  readonly finished: number;
  readonly finishedInTime: number;
  /** Pieces whose hours were over before the end, finished or not. */
  readonly due: number;
  /** Finished in time over due; 1 when none was due. */
  readonly shareInTime: number;
  /** Agents × open time. */
  readonly agentHours: number;
}

/**
 * Backlog by age of work that can wait, oldest first, with so many agents while it is open.
 *
 * Use for email and back-office work with promises in hours. Fluid: pieces may be finished in part, so that each one that
 * arrived is finished or open, to the last digit. Pieces whose hours are not over at the end are judged neither way.
 *
 * Formula: finished up to t = Σ min(open work, agents × occupancy × open time / handle time); a piece is in time when as many
 * were finished by its hour as had arrived up to it. Source: fluid recursion, first in first out.
 * Units: see `DeferrableWork`; agents whole or fractional. Valid: any length. Cost: O(intervals).
 *
 * @example deferrableBacklog({ contacts: [40, 0, 0, 0], intervalMinutes: 60, handleTimeSeconds: 600, hoursToComplete: 4 }, 2).shareInTime
 */
export function deferrableBacklog(work: DeferrableWork, agents: number): Backlog {
  check(work);
  const issues: Issue[] = [];
  need(issues, 'agents', agents, 1e7);
  if (issues.length > 0) throw new InputFault(issues);
  return runBacklog(new Timeline(work), agents);
}

/** Least agents for a promise in hours. */
export type RequiredForBacklog =
  | { readonly solved: true; readonly agents: number; readonly backlog: Backlog }
  | { readonly solved: false; readonly reason: string; readonly mostShareInTime: number };

/**
 * The least agents, in fractions, who work off what can wait so that a share of it is finished within its hours.
 *
 * Use for email, back office and cases; for blending them into idle time of calls `blendDeferrable`. Agents are the same in
 * all open hours. Formula: root of the share in time of `deferrableBacklog`, by halving, to 1e-9 agents, on the side that
 * keeps the promise. Units: share above 0, up to 1. Cost: 60 backlogs.
 *
 * @example requiredForBacklog({ contacts, intervalMinutes: 15, handleTimeSeconds: 420, hoursToComplete: 24, open }, 0.95)
 */
export function requiredForBacklog(work: DeferrableWork, share: number): RequiredForBacklog {
  check(work);
  if (!(share > 0 && share <= 1)) {
    throw new InputFault([issue('backlog.share', 'share', share, 'a share above 0, up to 1')]);
  }
  const timeline = new Timeline(work);
  const wanted = share - 1e-12;
  let high = Math.max(1e-6, timeline.work / Math.max(1e-9, timeline.openHours));
  let backlog = runBacklog(timeline, high);
  if (backlog.due === 0) {
    const reason = 'Nothing falls due before the end: take more intervals than the hours to complete.';
    return { solved: false, reason, mostShareInTime: 1 };
  }
  for (let round = 0; backlog.shareInTime < wanted; round++) {
    if (round === 40) {
      const reason = 'Some work falls due before anybody is open to do it, so no number of agents keeps the promise.';
      return { solved: false, reason, mostShareInTime: backlog.shareInTime };
    }
    high *= 2;
    backlog = runBacklog(timeline, high);
  }
  let low = 0;
  for (let round = 0; round < 80 && high - low > 1e-9 * Math.max(1, high); round++) {
    const middle = (low + high) / 2;
    const tried = runBacklog(timeline, middle);
    if (tried.shareInTime >= wanted) {
      high = middle;
      backlog = tried;
    } else {
      low = middle;
    }
  }
  return { solved: true, agents: high, backlog };
}

/** Cohorts in the order of their arrival, when each is due, and what an agent does in each interval. */
class Timeline {
  /** Pieces of each cohort; those on hand come first. */
  readonly size: Float64Array;
  /** When each arrived, in intervals from the start; below 0 for those on hand. */
  readonly since: Float64Array;
  /** Interval by whose end each is due; the number of intervals or more when that is beyond them. */
  readonly due: Int32Array;
  readonly perAgent: Float64Array;
  /** Share of each interval in which agents work. */
  readonly openAt: Float64Array;
  readonly before: number;
  readonly work: number;
  readonly openHours: number;
  readonly hours: number;

  constructor({
    contacts,
    intervalMinutes,
    handleTimeSeconds,
    hoursToComplete,
    open,
    openHoursOnly = false,
    onHand = [],
    maxOccupancy = 1,
  }: DeferrableWork) {
    this.hours = intervalMinutes / 60;
    const count = contacts.length;
    const oldestFirst = [...onHand].sort((a, b) => b.ageHours - a.ageHours);
    this.before = oldestFirst.length;
    this.size = Float64Array.from([...oldestFirst.map((one) => one.contacts), ...Array.from(contacts)]);
    this.since = Float64Array.from(this.size, (_, at) =>
      at < this.before ? -oldestFirst[at]!.ageHours / this.hours : at - this.before,
    );
    this.openAt = Float64Array.from({ length: count }, (_, t) => open?.[t] ?? 1);
    const share = (t: number) => this.openAt[t]!;
    this.perAgent = Float64Array.from(
      { length: count },
      (_, t) => (share(t) * this.hours * 3600 * maxOccupancy) / handleTimeSeconds,
    );
    this.openHours = this.perAgent.reduce((sum, _, t) => sum + share(t) * this.hours, 0);
    this.work = (this.size.reduce((sum, pieces) => sum + pieces, 0) * handleTimeSeconds) / 3600 / maxOccupancy;
    const passed = new Float64Array(count + 1);
    for (let t = 0; t < count; t++) passed[t + 1] = passed[t]! + (openHoursOnly ? share(t) : 1);
    const span = hoursToComplete / this.hours;
    let at = 0;
    this.due = Int32Array.from(this.since, (since) => {
      const end = (since < 0 ? since : passed[since]!) + span + 1e-9;
      // Due times rise with arrival: on to the first interval that ends beyond the hours.
      while (at < count && passed[at + 1]! <= end) at++;
      return at === count && passed[count]! < end - 2e-9 ? count : at - 1;
    });
  }
}

function runBacklog(line: Timeline, agents: number): Backlog {
  const { size, since, due, perAgent, before, hours } = line;
  const count = perAgent.length;
  const open = new Float64Array(count);
  const oldestHours = new Float64Array(count);
  const overdue = new Float64Array(count);
  const left = Float64Array.from(size);
  let first = 0;
  let overdueFrom = 0;
  let backlog = 0;
  for (let k = 0; k < before; k++) backlog += size[k]!;
  let arrived = backlog;
  let finished = 0;
  let inTime = 0;
  let agentHours = 0;
  let late = 0;
  for (let t = 0; t < count; t++) {
    backlog += size[before + t]!;
    arrived += size[before + t]!;
    let room = agents * perAgent[t]!;
    while (room > 0 && first <= before + t) {
      const done = Math.min(left[first]!, room);
      left[first] = left[first]! - done;
      room -= done;
      backlog -= done;
      finished += done;
      if (due[first]! >= t) inTime += done;
      if (first < overdueFrom) late -= done;
      if (left[first]! > 0) break;
      first++;
    }
    agentHours += agents * line.openAt[t]! * hours;
    // Due dates rise with arrival, so what is overdue is a stretch of cohorts.
    while (overdueFrom <= before + t && due[overdueFrom]! <= t) late += left[overdueFrom++]!;
    open[t] = Math.max(0, backlog);
    overdue[t] = Math.max(0, late);
    oldestHours[t] = first <= before + t ? (t + 1 - since[first]!) * hours : 0;
  }
  let fell = 0;
  let dueLater = 0;
  for (let k = 0; k < size.length; k++) {
    if (due[k]! < count) fell += size[k]!;
    else dueLater += size[k]! - left[k]!;
  }
  const met = inTime - dueLater;
  return {
    open,
    oldestHours,
    overdue,
    arrived,
    finished,
    finishedInTime: inTime,
    due: fell,
    shareInTime: fell > 0 ? Math.min(1, Math.max(0, met / fell)) : 1,
    agentHours,
  };
}

function check(work: DeferrableWork): void {
  const issues: Issue[] = [];
  const { contacts, open, intervalMinutes, maxOccupancy = 1, onHand = [] } = work;
  need(issues, 'handleTimeSeconds', work.handleTimeSeconds, 1e8, true);
  need(issues, 'hoursToComplete', work.hoursToComplete, 1e5, true);
  if (!(intervalMinutes >= 1 && intervalMinutes <= 1440)) {
    issues.push(issue('backlog.interval', 'intervalMinutes', intervalMinutes, 'minutes from 1 to 1440'));
  }
  if (!(maxOccupancy > 0 && maxOccupancy <= 1)) {
    issues.push(issue('backlog.occupancy', 'maxOccupancy', maxOccupancy, 'a share above 0, up to 1'));
  }
  if (open && open.length !== contacts.length) {
    issues.push(issue('backlog.open', 'open', open.length, `${contacts.length} intervals, as contacts`));
  }
  for (let t = 0; t < contacts.length; t++) {
    need(issues, `contacts[${t}]`, contacts[t], 1e9);
    if (open && !(open[t]! >= 0 && open[t]! <= 1))
      issues.push(issue('backlog.open', `open[${t}]`, open[t], 'a share from 0 to 1'));
  }
  onHand.forEach(({ ageHours, contacts: pieces }, at) => {
    need(issues, `onHand[${at}].ageHours`, ageHours, 1e6);
    need(issues, `onHand[${at}].contacts`, pieces, 1e9);
  });
  if (issues.length > 0) throw new InputFault(issues);
}
