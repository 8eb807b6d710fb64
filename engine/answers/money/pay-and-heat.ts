import { type Band, bandOf, isRange, type Settle, settleDraw, settleLikely } from '../../experience';
import { planHeads, planQueues, type TeamOrigin } from '../../footprint';
import type { Estimate, Plan } from '../../plan';
import { InputFault, issue, type RunControl } from '../../units';
import {
  bestHeat,
  bestRaise,
  heatCost,
  type ReplacementCost,
  raiseCost,
  replacementCost,
  type SteadyTeam,
} from '../../workforce';
import { type PreparedPlan, preparePlan } from '../prepared-plan';
import { type Provenance, provenance } from '../provenance';
import { moneyWords } from './money-words';

export interface PayOptions {
  /** Raise to look at, as a share; 0.05 when not given. */
  readonly raise?: number | undefined;
  readonly seed?: number | undefined;
}

/** What a raise and busier days do to one team that the company employs itself. */
export interface TeamPay {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly heads: number;
  readonly payPerYear: number;
  readonly leaversPerYear: number;
  readonly replacement: ReplacementCost;
  /** Of the raise asked about, a year: what it costs, what it saves, and the difference; below 0 it pays for itself. */
  readonly raise: { readonly cost: number; readonly saved: Band; readonly net: Band; readonly leavers: number };
  /** Leavers over the plan by the cohorts, without and with the raise. */
  readonly projected: { readonly without: number; readonly with: number };
  readonly bestRaise: Band;
  readonly occupancy: number | null;
  /** Occupancy at which pay and turnover for the same work cost least; 1 where turnover never outweighs. */
  readonly bestOccupancy: Band | null;
  /** Turnover a year at today's occupancy, less what it would be at the reference: what running hot costs. */
  readonly costOfHeat: Band | null;
  /** One point of occupancy more, a year: pay saved by fewer heads for the same work, and turnover added. */
  readonly onePointHotter: { readonly paySaved: number; readonly turnoverAdded: Band } | null;
}

/** Pay against leavers, and occupancy against leavers, team by team. */
export interface PayAnswer {
  readonly currency: string;
  readonly raise: number;
  readonly elasticity: {
    readonly pay: Estimate | null;
    readonly occupancy: Estimate | null;
    readonly source: string;
    readonly grade: string;
  };
  readonly teams: readonly TeamPay[];
  /** All teams together by raise, and by occupancy: net cost a year. */
  readonly raises: readonly { readonly raise: number; readonly net: Band }[];
  readonly heats: readonly {
    readonly occupancy: number;
    readonly pay: number;
    readonly turnover: Band;
    readonly cost: Band;
  }[];
  readonly sentence: string;
  readonly provenance: Provenance;
}

const DRAWS = 400;
/** Occupancy that a plan without figures is taken to have been made for. */
const ASSUMED_REFERENCE = 0.85;
const RAISES = Array.from({ length: 21 }, (_, at) => at / 100);
const HEATS = Array.from({ length: 20 }, (_, at) => 0.6 + at * 0.02);
const METHOD =
  'constant elasticities of leaving to pay and to occupancy on steady teams; leavers and occupancy from the plan’s own run, replacement from the teams’ figures';

interface Case {
  readonly origin: TeamOrigin;
  readonly heads: number;
  readonly occupancy: number | null;
  readonly steady: SteadyTeam;
  readonly replacement: ReplacementCost;
}

/**
 * What a raise costs against the leavers it saves, and what running hot costs, for the teams that the company pays itself.
 *
 * Elasticities are those of the team where it states them, else the plan's (`money.attrition`); without either nothing
 * answers to pay or heat, and the answer says so. Units: plan currency a year. Errors: `InputFault` for a raise outside
 * 0 to 1. Cost: a run of the flow model (kept) and two projections of people.
 */
export function payAndHeat(plan: Plan, options: PayOptions = {}, control?: RunControl): PayAnswer {
  const raise = options.raise ?? 0.05;
  const seed = options.seed ?? 1;
  if (!(raise >= 0 && raise <= 1)) throw new InputFault([issue('money.raise', 'raise', raise, 'a share from 0 to 1')]);
  const ready = preparePlan(plan, control);
  const cases = casesOf(ready);
  const assumed = plan.money?.attrition;
  const payOf = ({ origin }: Case): Estimate =>
    origin.team.attritionResponse?.payElasticity ?? assumed?.payElasticity ?? 0;
  const heatOf = ({ origin }: Case): Estimate =>
    origin.team.attritionResponse?.occupancyElasticity ?? assumed?.occupancyElasticity ?? 0;
  const ranges = cases.some((one) => isRange(payOf(one)) || isRange(heatOf(one)));
  const settles: Settle[] = ranges ? Array.from({ length: DRAWS }, (_, draw) => settleDraw(seed, draw)) : [];
  const band = (read: (settle: Settle) => number) => bandOf(read(settleLikely), settles.map(read));
  const pay = (one: Case) => (settle: Settle) => settle(payOf(one), 'pay elasticity');
  const heat = (one: Case) => (settle: Settle) => settle(heatOf(one), 'occupancy elasticity');
  const referenceOf = ({ origin }: Case) =>
    origin.team.attritionResponse?.referenceOccupancy ?? assumed?.referenceOccupancy ?? ASSUMED_REFERENCE;
  const busy = cases.flatMap((one) => (one.occupancy === null ? [] : [{ ...one, occupancy: one.occupancy }]));
  const raised = projectedLeavers(ready, raise, payOf);
  const planned = ready.network.duty.heads.map(({ leavers }) => sum(leavers));
  const teams = cases.map((one): TeamPay => {
    const { origin, heads, occupancy, steady, replacement } = one;
    const at = ready.network.origins.indexOf(origin);
    const cost = steady.payPerYear * raise;
    const net = band((settle) => raiseCost(steady, pay(one)(settle), raise));
    const kept = (settle: Settle) => steady.leaversPerYear * (1 - (1 + raise) ** -pay(one)(settle));
    const best = occupancy === null ? null : band((settle) => bestHeat(steady, heat(one)(settle), occupancy));
    return {
      id: origin.team.id,
      name: origin.team.name,
      site: origin.site.name,
      heads,
      payPerYear: steady.payPerYear,
      leaversPerYear: steady.leaversPerYear,
      replacement,
      raise: {
        cost,
        saved: band((settle) => kept(settle) * replacement.total),
        net,
        leavers: steady.leaversPerYear - kept(settleLikely),
      },
      projected: { without: planned[at]!, with: raised[at]! },
      bestRaise: band((settle) => bestRaise(steady, pay(one)(settle))),
      occupancy,
      bestOccupancy: best,
      costOfHeat:
        occupancy === null
          ? null
          : band((settle) => turnover(steady) * (1 - (referenceOf(one) / occupancy) ** heat(one)(settle))),
      onePointHotter:
        occupancy === null
          ? null
          : {
              paySaved: steady.payPerYear * (1 - occupancy / (occupancy + 0.01)),
              turnoverAdded: band(
                (settle) => turnover(steady) * ((1 + 0.01 / occupancy) ** (heat(one)(settle) - 1) - 1),
              ),
            },
    };
  });
  const source = assumed?.source ?? (cases.some(({ origin }) => origin.team.attritionResponse) ? 'the teams’ own' : '');
  return {
    currency: plan.currency,
    raise,
    elasticity: {
      pay: assumed?.payElasticity ?? null,
      occupancy: assumed?.occupancyElasticity ?? null,
      source,
      grade: assumed?.grade ?? '',
    },
    teams,
    raises: RAISES.map((share) => ({
      raise: share,
      net: band((settle) => cases.reduce((total, one) => total + raiseCost(one.steady, pay(one)(settle), share), 0)),
    })),
    heats: HEATS.map((then) => ({
      occupancy: then,
      pay: busy.reduce((total, one) => total + (one.steady.payPerYear * one.occupancy) / then, 0),
      turnover: band((settle) =>
        busy.reduce(
          (total, one) => total + turnover(one.steady) * (then / one.occupancy) ** (heat(one)(settle) - 1),
          0,
        ),
      ),
      cost: band((settle) =>
        busy.reduce((total, one) => total + heatCost(one.steady, heat(one)(settle), one.occupancy, then), 0),
      ),
    })),
    sentence: sentenceOf(plan, teams, raise),
    provenance: provenance(METHOD, {
      planHash: ready.hash,
      ...(ranges ? { seed } : {}),
      warnings: warningsOf(plan, cases, payOf, heatOf),
    }),
  };
}

/** The teams that the company pays itself, in yearly figures of the plan's own run. */
function casesOf({ network, base }: PreparedPlan): Case[] {
  const years = (network.grid.weeks * 7) / 365.25;
  return network.origins.flatMap((origin, at): Case[] => {
    const people = network.duty.heads[at]!;
    const heads = sum(people.employed) / network.grid.weeks;
    if (origin.provider.contract || heads <= 0) return [];
    const { team, site } = origin;
    const replacement = replacementCost(team, site);
    const payPerYear = heads * team.paidHoursPerWeek * (365.25 / 7) * site.wage.perHour * (1 + site.wage.benefitsShare);
    const steady = { payPerYear, leaversPerYear: sum(people.leavers) / years, replacementCost: replacement.total };
    return [{ origin, heads, occupancy: base.teams[at]!.total.occupancy, steady, replacement }];
  });
}

/** Leavers by team over the plan when everyone's pay rises, by the cohorts of the headcount. */
function projectedLeavers(ready: PreparedPlan, raise: number, payOf: (one: Case) => Estimate): number[] {
  const own = new Map(casesOf(ready).map((one) => [one.origin.team.id, one]));
  const teams = ready.plan.teams.map((team) => {
    const one = own.get(team.id);
    if (!one) return team;
    const { attritionResponse } = team;
    const elasticity = settleLikely(payOf(one), 'pay elasticity');
    const response = attritionResponse ?? {
      referenceOccupancy: ASSUMED_REFERENCE,
      occupancyElasticity: 0,
      payAgainstMarket: 1,
      payElasticity: elasticity,
    };
    return { ...team, attritionResponse: { ...response, payAgainstMarket: response.payAgainstMarket * (1 + raise) } };
  });
  const plan = { ...ready.plan, teams };
  return planHeads(plan, ready.network.grid, planQueues(plan), ready.network.arrivals).map(({ leavers }) =>
    sum(leavers),
  );
}

function warningsOf(
  plan: Plan,
  cases: readonly Case[],
  payOf: (one: Case) => Estimate,
  heatOf: (one: Case) => Estimate,
): string[] {
  if (cases.length === 0) return ['The company employs nobody itself; what vendors pay is theirs to decide.'];
  const silent = (of: (one: Case) => Estimate) => cases.every((one) => of(one) === 0);
  const free = cases.filter(({ origin }) => !origin.team.hiring).length;
  return [
    ...(silent(payOf)
      ? ['Neither the teams nor money.attrition say how leaving answers to pay; a raise saves nothing here.']
      : []),
    ...(silent(heatOf) ? ['Neither the teams nor money.attrition say how leaving answers to occupancy.'] : []),
    ...(free > 0
      ? [
          `${free} of ${cases.length} own teams don't say what hiring and leavers cost; only training and learning count there.`,
        ]
      : []),
    ...(plan.teams.length > cases.length ? ['Teams of outsourcers are left out.'] : []),
  ];
}

function sentenceOf(plan: Plan, teams: readonly TeamPay[], raise: number): string {
  if (teams.length === 0) return 'No team is paid by the company itself.';
  const cost = teams.reduce((total, team) => total + team.raise.cost, 0);
  const saved = teams.reduce((total, team) => total + team.raise.saved.likely, 0);
  const money = (value: number) => moneyWords(value, plan.currency);
  const percent = `${Number((raise * 100).toFixed(2))} %`;
  const hot = teams.reduce((total, { costOfHeat }) => total + (costOfHeat?.likely ?? 0), 0);
  const heat =
    Math.abs(hot) < 0.5
      ? ''
      : ` Occupancy ${hot > 0 ? 'above' : 'below'} the reference ${hot > 0 ? 'costs' : 'saves'} ${money(Math.abs(hot))} a year in turnover.`;
  return `A raise of ${percent} costs ${money(cost)} a year and saves ${money(saved)} in leavers: ${cost > saved ? `${money(cost - saved)} remain` : `it pays for itself, with ${money(saved - cost)} over`}.${heat}`;
}

const turnover = ({ leaversPerYear, replacementCost: each }: SteadyTeam) => leaversPerYear * each;
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
