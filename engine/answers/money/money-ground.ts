import type { Plan } from '../../plan';
import type { Network } from '../../simulate';
import { InputFault, issue, type RunControl } from '../../units';
import { partOf, preparePlan } from '../prepared-plan';
import type { RunResult } from '../results';
import { runScenario } from '../stress-plan';

/** A run that is to be counted in money: the plan as it is, or one of its scenarios. */
export interface MoneyGround {
  readonly id: string | null;
  readonly name: string;
  /** The plan that ran, its playbook's additions included. */
  readonly plan: Plan;
  /** Teams, people and calendar; a playbook adds no teams. */
  readonly network: Network;
  readonly run: RunResult;
  readonly hash: string;
  readonly warnings: readonly string[];
}

/** Runs the plan, or a scenario of it. Errors: `InputFault` for a scenario that the plan doesn't have. */
export function moneyGround(plan: Plan, scenario: string | null, control?: RunControl): MoneyGround {
  const ready = preparePlan(plan, partOf(control, 0, scenario === null ? 1 : 0.4));
  const { hash } = ready;
  if (scenario === null) {
    return {
      id: null,
      name: 'Plan as it is',
      plan,
      network: ready.network,
      run: ready.base,
      hash,
      warnings: [],
    };
  }
  const found = plan.scenarios.find(({ id }) => id === scenario);
  if (!found) {
    const known = plan.scenarios.map(({ id }) => id).join(', ') || 'none';
    throw new InputFault([issue('money.unknown-scenario', 'scenario', scenario, `a scenario of this plan: ${known}`)]);
  }
  const done = runScenario(ready, found, partOf(control, 0.4, 1));
  const { variant, run, warnings } = done;
  return { id: found.id, name: found.name, plan: done.plan, network: variant.network, run, hash, warnings };
}
