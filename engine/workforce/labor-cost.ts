/** Weekly cost of employing a team: wages with benefits, and the workplaces it uses. */
export interface LaborCost {
  readonly wages: number;
  readonly facility: number;
}

/**
 * What employing people costs for a week.
 *
 * Wages = heads × paid hours × wage × (1 + benefits); facility = seats' monthly cost spread over weeks.
 *
 * Units: heads, hours a week, plan currency. Cost: constant.
 */
export function weeklyLaborCost(facts: {
  readonly heads: number;
  readonly paidHoursPerWeek: number;
  readonly wagePerHour: number;
  readonly benefitsShare: number;
  readonly seats: number;
  readonly facilityCostPerSeatMonth: number;
}): LaborCost {
  return {
    wages: facts.heads * facts.paidHoursPerWeek * facts.wagePerHour * (1 + facts.benefitsShare),
    facility: facts.seats * facts.facilityCostPerSeatMonth * (12 / 52.1775),
  };
}
