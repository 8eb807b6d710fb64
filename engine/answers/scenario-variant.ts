import { moveWork } from '../footprint';
import { applyEdits, type Disruption, type Playbook, type Scenario } from '../plan';
import type { RunControl } from '../units';
import { hoursShare } from './hours-share';
import { type PreparedPlan, preparePlan } from './prepared-plan';

/** What a scenario makes of a plan: another footprint, what strikes it, and what answers. */
export interface ScenarioVariant {
  readonly variant: PreparedPlan;
  readonly struck: readonly Disruption[];
  readonly playbook: Playbook | undefined;
  readonly warnings: readonly string[];
}

/** Makes a scenario's variant ready to run; the plan itself where the scenario changes nothing in it. */
export function scenarioVariant(
  ready: PreparedPlan,
  scenario: Scenario,
  control: RunControl | undefined,
): ScenarioVariant {
  const { plan } = ready;
  const edited = applyEdits(plan, scenario.edits);
  const { plan: moved, warnings } = moveWork(edited, scenario.moves, hoursShare(ready));
  return {
    variant: moved === plan ? ready : preparePlan(moved, control),
    struck: plan.disruptions.filter(({ id }) => scenario.disruptions.includes(id)),
    playbook: plan.playbooks?.find(({ id }) => id === scenario.playbook),
    warnings,
  };
}
