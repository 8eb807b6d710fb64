import type { LinearProgram } from '../../stats';
import type { MixProblem } from './mix-problem';

const FOREVER = Number.POSITIVE_INFINITY;

/** A column of a program and its weight in a sum. */
export type Weighted = readonly [column: number, weight: number];

export const wholeOf = (hours: readonly number[]) => hours.reduce((sum, value) => sum + value, 0);

/**
 * Columns and rows of what a mix costs: teams' own cost × size, changes up and down, openings, and contracts' bills with what
 * their minimum adds and their premium beyond the maximum. Minimums and premiums are kinks that cost alone bends; each is a column
 * at least as long as what is short or beyond, so its value is right wherever cost is sought or held down.
 *
 * Returns the weighted columns of the cost; `price` is 1 where the program seeks least cost.
 */
export function mixCosts(
  program: LinearProgram,
  { teams, contracts }: MixProblem,
  scale: readonly number[],
  opened: readonly number[],
  price: number,
): Weighted[] {
  const cost: Weighted[] = [];
  const pay = (column: number, weight: number) => {
    program.cost[column] = program.cost[column]! + price * weight;
    cost.push([column, weight]);
  };
  teams.forEach(({ cost: own, hours, changeCostPerHour, openingCost, today }, at) => {
    pay(scale[at]!, own);
    const change = wholeOf(hours) * changeCostPerHour;
    const [up, down] = [program.column(0, 0, FOREVER), program.column(0, 0, FOREVER)];
    pay(up, change);
    pay(down, change);
    program.row(today, today, [
      [scale[at]!, 1],
      [up, -1],
      [down, 1],
    ]);
    if (opened[at]! >= 0) pay(opened[at]!, openingCost);
  });
  for (const { teams: members, units, least, most, price: unitPrice, surgePremium } of contracts) {
    members.forEach((team, index) => {
      pay(scale[team]!, unitPrice * wholeOf(units[index]!));
    });
    const periods = units[0]?.length ?? 0;
    for (let period = 0; period < periods; period++) {
      const billed = members.map((team, index): Weighted => [scale[team]!, units[index]![period]!]);
      if (least > 0) {
        const short = program.column(0, 0, FOREVER);
        pay(short, unitPrice);
        program.row(least, FOREVER, [[short, 1], ...billed]);
      }
      if (Number.isFinite(most)) {
        const beyond = program.column(0, 0, FOREVER);
        pay(beyond, unitPrice * surgePremium);
        program.row(-FOREVER, most, [[beyond, -1], ...billed]);
      }
    }
  }
  return cost;
}
