/** What customers went through, in contacts and minutes. */
export interface Endured {
  /** Contacts lost for good. */
  readonly lost: number;
  /** Minutes waited by the answered, added up. */
  readonly minutesWaited: number;
  /** Contacts that had to be made again. */
  readonly repeats: number;
}

/** How many of them leave over it: shares of customers a contact, a minute, a repeat. */
export interface ChurnShares {
  readonly perLost: number;
  readonly perMinute: number;
  readonly perRepeat: number;
}

/** Customers who leave, by cause. */
export interface Leavers {
  readonly lost: number;
  readonly waits: number;
  readonly repeats: number;
  readonly total: number;
}

/**
 * Customers who leave over contacts lost, time waited and contacts made again.
 *
 * Each cause × its share; never more than all customers, in which case all causes shrink alike. Shares of different causes
 * add up: a customer may have waited and called twice, and the shares are small.
 *
 * Source: the market's own shares, each with source and grade. Units: contacts, minutes, customers. Cost: constant.
 *
 * @example churnResponse({ lost: 1000, minutesWaited: 5000, repeats: 200 }, { perLost: 0.03, perMinute: 0.001, perRepeat: 0.01 }, 1e6).total // 37
 */
export function churnResponse(endured: Endured, shares: ChurnShares, customers: number): Leavers {
  const lost = Math.max(0, endured.lost) * shares.perLost;
  const waits = Math.max(0, endured.minutesWaited) * shares.perMinute;
  const repeats = Math.max(0, endured.repeats) * shares.perRepeat;
  const total = lost + waits + repeats;
  const part = total > customers ? customers / total : 1;
  return { lost: lost * part, waits: waits * part, repeats: repeats * part, total: total * part };
}

/**
 * The same churn as an opinion of word of mouth would have it: each who leaves tells others, some of whom leave.
 *
 * A sensitivity to show beside a total, never to add to it: nobody can measure it. One round only; customers × tells ×
 * share who follow.
 *
 * @example amplifiedLeavers(100, 9, 0.02) // 18 more
 */
export function amplifiedLeavers(leavers: number, tells: number, leaveShare: number): number {
  return leavers * tells * leaveShare;
}
