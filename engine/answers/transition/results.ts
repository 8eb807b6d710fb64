import type { GrowthLimit } from '../../sourcing';
import type { Provenance } from '../provenance';

/** A path from today's footprint to a target, in a few figures. */
export interface TransitionPath {
  readonly months: number;
  readonly overlapWeeks: number;
  /** First day of the week in which the first new people start on contacts, and of that in which everything is moved; null beyond the plan. */
  readonly startsOn: string | null;
  readonly doneOn: string | null;
  /** Points by which the worst week is below today's, and its first day; the same of single streams. */
  readonly worstDrop: number;
  readonly worstWeek: string | null;
  readonly worstStream: { readonly name: string; readonly week: string; readonly drop: number } | null;
  readonly keepsDip: boolean;
  /** Contacts lost for good beyond today's plan, from the first start until all is moved; below 0 fewer. */
  readonly contactsLost: number;
  /** Overlap, training, notice and what is spent once, until everything is moved. */
  readonly cost: number;
  /** First month from which on the running sum of what it costs more than today is made up for; null within the plan. */
  readonly paybackMonth: string | null;
  /** Where that is beyond the plan: months after its end until it would be, at the pace of the last quarter after the move; null where it never would. */
  readonly paybackBeyond: number | null;
}

/** A month on the way; figures of money are sums over it. */
export interface TransitionMonth {
  readonly month: string;
  /** Full-time equivalents paid at the month's end: of teams that grow, that shrink, and in training among them. */
  readonly fteGrowing: number;
  readonly fteShrinking: number;
  readonly fteTraining: number;
  readonly started: number;
  readonly released: number;
  readonly serviceNow: number | null;
  readonly service: number | null;
  /** Points of its worst week below today's. */
  readonly worstDrop: number;
  readonly overlap: number;
  readonly training: number;
  readonly notice: number;
  readonly once: number;
  /** All that the month costs more than today. */
  readonly more: number;
}

export interface TransitionTeam {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly grows: boolean;
  /** Heads on contacts in the week in which all is moved: as planned today, as the target has them, and on the way. */
  readonly now: number;
  readonly target: number;
  readonly atEnd: number;
  readonly started: number;
  readonly released: number;
}

export interface TransitionAnswer extends TransitionPath {
  readonly target: string;
  readonly weeks: readonly string[];
  /** By week: paid full-time equivalents of the changed teams, and service of all contacts. */
  readonly fteGrowing: Float64Array;
  readonly fteShrinking: Float64Array;
  readonly fteTraining: Float64Array;
  readonly fteNow: Float64Array;
  readonly serviceNow: Float64Array;
  readonly service: Float64Array;
  readonly monthly: readonly TransitionMonth[];
  readonly teams: readonly TransitionTeam[];
  readonly parts: {
    readonly overlap: number;
    readonly training: number;
    readonly notice: number;
    readonly once: number;
  };
  /** Heads over the horizon and all teams: start + joined - left - letGo = end. */
  readonly heads: {
    readonly start: number;
    readonly joined: number;
    readonly left: number;
    readonly letGo: number;
    readonly end: number;
  };
  /** Speed of the newcomers, against full speed, when those whose work they do leave; null where nobody starts. */
  readonly speedAtRelease: number | null;
  /** What the target costs more a year than today once reached, and points that its own worst week is below today's. */
  readonly targetCostPerYear: number;
  readonly targetWorstDrop: number;
  /** How soon teams can grow, slowest first, and the fewest months that follow. */
  readonly limits: readonly (GrowthLimit & { readonly name: string })[];
  readonly leastMonths: number;
  readonly estimates: readonly { readonly what: string; readonly value: string; readonly grade: string }[];
  readonly sentence: string;
  readonly provenance: Provenance;
}

/** Paths of several lengths and overlaps, and which of them are best among those that keep service. */
export interface TransitionChoice {
  readonly paths: readonly TransitionPath[];
  readonly fastest: number | null;
  readonly cheapest: number | null;
}
