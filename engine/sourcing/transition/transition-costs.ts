/** Heads below which nobody is meant. */
const FEW = 1e-6;

/** What a move costs on the way, by week: the parts of it that neither today's footprint nor the target has. */
export interface TransitionCosts {
  /** People who are still paid although others have started on their work. */
  readonly overlap: Float64Array;
  /** Pay of own people in training beyond today's. */
  readonly training: Float64Array;
  /** What a contract bills until its exit notice is over, beyond what was delivered. */
  readonly notice: Float64Array;
  /** Recruiting of those who start, and what is paid to those who are let go. */
  readonly once: Float64Array;
}

/** A changed team in figures by week, as far as costs of the move go. */
export interface MovedTeam {
  /** Heads there, and heads that the work still here needs. */
  readonly heads: Float64Array;
  readonly needed: Float64Array;
  /** What its people cost in the week: pay of own ones, the bill for others. */
  readonly cost: Float64Array;
  readonly started: Float64Array;
  readonly released: Float64Array;
  readonly costPerStart: number;
  readonly costPerRelease: number;
  /** Paid once when its first people start; for teams that don't exist yet. */
  readonly openingCost: number;
  /** Pay in training on the way, and as today. */
  readonly trainingPay: Float64Array;
  readonly trainingPayNow: Float64Array;
}

/** A provider's bills by week: on the way, and as today. */
export interface MovedContract {
  readonly bill: Float64Array;
  readonly billNow: Float64Array;
  /** First week in which the notice given at the decision is over. */
  readonly noticeOver: number;
}

/**
 * What a move costs on the way.
 *
 * Overlap = heads beyond those needed × cost a head. Until its exit notice is over a provider bills what it would have billed
 * today, so notice = max(0, bill today - bill on the way); monthly minimums are in the bills. Once = heads started × cost a
 * hire + heads let go × cost a release + what opening a team costs.
 *
 * Source: accounting. Units: plan currency a week. Cost: linear in weeks × teams.
 */
export function transitionCosts(
  weeks: number,
  teams: readonly MovedTeam[],
  contracts: readonly MovedContract[],
): TransitionCosts {
  const column = (value: (week: number) => number) => Float64Array.from({ length: weeks }, (_, week) => value(week));
  const sum = <T>(entries: readonly T[], value: (entry: T) => number) =>
    entries.reduce((whole, entry) => whole + value(entry), 0);
  return {
    overlap: column((week) =>
      sum(teams, ({ heads, needed, cost }) => {
        const beyond = heads[week]! - needed[week]!;
        return beyond > FEW ? (beyond * cost[week]!) / heads[week]! : 0;
      }),
    ),
    training: column((week) =>
      sum(teams, ({ trainingPay, trainingPayNow }) => Math.max(0, trainingPay[week]! - trainingPayNow[week]!)),
    ),
    notice: column((week) =>
      sum(contracts, ({ bill, billNow, noticeOver }) =>
        week < noticeOver ? Math.max(0, billNow[week]! - bill[week]!) : 0,
      ),
    ),
    once: column((week) =>
      sum(
        teams,
        ({ started, released, costPerStart, costPerRelease, openingCost }) =>
          started[week]! * costPerStart +
          released[week]! * costPerRelease +
          (week === started.findIndex((heads) => heads > 0) ? openingCost : 0),
      ),
    ),
  };
}

/**
 * The first place from which on what has been spent more stays made up for: the running sum of differences is at most 0 from there
 * to the end; null where it never is.
 *
 * @example paybackPlace([100, -60, -60]) // 2
 */
export function paybackPlace(differences: ArrayLike<number>): number | null {
  let sum = 0;
  let since: number | null = null;
  let everSpent = false;
  for (let at = 0; at < differences.length; at++) {
    sum += differences[at]!;
    if (sum > 1e-6) {
      everSpent = true;
      since = null;
    } else if (since === null && everSpent) since = at;
  }
  return everSpent ? since : 0;
}

/**
 * How much longer something takes to be made up for when it goes on as at its end: what is still spent more ÷ what a place of the
 * last ones saves. Null where these save nothing, or it is made up for already.
 *
 * @param last how many places at the end set the pace
 * @example paybackBeyond([100, -20, -20], 2) // 3
 */
export function paybackBeyond(differences: ArrayLike<number>, last: number): number | null {
  const all = Array.from(differences);
  const spent = all.reduce((sum, value) => sum + value, 0);
  const pace = last > 0 ? all.slice(-last).reduce((sum, value) => sum + value, 0) / Math.min(last, all.length) : 0;
  return spent > 1e-6 && pace < 0 ? spent / -pace : null;
}
