import { type History, stepOf } from '../history';

const TOTAL_NAME = /^\s*(?:(?:grand\s+)?totals?|all|all queues|all skills|gesamt|summe|overall)\s*$/i;
/** Share of the intervals in which a total must be the sum of the others. */
const AGREES = 0.95;

/** Series that are called a total and add up the others; one that doesn't is a series like any. */
export function totalsAmong(histories: readonly History[]): readonly string[] {
  const totals = histories.filter(({ series }) => TOTAL_NAME.test(series));
  const others = histories.filter((one) => !totals.includes(one));
  if (totals.length === 0 || others.length === 0) return [];
  return totals.filter((total) => addsUp(total, others)).map(({ series }) => series);
}

function addsUp({ start, values, clock }: History, others: readonly History[]): boolean {
  const step = stepOf(clock);
  let seen = 0;
  let agreeing = 0;
  for (let i = 0; i < values.length; i++) {
    const total = values[i]!;
    if (Number.isNaN(total)) continue;
    let sum = 0;
    for (const other of others) {
      const value = other.values[(start + i * step - other.start) / step];
      if (value !== undefined && !Number.isNaN(value)) sum += value;
    }
    seen += 1;
    if (Math.abs(sum - total) <= 1e-6 * Math.max(1, total)) agreeing += 1;
  }
  return seen > 0 && agreeing >= AGREES * seen;
}
