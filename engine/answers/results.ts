import type { Scenario } from '../plan';
import type { BusyDays, ServiceLevelDefinition } from '../queueing';
import type { Provenance } from './provenance';
import type { RunCost } from './team-costs';

/**
 * The figures of a stretch of time for a stream, a team's share of it, or the whole.
 * Shares are null where nothing was offered, so that an empty night never reads as 0 % or 100 %.
 */
export interface Kpis {
  /** Contacts that arrived for the first time, and those that came again after giving up. */
  readonly offered: number;
  readonly redials: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Abandoned and not tried again: lost for good. */
  readonly lost: number;
  /** Share of offered contacts answered within the stream's own target time (deferrable: finished within its hours). */
  readonly serviceLevel: number | null;
  /** Mean wait of those who were answered, in seconds; real-time streams only. */
  readonly asaSeconds: number | null;
  readonly abandonment: number | null;
  /** Handling hours over hours on duty. */
  readonly occupancy: number | null;
  /** Deferrable contacts not yet finished at the end of the stretch. */
  readonly backlog: number;
  readonly handlingHours: number;
  readonly productiveHours: number;
  readonly paidHours: number;
  readonly cost: number;
  /** Customers likely to leave over abandoned contacts, and the contribution that goes with them. */
  readonly customersAtRisk: number;
  readonly valueAtRisk: number;
}

/**
 * The same figures over days or weeks, a column each, so that a year of them crosses from a worker in one copy.
 * NaN stands where `Kpis` would be null. `kpisAt(series, index)` of `engine/answers` reads one row.
 */
export type KpiSeries = { readonly [Figure in keyof Kpis]: Float64Array };

/** A stream's promise in words and numbers, for labels beside every figure. */
export interface TargetLabel {
  readonly kind: 'answer-within' | 'abandonment' | 'complete-within';
  /** The share promised (abandonment: the largest allowed). */
  readonly share: number;
  /** Such as `80 % answered within 20 s of offered`. */
  readonly text: string;
}

/** One run of the flow model over the whole horizon. Arrays run over days or weeks of the plan. */
export interface RunResult {
  readonly total: Kpis;
  readonly days: readonly string[];
  readonly weekLabels: readonly string[];
  /** Network-wide, one entry a day. */
  readonly daily: KpiSeries;
  readonly weekly: KpiSeries;
  readonly streams: readonly {
    readonly id: string;
    readonly name: string;
    readonly channel: string;
    readonly language: string;
    readonly target: TargetLabel;
    readonly total: Kpis;
    readonly daily: KpiSeries;
    readonly weekly: KpiSeries;
  }[];
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly site: string;
    readonly provider: string;
    readonly total: TeamFigures;
    readonly weekly: { readonly [Figure in keyof TeamFigures]: Float64Array };
    /** What `weekly.cost` is made of. */
    readonly costs: { readonly [Part in RunCost]: Float64Array };
    /** Productive hours a day, for maps and playback. */
    readonly dailyProductiveHours: Float64Array;
  }[];
  /** What each team did for each stream that it serves, by week. */
  readonly memberships: readonly {
    readonly stream: string;
    readonly team: string;
    readonly answered: Float64Array;
    readonly productiveHours: Float64Array;
  }[];
}

export interface TeamFigures {
  readonly heads: number;
  readonly paidFte: number;
  readonly productiveFte: number;
  readonly productiveHours: number;
  readonly handlingHours: number;
  readonly answered: number;
  readonly occupancy: number | null;
  readonly cost: number;
}

/** What a disruption does against the undisturbed plan, in the figures that a planner reports. */
export interface Impact {
  /** Lowest daily share of contacts served within target, and the day. */
  readonly worstServiceLevel: number | null;
  readonly worstDay: string | null;
  /** Points below the undisturbed plan on the worst day. */
  readonly worstDropPoints: number;
  /** Days from the start until service stays within two points of the undisturbed plan; null when it doesn't within the horizon. */
  readonly daysToRecover: number | null;
  /** Days from the start in which service stays within two points of the undisturbed plan; null when it never leaves. */
  readonly daysToSurvive: number | null;
  readonly recoveredOn: string | null;
  /** Days on which service is more than two points below the undisturbed plan. */
  readonly daysBelow: number;
  /** Beyond the undisturbed plan, over the horizon. */
  readonly contactsLost: number;
  readonly contactsAbandoned: number;
  readonly backlogPeak: number;
  readonly productiveHoursLost: number;
  readonly cost: number;
  readonly customersAtRisk: number;
  readonly valueAtRisk: number;
  /** The whole in one sentence. */
  readonly sentence: string;
}

export interface StressCase {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'disruption' | 'scenario';
  readonly startDate: string;
  /** Last day on which any effect is felt directly. */
  readonly endDate: string;
  readonly source: string | null;
  readonly grade: string | null;
  readonly impact: Impact;
  readonly byStream: readonly { readonly id: string; readonly name: string; readonly impact: Impact }[];
  readonly absorption: Absorption;
  /** The same by week of the plan, from the first to the last in which anything differs: arcs and what is stranded. */
  readonly weeklyAbsorption: readonly {
    readonly week: number;
    readonly arcs: Absorption['arcs'];
    readonly takenOver: number;
    readonly stranded: number;
  }[];
  /** How the contacts that waited longest fared; null where nothing is answered in real time. */
  readonly worst: WorstPart | null;
  readonly run: RunResult;
}

/** The share of contacts that waited longest, in the days from a disruption's start until it has passed. */
export interface WorstPart {
  readonly share: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly contacts: number;
  readonly meanWaitSeconds: number;
  readonly usualMeanWaitSeconds: number;
  /** The wait that only this part exceeds. */
  readonly waitExceededSeconds: number;
  /** The days on which they came, and the streams, most contacts first. */
  readonly days: readonly { readonly day: string; readonly contacts: number }[];
  readonly streams: readonly { readonly id: string; readonly name: string; readonly share: number }[];
  /** Share of all contacts abandoned on those days. */
  readonly abandonment: number;
  readonly sentence: string;
}

/** Who takes over the contacts that others no longer answer, and what nobody does. Contacts over the whole horizon. */
export interface Absorption {
  /** Stream by stream: contacts that teams answer less than in the plan, and what became of them; the last three add up to it. */
  readonly streams: readonly {
    readonly id: string;
    readonly name: string;
    readonly fallen: number;
    readonly takenOver: number;
    /** Of the rest: contacts that never came, because demand fell or nobody tried any more. */
    readonly notCome: number;
    /** Contacts that came and that nobody answered, or not by the end. */
    readonly stranded: number;
    /** Answered beyond what the plan has and beyond what was taken over: demand that a disruption brings. */
    readonly added: number;
  }[];
  /** A team's work for a stream against the plan; largest change first, without those that stay the same. */
  readonly teams: readonly {
    readonly stream: string;
    readonly team: string;
    readonly teamName: string;
    readonly site: string;
    readonly planned: number;
    readonly answered: number;
    readonly change: number;
    readonly plannedHours: number;
    readonly hoursChange: number;
    /** Of a fall: what other teams answer instead, what never came, and what is stranded. */
    readonly takenOver: number;
    readonly notCome: number;
    readonly stranded: number;
  }[];
  /** From the site that answers less to the site that answers instead, most contacts first; a site's own teams included. */
  readonly arcs: readonly { readonly from: string; readonly to: string; readonly contacts: number }[];
}

export interface StressAnswer {
  readonly base: RunResult;
  readonly cases: readonly StressCase[];
  readonly provenance: Provenance;
}

/** Requirement and cover by interval for some days of the plan. */
export interface StaffAnswer {
  readonly intervalMinutes: number;
  /** Which formula, and which of the service-level definitions. */
  readonly model: 'erlang-a' | 'erlang-c';
  readonly definition: ServiceLevelDefinition;
  readonly serviceLevelDefinition: string;
  /** The busy days that are staffed for; null when it is the forecast itself. */
  readonly uncertainty: BusyDays | null;
  readonly days: readonly string[];
  /** Planner-zone wall times of the intervals shown, such as `2027-01-04T07:30`. */
  readonly intervals: readonly string[];
  readonly streams: readonly StaffStream[];
  /** By week of the whole horizon: agents through shrinkage to paid FTE and heads, summed before rounding once. */
  readonly weeks: readonly {
    readonly label: string;
    /** At full speed. */
    readonly requiredAgentHours: number;
    readonly availableAgentHours: number;
    readonly requiredPaidFte: number;
    readonly availablePaidFte: number;
    readonly heads: number;
  }[];
  readonly provenance: Provenance;
}

export interface StaffStream {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly target: TargetLabel;
  /** Day that is staffed for, over the forecast's; 1 is the forecast itself. */
  readonly busyness: number;
  /** Share of each interval in which the stream takes contacts, 0 to 1. */
  readonly open: readonly number[];
  /** First attempts expected; the requirement is for these, times busyness. */
  readonly contacts: readonly number[];
  /** Offered in the run, those who try again included; service level and occupancy are of these. */
  readonly offered: readonly number[];
  readonly handleTimeSeconds: number;
  readonly requiredAgents: readonly number[];
  readonly availableAgents: readonly number[];
  readonly serviceLevel: readonly (number | null)[];
  readonly occupancy: readonly (number | null)[];
  /** By week of the whole horizon: agent hours at full speed and paid positions, required and available for this stream. */
  readonly weekly: {
    readonly requiredAgentHours: readonly number[];
    readonly availableAgentHours: readonly number[];
    readonly requiredPaidFte: readonly number[];
    readonly availablePaidFte: readonly number[];
  };
  readonly bySite: readonly {
    readonly site: string;
    readonly name: string;
    readonly availableAgents: readonly number[];
  }[];
}

export type Dimension = 'provider' | 'parent' | 'country' | 'metro' | 'kind' | 'platform' | 'site';

export interface SweepAnswer {
  /** First day of every outage: the start of the busiest stretch unless one is given. */
  readonly startDate: string;
  readonly rows: readonly {
    readonly dimension: Dimension;
    readonly member: string;
    readonly label: string;
    readonly days: number;
    /** Days from the outage's start that were run; recovery later than that isn't seen. */
    readonly lookedAtDays: number;
    readonly hoursShare: number;
    readonly impact: Impact;
    /** One that loses more and with which it fails, for as long; null for those that stand by themselves. */
    readonly within: { readonly dimension: Dimension; readonly member: string; readonly label: string } | null;
    /** Contacts lost without it, against the node that loses most: the risk exposure index, 0 to 1. */
    readonly exposure: number;
    /** Whether service breaks before the node is back. */
    readonly recoversTooLate: boolean;
  }[];
  readonly provenance: Provenance;
}

/** What is lost when two parts of the footprint fail together (N-2). */
export interface PairSweepAnswer {
  readonly startDate: string;
  /** The nodes that were paired, those that lose most alone first. */
  readonly nodes: readonly {
    readonly dimension: Dimension;
    readonly member: string;
    readonly label: string;
    readonly days: number;
    readonly hoursShare: number;
    /** Of this node alone. */
    readonly impact: Impact;
  }[];
  /** Nodes that were looked at alone and not paired. */
  readonly leftOut: number;
  /** Most contacts lost first. */
  readonly pairs: readonly {
    /** Places of the two in `nodes`. */
    readonly nodes: readonly [number, number];
    readonly lookedAtDays: number;
    readonly impact: Impact;
    /** Contacts lost together beyond the sum of both alone: what each would have taken over from the other. */
    readonly lostBeyondSum: number;
  }[];
  readonly provenance: Provenance;
}

/** A mix to compare: the plan with work moved. */
export interface MixVariant {
  readonly id: string;
  readonly name: string;
  readonly moves: readonly {
    readonly streams?: readonly string[] | undefined;
    readonly from: {
      readonly of: 'provider' | 'parent' | 'country' | 'metro' | 'kind' | 'site';
      readonly member: string;
    };
    readonly to: {
      readonly of: 'provider' | 'parent' | 'country' | 'metro' | 'kind' | 'site';
      readonly member: string;
    };
    readonly share: number;
  }[];
  /** What else is different, as a scenario's edits; made before anything moves. */
  readonly edits?: Scenario['edits'] | undefined;
  /** Teams of another size than today, as multiples of it; made last. */
  readonly sizes?: readonly { readonly team: string; readonly size: number }[] | undefined;
}

export interface MixFigures {
  readonly id: string;
  readonly name: string;
  readonly total: Kpis;
  readonly costPerYear: number;
  readonly costPerAnswered: number;
  readonly kinds: readonly { readonly kind: string; readonly share: number }[];
  readonly effectiveCountries: number;
  readonly effectiveMetros: number;
  readonly largestMetroShare: number;
  /** Handle time of the same stream between sites: standard deviation ÷ mean, and the worst tenth of contacts above it. */
  readonly handleTimeSpread: number;
  readonly slowestTenth: number;
  readonly weekly: KpiSeries;
  readonly disruptions: readonly {
    readonly id: string;
    readonly name: string;
    readonly impact: Impact;
    readonly daily: KpiSeries;
  }[];
  /** Seats short, skills missing and the like: why the move can't be had in full. */
  readonly warnings: readonly string[];
}

export interface MixAnswer {
  readonly days: readonly string[];
  readonly base: MixFigures;
  readonly variants: readonly MixFigures[];
  readonly provenance: Provenance;
}

export interface OverviewAnswer {
  readonly sites: readonly {
    readonly id: string;
    readonly name: string;
    readonly provider: string;
    readonly kind: string;
    readonly metro: string;
    readonly country: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly zone: string;
    readonly productiveFte: number;
    readonly share: number;
    readonly costPerProductiveHour: number;
    readonly seats: number | null;
    readonly heads: number;
  }[];
  /** Service and cost. */
  readonly numbers: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly unit: 'share' | 'money-year';
    readonly detail: string;
  }[];
  readonly sentence: string;
  readonly base: RunResult;
  readonly provenance: Provenance;
}

/** A number's family tree: how it came about and how far to trust it. */
export interface Explanation {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: string;
  readonly method: string;
  readonly inputs: readonly {
    readonly name: string;
    readonly value: number | string;
    readonly unit: string;
    readonly source: string;
    readonly grade: string;
  }[];
}
