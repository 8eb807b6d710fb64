import { type Plan, planHash } from '../plan';
import { buildNetwork, type FlowRecords, type Network, runFlow } from '../simulate';
import type { RunControl } from '../units';
import type { RunResult } from './results';
import { runResult } from './run-result';

/** A plan with everything that each answer about it starts from. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly hash: string;
  readonly network: Network;
  readonly records: FlowRecords;
  readonly base: RunResult;
}

/** Keyed by the plan object itself, so a plan that is gone takes its preparation with it. */
const prepared = new WeakMap<Plan, PreparedPlan>();

/** Builds the network and runs the undisturbed plan, once for each plan object. */
export function preparePlan(plan: Plan, control?: RunControl): PreparedPlan {
  const known = prepared.get(plan);
  if (known) return known;
  const network = buildNetwork(plan);
  const records = runFlow(network, { control, label: 'running the undisturbed plan' });
  const made = { plan, hash: planHash(plan), network, records, base: runResult(network, records) };
  prepared.set(plan, made);
  return made;
}

/** A control for one part of a longer calculation: its progress fills from `from` to `to`. */
export function partOf(control: RunControl | undefined, from: number, to: number): RunControl | undefined {
  if (!control) return undefined;
  return {
    shouldStop: control.shouldStop,
    onProgress: (share, label) => control.onProgress?.(from + (to - from) * share, label),
  };
}
