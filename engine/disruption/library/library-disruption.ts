import type { Effect, Scope } from '../../plan';

type WithoutScope<Each> = Each extends unknown ? Omit<Each, 'scope'> : never;

/** An effect of a library disruption: everything but where it strikes, and what of it a longer disruption makes longer. */
export type LibraryEffect = WithoutScope<Effect> & {
  /** `none` keeps its own days, whatever the planner chooses. */
  readonly stretch: 'hold' | 'ramp' | 'delay' | 'none';
  /** Where it strikes instead of the chosen target; left out where the plan has no such member. */
  readonly on?: Scope;
};

/** What a published figure is held against: shares of all people, or days of everybody's work lost by then. */
export type ReplayMeasure = 'home' | 'work' | 'staffed' | 'lost-days';

/** One published figure of a real event. */
export interface ReplayFact {
  readonly label: string;
  /** Days since the replay's day zero. */
  readonly day: number;
  readonly measure: ReplayMeasure;
  /** The part of the event that it tells of; the target when absent. */
  readonly on?: Scope;
  readonly value: number;
  readonly source: string;
  readonly grade: 'filing' | 'survey' | 'opinion';
}

/** A real event, with what was published of it. */
export interface Replay {
  /** The date in history that the disruption's start stands for. */
  readonly dayZero: string;
  readonly summary: string;
  /** Which of its figures were fitted, to which of the facts; what was taken as published. */
  readonly fitted: string;
  /** Leavers a year of the reference workforce, where a fact is about people employed. */
  readonly attritionPerYear?: number;
  readonly facts: readonly ReplayFact[];
}

/** A kind of disruption that planners know, with figures and their sources, to be struck somewhere on some day. */
export interface LibraryDisruption {
  readonly id: string;
  readonly label: string;
  readonly family: keyof typeof FAMILIES;
  readonly keywords: readonly string[];
  /** How a disruption made of it is called; `{target}` stands for what it strikes. */
  readonly name: string;
  readonly idStem: string;
  readonly targets: readonly Scope['of'][];
  /** How the length is called, and whether people count it in days or hours. */
  readonly lasts: { readonly label: string; readonly unit: 'days' | 'hours' };
  readonly recovers: { readonly label: string };
  /** What the size of the first effect is called; absent where it has none to choose. */
  readonly size?: { readonly label: string };
  readonly description: string;
  readonly source: string;
  readonly grade: 'filing' | 'survey' | 'opinion';
  /** A page in plain language. */
  readonly page: {
    readonly happens: string;
    readonly history: string;
    readonly assumes: string;
    readonly weak: string;
  };
  readonly effects: readonly [LibraryEffect, ...LibraryEffect[]];
  readonly replay?: Replay;
}

/** The families of the library, in the order in which they are listed. */
export const FAMILIES = {
  replay: 'Replays of real events',
  health: 'Health',
  nature: 'Nature and power',
  public: 'Public order',
  platform: 'Networks and platforms',
  cyber: 'Crime',
  provider: 'Providers and people',
  money: 'Money',
  demand: 'Demand',
} as const;
