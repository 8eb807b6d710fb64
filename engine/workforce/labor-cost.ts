/** Weekly cost of employing a team: wages with benefits, and the workplaces it uses. */
export interface LaborCost {
  readonly wages: number;
  readonly facility: number;
}

/**
 * What employing people costs for a week.
 *
 * Wages = (paid hours + overtime hours × premium) × wage × (1 + benefits); facility = seats' monthly cost spread over
 * weeks. Trainees and people on paid leave are in the paid hours.
 *
 * Units: hours a week, plan currency. Cost: constant.
 */
export function weeklyLaborCost(facts: {
  readonly paidHours: number;
  /** Those of the paid hours beyond the usual, and what is paid for them on top of the wage. */
  readonly overtimeHours: number;
  readonly overtimePremium: number;
  readonly wagePerHour: number;
  readonly benefitsShare: number;
  readonly seats: number;
  readonly facilityCostPerSeatMonth: number;
}): LaborCost {
  const hours = facts.paidHours + facts.overtimeHours * facts.overtimePremium;
  return {
    wages: hours * facts.wagePerHour * (1 + facts.benefitsShare),
    facility: facts.seats * facts.facilityCostPerSeatMonth * (12 / 52.1775),
  };
}
