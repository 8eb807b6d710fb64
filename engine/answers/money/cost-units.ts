import { likelyOf } from '../../experience';
import type { MoneyGround } from './money-ground';

/** What the cost is divided by, week by week. */
export interface CostUnits {
  /** Contacts answered. */
  readonly contacts: Float64Array;
  /** Matters settled: answered × the stream's share × the people's resolution against the experienced; null where a stream doesn't say. */
  readonly resolutions: Float64Array | null;
  readonly productiveHours: Float64Array;
}

/** Contacts, resolutions and productive hours of a run. */
export function costUnits({ plan, network, run }: MoneyGround): CostUnits {
  const weeks = network.grid.weeks;
  const contacts = new Float64Array(weeks);
  const settled = new Float64Array(weeks);
  const productiveHours = new Float64Array(weeks);
  const shares = new Map(plan.streams.map(({ id, worth }) => [id, worth?.resolutionShare]));
  const teamAt = new Map(run.teams.map((team, at) => [team.id, at]));
  let isKnown = true;
  for (const { stream, team, answered } of run.memberships) {
    const share = shares.get(stream);
    if (share === undefined && answered.some((count) => count > 0)) isKnown = false;
    const { quality } = network.duty.heads[teamAt.get(team)!]!;
    for (let week = 0; week < weeks; week++) {
      contacts[week]! += answered[week]!;
      settled[week]! += answered[week]! * likelyOf(share ?? 0) * quality[week]!;
    }
  }
  for (const team of run.teams) {
    for (let week = 0; week < weeks; week++) productiveHours[week]! += team.weekly.productiveHours[week]!;
  }
  return { contacts, resolutions: isKnown ? settled : null, productiveHours };
}

/** Cost over the horizon, and per unit of what it buys; null where there is no such unit. */
export interface CostFigures {
  readonly cost: number;
  readonly perYear: number;
  readonly perContact: number | null;
  readonly perResolution: number | null;
  readonly perProductiveHour: number | null;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const over = (cost: number, units: Float64Array | null) => (units && sum(units) > 0 ? cost / sum(units) : null);

/** A cost over what it bought. */
export function costFigures(cost: number, units: CostUnits): CostFigures {
  return {
    cost,
    perYear: (cost * 365.25) / (units.contacts.length * 7),
    perContact: over(cost, units.contacts),
    perResolution: over(cost, units.resolutions),
    perProductiveHour: over(cost, units.productiveHours),
  };
}
