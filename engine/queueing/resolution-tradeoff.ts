import { monotoneCurve } from '../stats';
import { InputFault, type Issue, issue } from '../units';
import { need } from './queue-input';
import { requiredAgentsFractional } from './required-agents-fractional';
import type { StaffingTargets } from './staffing-targets';

/** What is known of resolution: at this mean handle time, this share of contacts needs no second one. */
export interface ResolutionPoint {
  readonly handleTimeSeconds: number;
  readonly resolution: number;
}

/** The trade-off to be settled. */
export interface ResolutionTradeoffInput {
  /** Matters an hour that customers bring for the first time. */
  readonly mattersPerHour: number;
  /** Two measured points or more, by rising handle time. */
  readonly points: readonly ResolutionPoint[];
  /** Share of unresolved contacts that contact again, 0 to 1; 1 unless given. */
  readonly repeatShare?: number | undefined;
  /** Share of those who give up that try again, 0 to 1; 0 unless given. */
  readonly redialShare?: number | undefined;
  readonly patienceSeconds?: number | undefined;
  readonly targets: StaffingTargets;
}

/** One handle time and what it comes to. */
export interface TradeoffPoint extends ResolutionPoint {
  /** All contacts an hour, repeats and redials included. */
  readonly contactsPerHour: number;
  /** Fractional agents that meet the targets; NaN when none do. */
  readonly agents: number;
}

/** The curve and its lowest point. */
export interface ResolutionTradeoff {
  readonly curve: readonly TradeoffPoint[];
  /** The handle time that takes the fewest agents; null when no number of agents meets the targets. */
  readonly optimum: TradeoffPoint | null;
  /** Whether the optimum lies at an end of what was measured, and may lie beyond it. */
  readonly atEdge: boolean;
}

const STEPS = 60;

/**
 * Handle time against first-contact resolution: how long agents should take, so that the fewest are needed.
 *
 * Use before cutting handle time: shorter contacts come back. Between measured points resolution follows a monotone
 * curve; nothing is claimed beyond them. The optimum also weighs the better pooling of more, shorter contacts.
 *
 * Formula: contacts = matters / (1 - repeat (1 - resolution) (1 - α) - redial α), with α the abandonment at the agents
 * required for them, as a fixed point; agents by `requiredAgentsFractional`; lowest point by golden section.
 * Source: Aguir et al. (2004) for the fixed point; Fritsch & Carlson (1980) for the curve.
 * Units: seconds, shares. Valid: handle times above 0 and rising. Optimum to a second or a thousandth of the range.
 * Cost: some 100 requirements, about 3 ms.
 *
 * @example resolutionTradeoff({ mattersPerHour: 200, points: [{ handleTimeSeconds: 180, resolution: 0.4 }, { handleTimeSeconds: 300, resolution: 0.8 }, { handleTimeSeconds: 480, resolution: 0.85 }], targets: { serviceLevel: 0.8 } }).optimum
 */
export function resolutionTradeoff(input: ResolutionTradeoffInput): ResolutionTradeoff {
  check(input);
  const resolutionAt = monotoneCurve(
    input.points.map(({ handleTimeSeconds, resolution }) => ({ x: handleTimeSeconds, y: resolution })),
  );
  const at = (seconds: number) => tradeoffAt(input, seconds, resolutionAt(seconds));
  const from = input.points[0]!.handleTimeSeconds;
  const to = input.points.at(-1)!.handleTimeSeconds;
  const curve = Array.from({ length: STEPS + 1 }, (_, k) => at(from + ((to - from) * k) / STEPS));
  let best = 0;
  curve.forEach(({ agents }, k) => {
    if (agents < curve[best]!.agents || Number.isNaN(curve[best]!.agents)) best = k;
  });
  if (Number.isNaN(curve[best]!.agents)) return { curve, optimum: null, atEdge: false };
  const low = curve[Math.max(0, best - 1)]!.handleTimeSeconds;
  const high = curve[Math.min(STEPS, best + 1)]!.handleTimeSeconds;
  const refined = lowestBetween(low, high, (seconds) => at(seconds).agents);
  const optimum = at(refined);
  const chosen = optimum.agents < curve[best]!.agents ? optimum : curve[best]!;
  const near = (to - from) / 500;
  return {
    curve,
    optimum: chosen,
    atEdge: chosen.handleTimeSeconds < from + near || chosen.handleTimeSeconds > to - near,
  };
}

function tradeoffAt(input: ResolutionTradeoffInput, handleTimeSeconds: number, resolution: number): TradeoffPoint {
  const { mattersPerHour, repeatShare = 1, redialShare = 0, patienceSeconds, targets } = input;
  const repeat = repeatShare * (1 - resolution);
  let lost = 0;
  let contactsPerHour = 0;
  let agents = 0;
  for (let round = 0; round < 100; round++) {
    const next = mattersPerHour / (1 - repeat * (1 - lost) - redialShare * lost);
    const found = requiredAgentsFractional({ arrivalsPerHour: next, handleTimeSeconds, patienceSeconds }, targets);
    const settled = Math.abs(next - contactsPerHour) <= 1e-10 * next;
    contactsPerHour = next;
    agents = found.solved ? found.agents : Number.NaN;
    if (!found.solved || settled) break;
    lost = found.figures.abandonment;
  }
  return { handleTimeSeconds, resolution, contactsPerHour, agents };
}

/** Golden section; the function falls, then rises. */
function lowestBetween(from: number, to: number, value: (x: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = from;
  let high = to;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let atLeft = value(left);
  let atRight = value(right);
  for (let round = 0; round < 24; round++) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - golden * (high - low);
      atLeft = value(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + golden * (high - low);
      atRight = value(right);
    }
  }
  return (low + high) / 2;
}

function check({ mattersPerHour, points, repeatShare = 1, redialShare = 0 }: ResolutionTradeoffInput): void {
  const issues: Issue[] = [];
  need(issues, 'mattersPerHour', mattersPerHour, 1e8, true);
  if (points.length < 2) issues.push(issue('resolution.points', 'points', points.length, 'two points or more'));
  points.forEach(({ handleTimeSeconds, resolution }, at) => {
    need(issues, `points[${at}].handleTimeSeconds`, handleTimeSeconds, 1e8, true);
    if (at > 0 && !(handleTimeSeconds > points[at - 1]!.handleTimeSeconds)) {
      issues.push(
        issue('resolution.order', `points[${at}].handleTimeSeconds`, handleTimeSeconds, 'more than the point before'),
      );
    }
    if (!(resolution > 0 && resolution <= 1)) {
      issues.push(issue('resolution.share', `points[${at}].resolution`, resolution, 'a share above 0, up to 1'));
    }
  });
  for (const [name, share] of [
    ['repeatShare', repeatShare],
    ['redialShare', redialShare],
  ] as const) {
    if (!(share >= 0 && share <= 1)) issues.push(issue('resolution.share', name, share, 'a share from 0 to 1'));
  }
  if (issues.length > 0) throw new InputFault(issues);
}
