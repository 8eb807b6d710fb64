/** A cap, band or floor on a part of the footprint: its share of all hours, or hours on duty against seats. */
export interface MixLimit {
  readonly id: string;
  readonly label: string;
  readonly kind: 'max-share' | 'min-share' | 'seats';
  /** Teams that count, and the limit: a share, or how many times today's peak the seats hold. */
  readonly teams: readonly number[];
  readonly limit: number;
}

/** Who could do how much of the work where, what it costs, and what may take them away. */
export interface MixProblem {
  readonly seasons: number;
  readonly teams: readonly {
    /** Productive hours by season, and cost of the year, as planned today. */
    readonly hours: readonly number[];
    readonly cost: number;
    /** Most that the team may grow to, as a multiple of today. */
    readonly most: number;
    /** What changing an hour of the year costs once. */
    readonly changeCostPerHour: number;
  }[];
  /** Hours that are wanted by season, and contacts in an hour of work. */
  readonly streams: readonly { readonly hours: readonly number[]; readonly contactsPerHour: number }[];
  /** Who can do what, how fast. */
  readonly edges: readonly { readonly team: number; readonly stream: number; readonly speed: number }[];
  readonly limits: readonly MixLimit[];
  /** What of each team's hours is left while a hazard lasts. */
  readonly hazards: readonly { readonly left: readonly number[] }[];
  /** Sampled years: part of each season in which each hazard lasts. */
  readonly years: readonly (readonly { readonly hazard: number; readonly season: number; readonly part: number }[])[];
  /** Share of years that the tail leaves out. */
  readonly level: number;
}
