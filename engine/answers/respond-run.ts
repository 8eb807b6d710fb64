import { type ActionCost, equipPlan, type Modifiers, respond, type ShiftTally } from '../disruption';
import { contentHash, type Disruption, type Plan, type Playbook } from '../plan';
import { buildNetwork, type FlowRecords, type Network, runDisturbed, runFlow, shiftsOf } from '../simulate';
import type { RunControl } from '../units';
import type { PreparedPlan } from './prepared-plan';
import { Recent } from './recent';
import type { RunResult } from './results';
import { runResult } from './run-result';

/** A run under disruptions with a playbook, and what the playbook cost and moved. */
export interface RespondedRun {
  readonly run: RunResult;
  /** The plan with what the playbook adds to it, such as streams of callbacks. */
  readonly plan: Plan;
  readonly costs: readonly ActionCost[];
  readonly shifts: readonly (ShiftTally & { readonly fromName: string; readonly toName: string })[];
}

/** Runs by footprint, disruptions and actions: what is renamed or moved elsewhere leaves them standing. */
const respondedRuns = new Recent<RespondedRun>(32);

/** The plan's run while disruptions strike it and a playbook answers; the playbook's days count from `startDate`. */
export function runWithPlaybook(
  ready: PreparedPlan,
  struck: readonly Disruption[],
  playbook: Playbook,
  startDate: string,
  control: RunControl | undefined,
): RespondedRun {
  const felt = struck.map(({ startDate: date, effects }) => ({ startDate: date, effects }));
  const key = `${ready.groundKey} ${contentHash([felt, playbook.actions, startDate])}`;
  return respondedRuns.of(key, () => {
    const { network: met, modifiers, costs, records } = playOn(ready, struck, playbook, startDate, control);
    const nameOf = (at: number) => met.plan.streams[at]!.name;
    return {
      run: runResult(met, records, modifiers),
      plan: met.plan,
      costs,
      shifts: shiftsOf(met, modifiers).map((tally) => ({
        ...tally,
        fromName: nameOf(tally.from),
        toName: nameOf(tally.to),
      })),
    };
  });
}

/** A plan under disruptions that a playbook answers: with the skills and streams that it needs, and flow's counts. */
export interface PlayedPlan {
  readonly network: Network;
  readonly modifiers: Modifiers;
  readonly costs: readonly ActionCost[];
  readonly records: FlowRecords;
}

/** Runs flow while disruptions strike and a playbook answers; the playbook's days count from `startDate`. */
export function playOn(
  ready: PreparedPlan,
  struck: readonly Disruption[],
  playbook: Playbook,
  startDate: string,
  control: RunControl | undefined,
): PlayedPlan {
  const { network } = ready;
  const equipped = equipPlan(network.plan, network.origins, playbook);
  const isSame = equipped.plan === network.plan;
  const met = isSame ? network : buildNetwork(equipped.plan, network);
  const { modifiers, costs } = respond(met, equipped, network.duty.heads, struck, playbook, startDate);
  const options = { control, label: playbook.name };
  const records = isSame
    ? runDisturbed(network, ready.undisturbed, modifiers, options).records
    : runFlow(met, { modifiers, ...options });
  return { network: met, modifiers, costs, records };
}
