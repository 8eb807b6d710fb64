/** What is asked of a mix program besides the plan's limits. */
export interface MixAim {
  /**
   * `cost`: least cost. `risk`: least conditional value at risk. `unmet`: least work that nobody is there for. `lost`: fewest
   * contacts lost under each hazard by itself.
   */
  readonly least: 'cost' | 'risk' | 'unmet' | 'lost';
  /** Keeps every team at a size, such as today's; the plan's limits don't count then. */
  readonly sizes?: readonly number[] | undefined;
  /** Most contacts lost in the mean of the worst years. */
  readonly riskAtMost?: number | undefined;
  /** With least cost: what a contact lost less is worth, to choose among mixes that cost the same. */
  readonly riskWeight?: number | undefined;
  /** By stream and block: hours that may stay unmet while nothing happens. */
  readonly unmetAtMost?: readonly (readonly number[])[] | undefined;
  /** Limits that are left out, by id. */
  readonly without?: ReadonlySet<string> | undefined;
  /** Which teams with an opening cost are opened, by team; decided by the program when absent. */
  readonly opened?: Opened | undefined;
}

/** By team: whether it is opened; undecided where undefined. */
export type Opened = readonly (boolean | undefined)[];
