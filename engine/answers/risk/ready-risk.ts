import { contentHash, type Plan } from '../../plan';
import { COST, YearRunner } from '../../risk';
import type { RunControl } from '../../units';
import { preparePlan } from '../prepared-plan';
import { Recent } from '../recent';
import { type CheckedRisk, checkedRisk, type RiskOptions } from './risk-options';

/** A plan made ready for a study of its years. */
export interface ReadyRisk {
  readonly options: CheckedRisk;
  readonly runner: YearRunner;
  /** What own people and seats cost in the year, whatever happens; first attempts of the year as planned. */
  readonly ownCost: number;
  readonly contacts: number;
}

/** What parts of one study share: the plan under each level of pressure. */
const runners = new Recent<YearRunner>(2);

export function readyRisk(plan: Plan, options: RiskOptions, control: RunControl | undefined): ReadyRisk {
  const checked = checkedRisk(plan, options);
  const ready = preparePlan(plan, control);
  const { seed, demandError, peopleError } = checked;
  const settings = { seed, demandError, peopleError };
  const runner = runners.of(
    `${ready.groundKey} ${contentHash([plan.hazards, settings])}`,
    // Plans that differ in what goes wrong share a network: its plan is whichever came first.
    () => new YearRunner({ ...ready.network, plan }, ready.undisturbed, settings),
  );
  const ofYear = (weekly: Float64Array) => weekly.slice(0, runner.yearWeeks).reduce((sum, value) => sum + value, 0);
  const { cost, offered } = ready.base.weekly;
  return { options: checked, runner, ownCost: ofYear(cost) - runner.planned()[COST]!, contacts: ofYear(offered) };
}
