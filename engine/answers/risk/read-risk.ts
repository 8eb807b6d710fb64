import type { Plan } from '../../plan';
import { EffectTable, runTableJob, type TableEntry, type TableJob, tableJobs } from '../../risk';
import { checkpoint, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { readyRisk } from './ready-risk';
import type { RiskOptions } from './risk-options';
import { type RiskSample, yearsOf } from './risk-sample';

/** The runs that a table for a study is made of: each can be run by whoever is free. */
export function riskTableJobs(plan: Plan, options: RiskOptions): TableJob[] {
  const { runner, options: checked } = readyRisk(plan, options, undefined);
  return tableJobs(runner, checked, checked.apartYears > 0);
}

/** Runs some jobs of a table. Cost: for a hazard some fifty to a hundred runs of its disturbed days. */
export function runRiskTable(
  plan: Plan,
  options: RiskOptions,
  jobs: readonly TableJob[],
  control?: RunControl,
): TableEntry[] {
  const { runner } = readyRisk(plan, options, undefined);
  return jobs.map((job, at) => {
    checkpoint(control, at / jobs.length, 'running hazards one by one');
    return runTableJob(runner, job);
  });
}

/**
 * Many sampled years, read from a table of runs instead of run one by one.
 *
 * For ten thousand years and more. Each hazard is run alone at some lengths, parts of the year and pressures; years then add up
 * what their events cost on lines between these. Compare with `sampleRisk` on some of the same years (`riskReport` does, when it
 * is given both): events that are felt together, and lengths far beyond those run, are where the two differ.
 *
 * Cost: the table, then a quarter of a millisecond a year.
 */
export function readRisk(
  plan: Plan,
  options: RiskOptions,
  entries: readonly TableEntry[],
  control?: RunControl,
): RiskSample {
  const ready = readyRisk(plan, options, undefined);
  return yearsOf(ready, new EffectTable(ready.runner, ready.options, entries), control);
}

/** The same in one go. */
export function readRiskAlone(plan: Plan, options: RiskOptions, control?: RunControl): RiskSample {
  const jobs = riskTableJobs(plan, options);
  return readRisk(plan, options, runRiskTable(plan, options, jobs, partOf(control, 0, 0.9)), partOf(control, 0.9, 1));
}
