import { planHeads, planQueues, type TeamOrigin, teamOrigins } from '../../footprint';
import { type Plan, planHash, type Team } from '../../plan';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { averageSpeed, type HeadProjection, teamLearning } from '../../workforce';
import { headcountGround } from '../headcount';
import { type Provenance, provenance } from '../provenance';
import { breakEvens, withElasticities } from './break-even';

export interface LeverOptions {
  /** Raise of pay as a share, 0.001 to 1; 0.05 when not given. */
  readonly raise?: number | undefined;
}

/** What pay and load do to a team over the horizon; money in the plan's currency. */
export interface TeamLevers {
  readonly team: string;
  readonly name: string;
  readonly site: string;
  readonly leavers: number;
  /** Of a leaver: replacing, training and the hours that a newcomer is slower. */
  readonly costPerLeaver: number;
  /** What the raise costs, whom it keeps, and what that is worth. */
  readonly raiseCost: number;
  readonly kept: number;
  readonly keptWorth: number;
  readonly net: number;
  /** Elasticity of attrition to pay from which the raise pays; null where no elasticity is enough. */
  readonly breakEvenElasticity: number | null;
  /** The elasticity that the plan states; 0 where it states none. */
  readonly statedElasticity: number;
  /** Leavers because of load away from the reference, and what they cost; below 0 where people are less busy than that. */
  readonly leaversByLoad: number;
  readonly loadCost: number;
}

export interface LeverAnswer {
  readonly raise: number;
  readonly weeks: number;
  readonly teams: readonly TeamLevers[];
  readonly total: Omit<TeamLevers, 'team' | 'name' | 'site'>;
  readonly sentence: string;
  readonly provenance: Provenance;
}

const HOURS_PER_MONTH = 365.25 / 7 / 12;

/**
 * What a raise costs against the people it keeps, and what running hot costs in people who leave.
 *
 * Own teams alone: an outsourcer's pay is its own. The plan is carried forward three times, as it is, with pay higher by the
 * raise, and with attrition that doesn't answer to load. A leaver costs what hiring and exit cost, the pay of a class in
 * training for each who finishes, and the pay of the hours that a newcomer is slower until full speed. What is kept is worth
 * the leavers that don't leave; heads that are there longer are paid and work, which is left out on both sides.
 *
 * Formula: raise = paid hours × wage × (1 + benefits) × share; the break-even elasticity is found by halving, with the people
 * carried forward each time. Source: elasticities are the plan's; none is shipped. Units: plan currency. Errors: `InputFault`
 * for a raise out of range. Cost: some thirty projections of heads, half a second for 30 teams × 104 weeks.
 */
export function peopleLevers(plan: Plan, options: LeverOptions = {}, control?: RunControl): LeverAnswer {
  const raise = options.raise ?? 0.05;
  if (!(raise >= 0.001 && raise <= 1)) throw new InputFault([issue('levers.raise', 'raise', raise, '0.001 to 1')]);
  checkpoint(control, 0, 'people by week');
  const ground = headcountGround(plan, null);
  const queues = planQueues(plan);
  const carried = (of: Plan) => planHeads(of, ground.grid, queues, ground.arrivals);
  const base = carried(plan);
  const raised = carried(
    answering(plan, (response) => ({ ...response, payAgainstMarket: response.payAgainstMarket * (1 + raise) })),
  );
  const cool = carried(answering(plan, (response) => ({ ...response, occupancyElasticity: 0 })));
  const origins = teamOrigins(plan);
  const parts = origins.map((origin, at) => leversOf(origin, raise, base[at]!, raised[at]!, cool[at]!));
  const own = origins.flatMap(({ provider }, at) => (provider.contract ? [] : [at]));
  checkpoint(control, 0.5, 'from which elasticity on a raise pays');
  const { each, all } = breakEvens(own.length, (elasticities) => {
    const people = carried(withElasticities(plan, raise, own, elasticities));
    return own.map((at) => {
      const { leavers, costPerLeaver, raiseCost } = parts[at]!;
      return (leavers - sum(people[at]!.leavers)) * costPerLeaver - raiseCost;
    });
  });
  const teams = own.map((at, place): TeamLevers => ({ ...parts[at]!, breakEvenElasticity: each[place]! }));
  const total = totalOf(teams, all);
  const { weeks } = plan.calendar;
  const isStated = teams.some(({ statedElasticity }) => statedElasticity > 0);
  return {
    raise,
    weeks,
    teams,
    total,
    sentence: sentenceOf(total, raise, weeks, isStated),
    provenance: provenance('tenure cohorts with and without the raise, with and without load', {
      planHash: planHash(plan),
    }),
  };
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

type Response = NonNullable<Team['attritionResponse']>;

/** The plan with another answer of attrition, where it has one. */
function answering(plan: Plan, change: (response: Response) => Response): Plan {
  const teams = plan.teams.map((team) =>
    team.attritionResponse ? { ...team, attritionResponse: change(team.attritionResponse) } : team,
  );
  return { ...plan, teams };
}

function leversOf(
  { team, site }: TeamOrigin,
  raise: number,
  base: HeadProjection,
  raised: HeadProjection,
  cool: HeadProjection,
): Omit<TeamLevers, 'breakEvenElasticity'> {
  const wage = site.wage.perHour * (1 + site.wage.benefitsShare);
  const costPerLeaver = costOfLeaver(team, wage);
  const leavers = sum(base.leavers);
  const raiseCost = sum(base.paidHours) * wage * raise;
  const kept = leavers - sum(raised.leavers);
  const leaversByLoad = leavers - sum(cool.leavers);
  return {
    team: team.id,
    name: team.name,
    site: site.name,
    leavers,
    costPerLeaver,
    raiseCost,
    kept,
    keptWorth: kept * costPerLeaver,
    net: kept * costPerLeaver - raiseCost,
    statedElasticity: team.attritionResponse?.payElasticity ?? 0,
    leaversByLoad,
    loadCost: leaversByLoad * costPerLeaver,
  };
}

/** Exit and hiring, a class's pay for each who finishes, and the pay of hours lost to learning. */
function costOfLeaver(team: Team, wage: number): number {
  const { trainingWeeks = 0, trainingLossShare = 0 } = team.onboarding ?? {};
  const { costPerHire = 0, costPerLeaver = 0 } = team.hiring ?? {};
  const { speed } = teamLearning(team);
  const months = speed.monthsToFullSpeed;
  const slow = months > 0 ? months * (1 - averageSpeed(speed, months)) : 0;
  const weekly = team.paidHoursPerWeek * wage;
  const starters = 1 / (1 - trainingLossShare);
  return costPerLeaver + (costPerHire + trainingWeeks * weekly) * starters + slow * HOURS_PER_MONTH * weekly;
}

function totalOf(teams: readonly TeamLevers[], breakEvenElasticity: number | null): LeverAnswer['total'] {
  const add = (value: (team: TeamLevers) => number) => teams.reduce((sum, team) => sum + value(team), 0);
  const leavers = add((team) => team.leavers);
  const raiseCost = add((team) => team.raiseCost);
  const mean = (value: (team: TeamLevers) => number) =>
    leavers > 0 ? add((team) => value(team) * team.leavers) / leavers : 0;
  return {
    leavers,
    costPerLeaver: mean((team) => team.costPerLeaver),
    raiseCost,
    kept: add((team) => team.kept),
    keptWorth: add((team) => team.keptWorth),
    net: add((team) => team.net),
    breakEvenElasticity,
    statedElasticity: mean((team) => team.statedElasticity),
    leaversByLoad: add((team) => team.leaversByLoad),
    loadCost: add((team) => team.loadCost),
  };
}

function sentenceOf(total: LeverAnswer['total'], raise: number, weeks: number, isStated: boolean): string {
  const percent = `${Number((raise * 100).toFixed(1))} %`;
  const from =
    total.breakEvenElasticity === null
      ? 'no answer of attrition to pay makes it pay'
      : `it pays from ${total.breakEvenElasticity.toFixed(1)} % fewer leavers for each percent of pay on`;
  if (!isStated)
    return `No own team states how attrition answers to pay. Of a raise of ${percent} over ${weeks} weeks: ${from}.`;
  const verdict = total.net >= 0 ? 'it pays' : 'it does not pay by itself';
  return `A raise of ${percent} keeps ${total.kept.toFixed(1)} of ${total.leavers.toFixed(0)} leavers over ${weeks} weeks: ${verdict}; ${from}.`;
}
