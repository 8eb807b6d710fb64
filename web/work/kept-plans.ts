/** How many plans a worker keeps, and so how many the pool may believe it has; the oldest is replaced. */
export const KEPT_PLANS = 4;
