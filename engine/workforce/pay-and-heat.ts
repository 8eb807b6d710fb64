/** A team of steady size, in yearly figures. */
export interface SteadyTeam {
  /** Pay of all heads a year, benefits included. */
  readonly payPerYear: number;
  readonly leaversPerYear: number;
  readonly replacementCost: number;
}

/**
 * What a raise costs a year, less what it saves in leavers.
 *
 * pay × raise - leavers × (1 - (1 + raise)^-elasticity) × cost of replacing one. Below 0 the raise pays for itself.
 *
 * Source: constant elasticity of quits to pay, as in `responseFactor`; the elasticity is the planner's own.
 * Units: plan currency a year, raise as a share. Cost: constant.
 *
 * @example raiseCost({ payPerYear: 1e6, leaversPerYear: 40, replacementCost: 10_000 }, 1, 0.05) // 30,952
 */
export function raiseCost(team: SteadyTeam, elasticity: number, raise: number): number {
  return team.payPerYear * raise - team.leaversPerYear * (1 - (1 + raise) ** -elasticity) * team.replacementCost;
}

/**
 * The raise that costs least, leavers considered; 0 where none pays for itself.
 *
 * (1 + raise)^(elasticity + 1) = elasticity × leavers × cost of replacing one ÷ pay. Source: derivative of `raiseCost`.
 *
 * @example bestRaise({ payPerYear: 1e6, leaversPerYear: 60, replacementCost: 10_000 }, 2) // 0.063
 */
export function bestRaise(team: SteadyTeam, elasticity: number): number {
  const ratio = (elasticity * team.leaversPerYear * team.replacementCost) / team.payPerYear;
  return ratio > 1 ? ratio ** (1 / (elasticity + 1)) - 1 : 0;
}

/**
 * What the same work costs a year at another occupancy: fewer heads when each is busier, and more of them leaving.
 *
 * Heads go with now ÷ then, the share who leave with (then ÷ now)^elasticity; so cost = pay × now ÷ then + leavers ×
 * replacing one × (then ÷ now)^(elasticity - 1). Service is left aside: a busier queue waits longer.
 *
 * Units: plan currency a year, occupancies above 0 to 1. Cost: constant.
 *
 * @example heatCost({ payPerYear: 1e6, leaversPerYear: 40, replacementCost: 10_000 }, 3, 0.8, 0.9) // 1,395,139
 */
export function heatCost(team: SteadyTeam, elasticity: number, now: number, then: number): number {
  const busier = then / now;
  return team.payPerYear / busier + team.leaversPerYear * team.replacementCost * busier ** (elasticity - 1);
}

/**
 * The occupancy at which the work costs least, leavers considered: full where busier is always cheaper.
 *
 * (then ÷ now)^elasticity = pay ÷ ((elasticity - 1) × leavers × replacing one), for an elasticity above 1.
 * Source: derivative of `heatCost`.
 *
 * @example bestHeat({ payPerYear: 1e6, leaversPerYear: 100, replacementCost: 10_000 }, 3, 0.9) // 0.714
 */
export function bestHeat(team: SteadyTeam, elasticity: number, now: number): number {
  const leaving = (elasticity - 1) * team.leaversPerYear * team.replacementCost;
  return leaving > 0 ? Math.min(1, now * (team.payPerYear / leaving) ** (1 / elasticity)) : 1;
}
