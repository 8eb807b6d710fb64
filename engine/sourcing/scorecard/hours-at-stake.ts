/** How a default goes on, and what it takes from the phones. */
export interface DistressState {
  readonly state: 'restructure' | 'exit' | 'liquidation';
  /** Chance of it, given a default. */
  readonly share: number;
  /** Weeks of the provider's whole productive hours that are lost. */
  readonly weeksLost: number;
}

/** What decides how long a provider's work is without people. */
export interface TransferTerms {
  /** Weeks from the decision until others do the work: notice for their ramp, then hiring and training. */
  readonly transferWeeks: number;
  /** Weeks for which a provider that is left goes on answering. */
  readonly exitNoticeWeeks: number;
}

/**
 * Chances, given a default. Nearly three in five defaults of 2024 were exchanges of debt (S&P Global Ratings, 2025), and
 * both outsourcers in court whose story was published went on; the rest is an opinion.
 */
export const SHARES = { restructure: 0.85, exit: 0.1, liquidation: 0.05 };

/** Twelve people in a hundred gone after ten weeks beyond usual leaving, made good within half a year (iQor 2020: 12.6 % a year beyond usual). */
export const RESTRUCTURE = { shareLost: 0.12, rampWeeks: 10, holdWeeks: 9, recoveryWeeks: 17 };
/** Three weeks from notice to the last shift; an estimate. */
export const LIQUIDATION_WEEKS = 3;

/**
 * Weeks of a provider's hours that a default takes, by how it goes on.
 *
 * Restructured, it goes on with fewer people for half a year. Left by its client, it answers until the notice ends, and
 * the work is uncovered for what the transfer takes longer. Wound up, its people are gone within three weeks and the
 * work is uncovered until the transfer is through.
 *
 * Units: weeks. Cost: constant.
 *
 * @example distressStates({ transferWeeks: 19, exitNoticeWeeks: 26 })[1].weeksLost // 0
 */
export function distressStates({ transferWeeks, exitNoticeWeeks }: TransferTerms): readonly DistressState[] {
  const { shareLost, rampWeeks, holdWeeks, recoveryWeeks } = RESTRUCTURE;
  return [
    {
      state: 'restructure',
      share: SHARES.restructure,
      weeksLost: shareLost * (rampWeeks / 2 + holdWeeks + recoveryWeeks / 2),
    },
    { state: 'exit', share: SHARES.exit, weeksLost: Math.max(0, transferWeeks - exitNoticeWeeks) },
    {
      state: 'liquidation',
      share: SHARES.liquidation,
      // Half of the winding down is still worked; a transfer that is quicker than that leaves nothing uncovered.
      weeksLost:
        transferWeeks >= LIQUIDATION_WEEKS
          ? transferWeeks - LIQUIDATION_WEEKS / 2
          : transferWeeks ** 2 / (2 * LIQUIDATION_WEEKS),
    },
  ];
}

/** Productive hours lost within a year: expected, and in the worst state. */
export function hoursAtStake(
  probability: number,
  weeklyHours: number,
  states: readonly DistressState[],
): { readonly expected: number; readonly worst: number } {
  const given = states.reduce((sum, { share, weeksLost }) => sum + share * weeksLost, 0);
  return {
    expected: probability * given * weeklyHours,
    worst: Math.max(0, ...states.map(({ weeksLost }) => weeksLost)) * weeklyHours,
  };
}
