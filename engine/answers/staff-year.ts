import { requiredAgentsSeries, type StaffingTargets } from '../queueing';
import { checkpoint, InputFault, issue, type RunControl, wholeHeads } from '../units';
import { paidPositions } from '../workforce';
import { partOf } from './prepared-plan';
import { type Provenance, provenance } from './provenance';

/** One stream over the whole horizon. */
export interface YearStream {
  readonly name: string;
  /** Contacts by interval; 35,040 quarter-hours make a year. */
  readonly contacts: Float64Array | Float32Array;
  readonly handleTimeSeconds: number;
  /** Mean patience; leave it out for Erlang C. */
  readonly patienceSeconds?: number | undefined;
  /** All that must hold at once, such as a service level and a largest occupancy. */
  readonly targets: StaffingTargets;
  /** Share of paid time not spent on contacts, 0 to below 1. */
  readonly shrinkage: number;
}

/** Requirement of one stream. */
export interface StaffedStream {
  readonly name: string;
  /** Fractional agents by interval, exact to a millionth; NaN where no number of agents meets the targets. */
  readonly agents: Float64Array;
  readonly agentHours: number;
  readonly paidHours: number;
  /** Whole agents in the busiest interval. */
  readonly peakAgents: number;
}

/** Requirement of many streams over a long horizon. */
export interface StaffedYear {
  readonly streams: readonly StaffedStream[];
  /** Fractional agents of all streams by interval. */
  readonly agents: Float64Array;
  readonly agentHours: number;
  readonly paidHours: number;
  /** Intervals solved, over all streams. */
  readonly intervals: number;
  readonly provenance: Provenance;
}

/**
 * Agents by interval for many streams over a year, each to all of its targets.
 *
 * Use for budgets and for the whole horizon at once; run it in a worker, with progress. Plans go through
 * `staffIntervals`. Intervals are solved one by one, not interpolated.
 *
 * Formula and source: see `requiredAgentsSeries`. Units: contacts an interval. Valid: every stream has the same number of
 * intervals. Cost: 2.1 million quarter-hours of 60 streams to two targets, about 5 s.
 *
 * @example staffYear([{ name: 'voice', contacts, handleTimeSeconds: 300, patienceSeconds: 120, targets: { serviceLevel: 0.8, maxOccupancy: 0.88 }, shrinkage: 0.3 }], 15)
 */
export function staffYear(streams: readonly YearStream[], intervalMinutes: number, control?: RunControl): StaffedYear {
  check(streams, intervalMinutes);
  const intervals = streams[0]?.contacts.length ?? 0;
  const total = new Float64Array(intervals);
  const hours = intervalMinutes / 60;
  const warnings: string[] = [];
  const staffed = streams.map((stream, at): StaffedStream => {
    checkpoint(control, at / streams.length, `Requirement of ${stream.name}`);
    const rates = Float64Array.from(stream.contacts, (contacts) => contacts / hours);
    const { handleTimeSeconds, patienceSeconds, targets } = stream;
    const part = partOf(control, at / streams.length, (at + 1) / streams.length);
    const agents = requiredAgentsSeries({ handleTimeSeconds, patienceSeconds }, targets, rates, part);
    let sum = 0;
    let peak = 0;
    for (let t = 0; t < intervals; t++) {
      const need = agents[t]!;
      total[t]! += need;
      sum += need;
      if (need > peak) peak = need;
    }
    if (Number.isNaN(sum)) warnings.push(`No number of agents meets the targets of ${stream.name}.`);
    const agentHours = sum * hours;
    const paidHours = paidPositions(agentHours, stream.shrinkage);
    return { name: stream.name, agents, agentHours, paidHours, peakAgents: wholeHeads(peak) };
  });
  checkpoint(control, 1, 'Requirement of all streams');
  return {
    streams: staffed,
    agents: total,
    agentHours: staffed.reduce((sum, { agentHours }) => sum + agentHours, 0),
    paidHours: staffed.reduce((sum, { paidHours }) => sum + paidHours, 0),
    intervals: intervals * streams.length,
    provenance: provenance('Erlang A (Erlang C without patience) in every interval, fractional agents', { warnings }),
  };
}

function check(streams: readonly YearStream[], intervalMinutes: number): void {
  const issues = [];
  if (!(intervalMinutes > 0 && intervalMinutes <= 1440)) {
    issues.push(issue('staff-year.interval', 'intervalMinutes', intervalMinutes, 'minutes above 0, up to 1440'));
  }
  const length = streams[0]?.contacts.length;
  streams.forEach(({ contacts, shrinkage }, at) => {
    if (contacts.length !== length) {
      issues.push(
        issue('staff-year.length', `streams[${at}].contacts`, contacts.length, `${length} intervals, as the first`),
      );
    }
    if (!(shrinkage >= 0 && shrinkage < 1)) {
      issues.push(issue('staff-year.shrinkage', `streams[${at}].shrinkage`, shrinkage, 'a share from 0 to below 1'));
    }
  });
  if (issues.length > 0) throw new InputFault(issues);
}
