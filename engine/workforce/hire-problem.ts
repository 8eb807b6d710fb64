/** What one head more, starting on contacts in a week, brings and costs over the rest of the horizon. */
export interface HeadEffect {
  /** Hours on contacts at the speed of tenure, by week of the horizon. */
  readonly hours: Float64Array;
  /** Pay from the first day of training on, hiring, and what leavers cost, in the plan's currency. */
  readonly cost: number;
}

/** Why a class can't start on contacts in a week. */
export type BlockedBy = 'lead time' | 'freeze';

/** A team that may be hired for. */
export interface HiringTeam {
  readonly id: string;
  /** Hours on contacts, at the speed of tenure, of the people who are there or already on their way; by week. */
  readonly baseHours: Float64Array;
  /** Hours that overtime can add in each week, and what one costs. */
  readonly overtimeHours: Float64Array;
  readonly overtimeCostPerHour: number;
  /** Heads of a class that start on contacts: fewest and most. Most is 0 for a team that hires nobody. */
  readonly minClass: number;
  readonly maxClass: number;
  /** Week by week: the effect of a head that starts then, or what forbids it. */
  readonly effect: (week: number) => HeadEffect;
  readonly blocked: (week: number) => BlockedBy | null;
  /** Weeks of training before the first contact; rooms are taken for so long. */
  readonly trainingWeeks: number;
}

/** Work that some of the teams can do. */
export interface Work {
  readonly id: string;
  /** Hours at full speed in each week that keep the promise. */
  readonly requiredHours: Float64Array;
  readonly teams: readonly { readonly team: number; readonly proficiency: number }[];
}

/** Rooms and trainers that teams of a site share: so many classes in training at once. */
export interface TrainingPlaces {
  readonly id: string;
  readonly teams: readonly number[];
  readonly classesAtOnce: number;
}

/** Everything that decides whom to hire when. */
export interface HiringProblem {
  readonly weeks: number;
  readonly teams: readonly HiringTeam[];
  readonly work: readonly Work[];
  readonly places: readonly TrainingPlaces[];
  /** What an hour at full speed costs that the promise needs and nobody is there for. */
  readonly shortHourCost: number;
  /** What an hour costs that is there and not needed, beside its pay. */
  readonly idleHourCost: number;
}

/** A class of the best plan. */
export interface BestClass {
  readonly team: number;
  /** In which it starts on contacts. */
  readonly week: number;
  readonly heads: number;
}

/** What a plan of hires costs, by cause. */
export interface HiringCost {
  /** Pay, hiring and leavers of the new people. */
  readonly people: number;
  readonly overtime: number;
  readonly short: number;
  readonly idle: number;
  readonly total: number;
}

/** A limit that holds the best plan back, and what one more would save. */
export interface BindingLimit {
  readonly week: number;
  /** A team, or the site whose rooms and trainers are taken. */
  readonly id: string;
  readonly limit: BlockedBy | 'class size' | 'rooms and trainers';
  /** Saved by one head more in the week, or by one class more at once. */
  readonly saving: number;
}
