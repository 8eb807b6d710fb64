import { contentHash, type Plan, planHash } from '../plan';
import { type BaseRun, buildNetwork, type FlowRecords, type Network, runBase } from '../simulate';
import type { RunControl } from '../units';
import { Recent } from './recent';
import type { RunResult } from './results';
import { runResult } from './run-result';

/** A plan with everything that each answer about it starts from. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly hash: string;
  /** Fingerprint of all that the undisturbed run depends on. */
  readonly groundKey: string;
  readonly network: Network;
  readonly records: FlowRecords;
  /** The undisturbed run with its state by week: what runs under disruptions start from. */
  readonly undisturbed: BaseRun;
  readonly base: RunResult;
}

/** The part of a preparation that disruptions, scenarios, limits and histories don't touch. */
interface Groundwork {
  readonly network: Network;
  readonly undisturbed: BaseRun;
  readonly base: RunResult;
}

/** Keyed by the plan object itself, so a plan that is gone takes its preparation with it. */
const prepared = new WeakMap<Plan, PreparedPlan>();
/** Plans that differ in what goes wrong alone share their groundwork; undo finds it again. */
const groundworks = new Recent<Groundwork>(6);

/** Builds the network and runs the undisturbed plan, once for each footprint and demand. */
export function preparePlan(plan: Plan, control?: RunControl): PreparedPlan {
  const known = prepared.get(plan);
  if (known) return known;
  const {
    disruptions: _d,
    scenarios: _s,
    histories: _h,
    policies: _p,
    hazards: _z,
    risk: _r,
    playbooks: _b,
    money: _m,
    candidates: _c,
    name: _n,
    ...ground
  } = plan;
  const key = contentHash(ground);
  const { network, undisturbed, base } = groundworks.of(key, () => layGround(plan, control));
  const { records } = undisturbed;
  const made = {
    plan,
    hash: planHash(plan),
    groundKey: key,
    network,
    records,
    undisturbed,
    base,
  };
  prepared.set(plan, made);
  return made;
}

function layGround(plan: Plan, control: RunControl | undefined): Groundwork {
  const network = buildNetwork(plan);
  const undisturbed = runBase(network, control, 'running the undisturbed plan');
  return { network, undisturbed, base: runResult(network, undisturbed.records) };
}

/** A control for one part of a longer calculation: its progress fills from `from` to `to`. */
export function partOf(control: RunControl | undefined, from: number, to: number): RunControl | undefined {
  if (!control) return undefined;
  return {
    shouldStop: control.shouldStop,
    onProgress: (share, label) => control.onProgress?.(from + (to - from) * share, label),
  };
}
