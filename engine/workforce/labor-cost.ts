/** Weekly cost of employing a team, by what is paid for. */
export interface LaborCost {
  /** Pay of those on contacts or on paid leave, overtime apart. */
  readonly wages: number;
  /** Pay of those in training. */
  readonly training: number;
  /** Hours beyond the usual, at the usual wage, and what is paid for them on top. */
  readonly overtime: number;
  readonly premium: number;
  readonly benefits: number;
  readonly facility: number;
}

const MONTHS_PER_WEEK = 12 / 52.1775;

/**
 * What employing people costs for a week, part by part.
 *
 * (paid hours + overtime hours × premium) × wage × (1 + benefits) is divided into wages, training, overtime, its premium,
 * and benefits on all of them; facility = seats' monthly cost spread over weeks. The parts add up to the whole.
 *
 * Units: hours a week, plan currency. Cost: constant.
 *
 * @example laborCost({ paidHours: 400, trainingHours: 40, overtimeHours: 10, overtimePremium: 0.5, wagePerHour: 20, benefitsShare: 0.2, seats: 0, facilityCostPerSeatMonth: 0 }).premium // 100
 */
export function laborCost(facts: {
  readonly paidHours: number;
  /** Those of the paid hours that trainees are paid for. */
  readonly trainingHours: number;
  /** Those of the paid hours beyond the usual, and what is paid for them on top of the wage. */
  readonly overtimeHours: number;
  readonly overtimePremium: number;
  readonly wagePerHour: number;
  readonly benefitsShare: number;
  readonly seats: number;
  readonly facilityCostPerSeatMonth: number;
}): LaborCost {
  const { paidHours, trainingHours, overtimeHours, overtimePremium, wagePerHour, benefitsShare } = facts;
  return {
    wages: (paidHours - trainingHours - overtimeHours) * wagePerHour,
    training: trainingHours * wagePerHour,
    overtime: overtimeHours * wagePerHour,
    premium: overtimeHours * overtimePremium * wagePerHour,
    benefits: (paidHours + overtimeHours * overtimePremium) * wagePerHour * benefitsShare,
    facility: facts.seats * facts.facilityCostPerSeatMonth * MONTHS_PER_WEEK,
  };
}

/** All that people themselves cost: everything but the workplaces. */
export function payOf({ wages, training, overtime, premium, benefits }: LaborCost): number {
  return wages + training + overtime + premium + benefits;
}
