import type { Plan, Team } from '../../plan';

type Response = NonNullable<Team['attritionResponse']>;

/** The plan with the raise, and attrition of its own teams answering to pay as given. */
export function withElasticities(
  plan: Plan,
  raise: number,
  own: readonly number[],
  elasticities: readonly number[],
): Plan {
  const placeOf = new Map(own.map((at, place) => [at, place]));
  const teams = plan.teams.map((team, at) => {
    const place = placeOf.get(at);
    if (place === undefined) return team;
    const stated = team.attritionResponse ?? NO_RESPONSE;
    // Pay before the raise stays where the yearly rate holds, whatever the elasticity.
    const before = stated.payAgainstMarket ** -stated.payElasticity;
    const attritionPerYear = team.attritionPerYear * before;
    const byWeek = team.byWeek?.attritionPerYear && {
      byWeek: { ...team.byWeek, attritionPerYear: team.byWeek.attritionPerYear.map((rate) => rate && rate * before) },
    };
    const attritionResponse = { ...stated, payAgainstMarket: 1 + raise, payElasticity: elasticities[place]! };
    return { ...team, attritionPerYear, ...byWeek, attritionResponse };
  });
  return { ...plan, teams };
}

const NO_RESPONSE: Response = {
  referenceOccupancy: 0.85,
  occupancyElasticity: 0,
  payAgainstMarket: 1,
  payElasticity: 0,
};
const MOST_ELASTICITY = 20;
const HALVINGS = 14;

/** Elasticities at which the raise pays for itself, of each team alone and of all together; null where none is enough. */
export function breakEvens(teams: number, netOf: (elasticities: readonly number[]) => readonly number[]) {
  const search = (pays: (net: readonly number[]) => readonly boolean[]) => {
    const low = new Array<number>(teams).fill(0);
    const high = new Array<number>(teams).fill(MOST_ELASTICITY);
    const isEnough = pays(netOf(high));
    for (let step = 0; step < HALVINGS; step++) {
      const middle = low.map((value, at) => (value + high[at]!) / 2);
      pays(netOf(middle)).forEach((isAbove, at) => {
        (isAbove ? high : low)[at] = middle[at]!;
      });
    }
    return high.map((value, at) => (isEnough[at] ? value : null));
  };
  const total = (net: readonly number[]) => net.reduce((added, value) => added + value, 0);
  const all = search((net) => net.map(() => total(net) >= 0));
  return { each: search((net) => net.map((value) => value >= 0)), all: all[0] ?? null };
}
