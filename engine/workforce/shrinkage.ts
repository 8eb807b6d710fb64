/**
 * Share of paid time that is left for contacts, after both kinds of shrinkage.
 *
 * The two compound, because nobody takes a break on a day off: (1 - in office) × (1 - out of office).
 * Paid need = need on contacts divided by it; adding shrinkage to 1 instead understaffs.
 *
 * Source: Cleveland, Call Center Management on Fast Forward (rostered staff factor). Units: shares. Valid: each below 1.
 *
 * @example productiveShare({ inOffice: 0.12, outOfOffice: 0.1 }) // 0.792
 */
export function productiveShare(shrinkage: { readonly inOffice: number; readonly outOfOffice: number }): number {
  return (1 - shrinkage.inOffice) * (1 - shrinkage.outOfOffice);
}

/**
 * Paid positions behind a number of agents on contacts.
 *
 * Fractional; round once, at the end, with `wholeHeads`.
 *
 * Units: agents in, paid full-time positions out. Valid: shrinkage 0 to below 1.
 *
 * @example paidPositions(21, 0.3) // 30.000000000000004, which wholeHeads makes 30
 */
export function paidPositions(agentsOnContacts: number, shrinkage: number): number {
  return agentsOnContacts / (1 - shrinkage);
}
