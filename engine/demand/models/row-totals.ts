import type { Model, RowMethod, Sample } from './model';

/** Totals of the complete rows of a sample. */
export function rowTotals({ slots, y }: Sample): Float64Array {
  if (slots === 1) return y;
  const rows = Math.floor(y.length / slots);
  const totals = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let s = 0; s < slots; s++) sum += y[r * slots + s]!;
    totals[r] = sum;
  }
  return totals;
}

/**
 * Shares of a row's total by slot for each position of the cycle: the moving intraday profile.
 *
 * Use to spread a daily forecast over its intervals. Recent rows weigh more: weight `decay` to the age in cycles.
 * Source: Shen and Huang 2008; Ibrahim et al., "Modeling and forecasting call center arrivals", IJF 32 (2016), sec. 3.
 * Units: shares that add to 1 by row. Cost: O(cycles * steps in a cycle).
 */
export function movingProfile(sample: Sample, totals: Float64Array, cycles = 10, decay = 0.85): Float64Array {
  const { slots, cycle, phase, y } = sample;
  const share = new Float64Array(cycle * slots);
  const everyday = new Float64Array(slots);
  const rows = totals.length;
  for (let r = rows - 1, weight = 1; r >= Math.max(0, rows - cycles * cycle); r--) {
    if (r < rows - 1 && (rows - 1 - r) % cycle === 0) weight *= decay;
    const position = (r + phase) % cycle;
    for (let s = 0; s < slots; s++) {
      share[position * slots + s]! += weight * y[r * slots + s]!;
      everyday[s]! += weight * y[r * slots + s]!;
    }
  }
  const overall = everyday.reduce((a, b) => a + b, 0);
  for (let position = 0; position < cycle; position++) {
    let sum = 0;
    for (let s = 0; s < slots; s++) sum += share[position * slots + s]!;
    for (let s = 0; s < slots; s++) {
      const at = position * slots + s;
      if (sum > 0) share[at]! /= sum;
      else share[at] = overall > 0 ? everyday[s]! / overall : 1 / slots;
    }
  }
  return share;
}

/**
 * Makes a model of a method for row totals: the total of each day times its moving intraday profile.
 *
 * On series with one slot a row it is the method itself. A row that is partly known keeps its share of the total.
 */
export function throughRowTotals(id: string, name: string, source: string, method: RowMethod): Model {
  return {
    id,
    name,
    source,
    forecast: (sample) => {
      const { slots, cycle, phase, year, y, steps } = sample;
      const totals = rowTotals(sample);
      const rows = totals.length;
      const need = Math.ceil((y.length + steps) / slots) - rows;
      const ahead = method(totals, { cycle, year, nextPosition: (rows + phase) % cycle }, need);
      if (!ahead) return null;
      if (slots === 1) return ahead;
      const share = movingProfile(sample, totals);
      const out = new Float64Array(steps);
      for (let h = 0; h < steps; h++) {
        const step = y.length + h;
        const row = Math.floor(step / slots);
        const position = (row + phase) % cycle;
        out[h] = ahead[row - rows]! * share[position * slots + (step % slots)]!;
      }
      return out;
    },
  };
}
