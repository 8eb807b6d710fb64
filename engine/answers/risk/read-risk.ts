import { teamOrigins } from '../../footprint';
import type { Plan } from '../../plan';
import { EffectTable, runTableJob, type TableEntry, type TableJob, tableJobs } from '../../risk';
import { checkpoint, type RunControl } from '../../units';
import { readyRisk } from './ready-risk';
import { checkedRisk, type RiskOptions } from './risk-options';
import { type RiskSample, yearsOf } from './risk-sample';

/** The runs that a table for a study is made of: each can be run by whoever is free. Cost: two draws a year. */
export function riskTableJobs(plan: Plan, options: RiskOptions): TableJob[] {
  return tableJobs(plan, teamOrigins(plan), checkedRisk(plan, options));
}

/** Runs some jobs of a table. Cost: for a hazard some twenty to fifty runs of its disturbed days. */
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
 * what their events cost between these. Events that are felt together are where reading differs most from running
 * (`sampleRisk`); a study runs some of its years as well, and says by how much.
 *
 * Cost: a quarter of a millisecond a year.
 */
export function readRisk(
  plan: Plan,
  options: RiskOptions,
  entries: readonly TableEntry[],
  control?: RunControl,
): RiskSample {
  const ready = readyRisk(plan, options, undefined);
  return yearsOf(ready, new EffectTable(ready.runner, entries), control);
}
