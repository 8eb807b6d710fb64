/** A cap, band or floor on a part of the footprint: its share of all hours, or hours on duty against seats. */
export interface MixLimit {
  readonly id: string;
  readonly label: string;
  readonly kind: 'max-share' | 'min-share' | 'seats';
  /** Teams that count, and the limit: a share, or how many times today's peak the seats hold. */
  readonly teams: readonly number[];
  readonly limit: number;
}

/** A team that may grow or shrink; one that is only a candidate doesn't exist today. */
export interface MixTeam {
  /** Its size today, as a multiple of the size that the other figures are for: 1, and 0 for a candidate. */
  readonly today: number;
  /** Productive hours by season. */
  readonly hours: readonly number[];
  /** What they come to at full speed, by season and by block of calm time. */
  readonly work: readonly number[];
  readonly calm: readonly number[];
  /** Cost of the year that goes with size; contracts stand apart. */
  readonly cost: number;
  readonly most: number;
  /** What changing an hour of the year costs once. */
  readonly changeCostPerHour: number;
  /** What opening it costs whatever its size; 0 for whoever is there. */
  readonly openingCost: number;
}

/** What an outsourcer bills: units × price, at least the minimum, a premium beyond the maximum; by billing period. */
export interface MixContract {
  readonly teams: readonly number[];
  /** By team of the list and period: units billed at size 1. */
  readonly units: readonly (readonly number[])[];
  /** Units of a period that are paid in any case, and those beyond which the premium is due; infinite without. */
  readonly least: number;
  readonly most: number;
  readonly price: number;
  /** Share of the price that comes on top beyond the maximum. */
  readonly surgePremium: number;
}

/** A team that can do a stream's work, and how fast. */
export interface MixEdge {
  readonly team: number;
  readonly stream: number;
  readonly speed: number;
  /** By block of calm time: the most of its hours that the team has for the stream; all of them when absent. */
  readonly most?: readonly number[] | undefined;
}

/** Who could do how much of the work where, what it costs, and what may take them away. */
export interface MixProblem {
  /** Seasons of the year in which hazards are met, and finer blocks of time in which service is kept while nothing happens. */
  readonly seasons: number;
  readonly blocks: number;
  readonly teams: readonly MixTeam[];
  readonly contracts: readonly MixContract[];
  /** Cost of the year that no size changes, such as buildings. */
  readonly fixedCost: number;
  readonly streams: readonly {
    /** Hours at full speed by block that today's footprint gives it, idle ones included. */
    readonly calm: readonly number[];
    /** Hours of work by season, and contacts lost with an hour of it that nobody is there for. */
    readonly hours: readonly number[];
    readonly contactsPerHour: number;
  }[];
  /** Hours that today's footprint leaves unmet, by stream and block; as few as it can when absent. */
  readonly unmet?: readonly (readonly number[])[] | undefined;
  /** Who can do what, how fast. */
  readonly edges: readonly MixEdge[];
  readonly limits: readonly MixLimit[];
  /** What of each team's hours is left while a hazard lasts. */
  readonly hazards: readonly { readonly left: readonly number[] }[];
  /** Sampled years: part of each season in which each hazard lasts. */
  readonly years: readonly MixYear[];
  /** Share of years that the tail leaves out. */
  readonly level: number;
}

export type MixYear = readonly { readonly hazard: number; readonly season: number; readonly part: number }[];
