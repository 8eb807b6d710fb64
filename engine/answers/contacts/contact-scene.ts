import { combineEffects, type Modifiers } from '../../disruption';
import type { Disruption, Plan } from '../../plan';
import { type FlowRecords, type Network, runDisturbed } from '../../simulate';
import { InputFault, type Issue, issue, type RunControl } from '../../units';
import { type PreparedPlan, preparePlan } from '../prepared-plan';
import { playOn } from '../respond-run';
import { scenarioVariant } from '../scenario-variant';
import { disruptionSpan } from '../stress-plan';

/** What strikes a plan that is simulated contact by contact, and what answers. */
export interface SceneOptions {
  /** Ids of disruptions that strike together; none unless given. */
  readonly disruptions?: readonly string[] | undefined;
  /** Id of a scenario: its edits, and its disruptions beside those named. */
  readonly scenario?: string | undefined;
  /** Id of a playbook that answers them; the scenario's unless given. */
  readonly playbook?: string | undefined;
}

/** A plan as it is simulated: its variant, what happens to it, and flow's counts under the same. */
export interface Scene {
  readonly network: Network;
  readonly modifiers: Modifiers | undefined;
  readonly flow: FlowRecords;
}

/** What strikes, by the ids that were given; ids that the plan doesn't have are refused together. */
export function struckBy(plan: Plan, options: SceneOptions): readonly Disruption[] {
  const { disruptions: ids = [] } = options;
  const issues: Issue[] = [];
  const known = (
    what: string,
    place: string,
    entries: readonly { readonly id: string }[],
    asked: readonly string[],
  ) => {
    const names = entries.map(({ id }) => id).join(', ') || 'none';
    for (const id of asked.filter((one) => !entries.some((entry) => entry.id === one))) {
      issues.push(issue(`simulate.unknown-${what}`, place, id, `a ${what} of this plan: ${names}`));
    }
  };
  known('disruption', 'disruptions', plan.disruptions, ids);
  if (options.scenario !== undefined) known('scenario', 'scenario', plan.scenarios, [options.scenario]);
  if (options.playbook !== undefined) known('playbook', 'playbook', plan.playbooks ?? [], [options.playbook]);
  const scenario = plan.scenarios.find(({ id }) => id === options.scenario);
  const struck = plan.disruptions.filter(({ id }) => ids.includes(id) || scenario?.disruptions.includes(id));
  if (options.playbook !== undefined && struck.length === 0 && issues.length === 0) {
    issues.push(issue('simulate.playbook-alone', 'playbook', options.playbook, 'a playbook beside what it answers'));
  }
  if (issues.length > 0) throw new InputFault(issues);
  return struck;
}

/** Makes a plan ready to be simulated under what strikes it. */
export function contactScene(
  plan: Plan,
  options: SceneOptions,
  struck: readonly Disruption[],
  control: RunControl | undefined,
): Scene {
  const ready = preparePlan(plan, control);
  const scenario = plan.scenarios.find(({ id }) => id === options.scenario);
  const own = scenario && scenarioVariant(ready, scenario, control);
  const variant: PreparedPlan = own?.variant ?? ready;
  const playbook = plan.playbooks?.find(({ id }) => id === options.playbook) ?? own?.playbook;
  const { network, undisturbed, records } = variant;
  const span = disruptionSpan(struck);
  if (!span) return { network, modifiers: undefined, flow: records };
  if (playbook) {
    const played = playOn(variant, struck, playbook, span.startDate, control);
    return { network: played.network, modifiers: played.modifiers, flow: played.records };
  }
  const modifiers = combineEffects(network.plan, network.grid, network.origins, struck);
  return { network, modifiers, flow: runDisturbed(network, undisturbed, modifiers, { control }).records };
}
