import { repeatableExp, repeatableLog } from '../../stats';
import type { Trial } from './backtest';

/** First row ahead of each horizon group: the next row, the next days, the week, the month, beyond. */
const GROUP_ROWS = [0, 1, 3, 7, 14, 28, 56];

/** Horizon group of each step of the horizon. */
export function horizonGroups(steps: number, slots: number): { groupOf: Uint8Array; groups: number } {
  const groupOf = new Uint8Array(steps);
  let groups = 0;
  for (let h = 0; h < steps; h++) {
    const row = Math.floor(h / slots);
    let g = 0;
    while (g + 1 < GROUP_ROWS.length && GROUP_ROWS[g + 1]! <= row) g++;
    groupOf[h] = g;
    groups = Math.max(groups, g + 1);
  }
  return { groupOf, groups };
}

/** Absolute errors of one trial by model and horizon group; NaN where a model or a group had nothing to say. */
export interface TrialErrors {
  readonly errors: Float64Array;
  /** By group: the median over the models, the yardstick of that trial. */
  readonly middle: Float64Array;
}

/** Sums a trial's absolute errors. */
export function trialErrors(trial: Trial, models: number, groupOf: Uint8Array, groups: number): TrialErrors {
  const errors = new Float64Array(models * groups).fill(Number.NaN);
  const middle = new Float64Array(groups).fill(Number.NaN);
  const count = new Float64Array(groups);
  for (let i = 0; i < models; i++) {
    const path = trial.paths[i];
    if (!path) continue;
    for (let h = 0; h < trial.actual.length; h++) {
      const y = trial.actual[h]!;
      if (Number.isNaN(y)) continue;
      const at = i * groups + groupOf[h]!;
      errors[at] = (Number.isNaN(errors[at]) ? 0 : errors[at]!) + Math.abs(y - path[h]!);
      count[groupOf[h]!]! += 1;
    }
  }
  for (let g = 0; g < groups; g++) {
    if (count[g] === 0) continue;
    const all: number[] = [];
    for (let i = 0; i < models; i++) if (!Number.isNaN(errors[i * groups + g])) all.push(errors[i * groups + g]!);
    all.sort((x, y) => x - y);
    middle[g] = all[all.length >> 1]!;
  }
  return { errors, middle };
}

/** Error of each model by horizon group, relative to the yardstick of the very same trials; NaN where never tried. */
export interface RelativeErrors {
  readonly models: number;
  readonly groups: number;
  /** Log of (model's absolute error / yardstick's), by model and group. */
  readonly logRatio: Float64Array;
  /** Trials that a model took part in. */
  readonly taken: Float64Array;
  /** Log ratios of the single trials. */
  readonly perTrial: readonly Float64Array[];
}

/** Added so that no error over no error is 1, in any unit. */
const NOTHING = 1e-150;

/** Scores every model over the trials, recent ones weighing more, leaving one trial out if asked. */
export function relativeErrors(
  trials: readonly TrialErrors[],
  models: number,
  groups: number,
  halfLife: number,
  without = -1,
): RelativeErrors {
  const own = new Float64Array(models * groups);
  const yardstick = new Float64Array(models * groups);
  const taken = new Float64Array(models);
  const perTrial: Float64Array[] = [];
  trials.forEach(({ errors, middle }, age) => {
    if (age === without) return;
    const recency = repeatableExp((-Math.LN2 * age) / halfLife);
    const logs = new Float64Array(models * groups).fill(Number.NaN);
    perTrial.push(logs);
    for (let i = 0; i < models; i++) {
      let present = false;
      for (let g = 0; g < groups; g++) {
        const at = i * groups + g;
        if (Number.isNaN(errors[at])) continue;
        present = true;
        own[at]! += recency * errors[at]!;
        yardstick[at]! += recency * middle[g]!;
        logs[at] = repeatableLog((errors[at]! + 0.02 * middle[g]! + NOTHING) / (1.02 * middle[g]! + NOTHING));
      }
      if (present) taken[i]! += 1;
    }
  });
  const logRatio = Float64Array.from(own, (v, at) => {
    if (yardstick[at]! > 0) return repeatableLog((v + 0.01 * yardstick[at]!) / yardstick[at]!);
    return v === 0 && taken[Math.floor(at / groups)]! > 0 ? 0 : Number.NaN;
  });
  return { models, groups, logRatio, taken, perTrial };
}

export interface WeightRule {
  /** Power of the inverse relative error. */
  readonly power: number;
  /** Trials at which own scores and those shared by the other series of the file count alike. */
  readonly sharing: number;
  /** How strongly a group's scores lean on the whole horizon's. */
  readonly smoothing: number;
  /** Models worse than the best by this factor are left out. */
  readonly cutoff: number;
  /** Power of the difference to the best measured in its own standard errors: what is clearly worse is left out. */
  readonly certainty: number;
}

/** The same for every series. */
export const WEIGHT_RULE: WeightRule = { power: 2, sharing: 6, smoothing: 0.3, cutoff: 1.35, certainty: 2 };

/** Mean of the scores over several series, ignoring what was never tried. */
export function pooledErrors(all: readonly Omit<RelativeErrors, 'perTrial'>[]): RelativeErrors | null {
  const first = all[0];
  if (!first) return null;
  const { models, groups } = first;
  const logRatio = new Float64Array(models * groups).fill(Number.NaN);
  for (let i = 0; i < logRatio.length; i++) {
    const seen = all.map((r) => r.logRatio[i]!).filter((v) => !Number.isNaN(v));
    if (seen.length > 0) logRatio[i] = seen.reduce((a, b) => a + Math.max(-1, Math.min(1.5, b)), 0) / seen.length;
  }
  return { models, groups, logRatio, taken: first.taken, perTrial: [] };
}

/** Times the best model's error from which a model is not tried any further; well beyond the factor that leaves it out. */
const HOPELESS = 1.6;

/** Models that may still earn a weight at some horizon, or have not been tried yet. Cost: O(models * groups). */
export function worthTrying({ models, groups, logRatio, taken }: RelativeErrors): boolean[] {
  // Against those that speak at every origin: what needs a longer past may fall silent at the earlier ones.
  const most = taken.reduce((a, b) => Math.max(a, b), 0);
  const best = Array.from({ length: groups }, (_, g) => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < models; i++) {
      const v = logRatio[i * groups + g]!;
      if (taken[i] === most && v < least) least = v;
    }
    return least;
  });
  return Array.from({ length: models }, (_, i) =>
    best.some((least, g) => !(logRatio[i * groups + g]! > least + repeatableLog(HOPELESS))),
  );
}

/**
 * Weights of the models by horizon group: inverse powers of their relative backtest errors, adding to 1.
 *
 * Own errors are drawn to those over all series of the file, the more so the fewer trials there were.
 * Source: Bates and Granger 1969; power of inverse errors and trimming: Stock and Watson 2004; sharing over series:
 * Montero-Manso and Hyndman 2021. Valid: at least one model tried. Cost: O(models * groups).
 */
export function combinationWeights(
  own: RelativeErrors,
  pooled: RelativeErrors | null,
  usable: readonly boolean[],
  rule: WeightRule = WEIGHT_RULE,
): Float64Array {
  const { models, groups } = own;
  const score = new Float64Array(models * groups).fill(Number.NaN);
  const trustIn = (taken: number): number => taken / (taken + rule.sharing);
  const most = trustIn(own.taken.reduce((a, b) => Math.max(a, b), 0));
  for (let i = 0; i < models; i++) {
    if (!usable[i]) continue;
    const trust = trustIn(own.taken[i]!);
    // What could be tried seldom (a year's shape in a young history) counts as a middling model for the trials it lacks.
    const tried = most > 0 ? trust / most : 1;
    let mean = 0;
    let seen = 0;
    const mixed = new Float64Array(groups).fill(Number.NaN);
    for (let g = 0; g < groups; g++) {
      const mine = own.logRatio[i * groups + g]!;
      const shared = pooled ? pooled.logRatio[i * groups + g]! : Number.NaN;
      const v = Number.isNaN(mine) ? shared : Number.isNaN(shared) ? mine : trust * mine + (1 - trust) * shared;
      mixed[g] = tried * v;
      if (!Number.isNaN(v)) {
        mean += mixed[g]!;
        seen += 1;
      }
    }
    if (seen === 0) continue;
    mean /= seen;
    for (let g = 0; g < groups; g++) {
      const v = Number.isNaN(mixed[g]) ? mean : mixed[g]!;
      score[i * groups + g] = (v + rule.smoothing * mean) / (1 + rule.smoothing);
    }
  }
  const weights = new Float64Array(models * groups);
  for (let g = 0; g < groups; g++) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < models; i++) if (score[i * groups + g]! < best) best = score[i * groups + g]!;
    let sum = 0;
    let lead = 0;
    for (let i = 0; i < models; i++) if (score[i * groups + g] === best) lead = i;
    for (let i = 0; i < models; i++) {
      const s = score[i * groups + g]!;
      if (Number.isNaN(s) || s > best + repeatableLog(rule.cutoff)) continue;
      weights[i * groups + g] = repeatableExp(
        -rule.power * (s - best) - (rule.certainty * (s - best)) / standardError(own.perTrial, i, lead, g, groups),
      );
      sum += weights[i * groups + g]!;
    }
    if (sum > 0) for (let i = 0; i < models; i++) weights[i * groups + g]! /= sum;
    else {
      const able = usable.filter(Boolean).length;
      for (let i = 0; i < models; i++) if (usable[i]) weights[i * groups + g] = 1 / Math.max(1, able);
    }
  }
  return weights;
}

/** Weighted mean of the models' paths. */
export function combine(
  paths: readonly (Float64Array | null)[],
  weights: Float64Array,
  groupOf: Uint8Array,
  groups: number,
  length: number,
): Float64Array {
  const out = new Float64Array(length);
  for (let h = 0; h < length; h++) {
    const g = groupOf[h]!;
    let sum = 0;
    let total = 0;
    for (let i = 0; i < paths.length; i++) {
      const path = paths[i];
      const w = weights[i * groups + g]!;
      if (!path || w === 0) continue;
      sum += w * path[h]!;
      total += w;
    }
    out[h] = total > 0 ? sum / total : Number.NaN;
  }
  return out;
}

/** Standard error of the mean difference of two models' log errors over the trials; trials overlap, so half count. */
function standardError(perTrial: readonly Float64Array[], a: number, b: number, g: number, groups: number): number {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const logs of perTrial) {
    const d = logs[a * groups + g]! - logs[b * groups + g]!;
    if (Number.isNaN(d)) continue;
    n += 1;
    sum += d;
    squares += d * d;
  }
  if (n < 3) return 0.3;
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1);
  return Math.max(0.01, Math.sqrt((variance * 2) / n) + 0.5 / (n + 3));
}
