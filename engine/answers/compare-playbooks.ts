import { dayNumber } from '../calendar';
import type { Disruption, Plan, Playbook, PlaybookAction } from '../plan';
import { checkpoint, InputFault, issue, type RunControl } from '../units';
import { impactReport } from './impact-report';
import { type PreparedPlan, partOf, preparePlan } from './prepared-plan';
import { type Provenance, provenance } from './provenance';
import { type RespondedRun, runWithPlaybook } from './respond-run';
import type { Impact, RunResult } from './results';
import { disruptionSpan, runUnder } from './stress-plan';

export interface PlaybookOptions {
  /** Ids of the disruptions that strike together. */
  readonly disruptions: readonly string[];
  /** Ids of playbooks; all of the plan's when absent. */
  readonly playbooks?: readonly string[] | undefined;
  /** Whether every action is run alone as well. */
  readonly actions?: boolean | undefined;
}

/** What a playbook, or one of its actions, buys against doing nothing, under the same luck. */
export interface Bought {
  /** Against the same disruptions without a playbook; above 0 is better. */
  readonly contactsSaved: number;
  readonly customersSaved: number;
  readonly valueSaved: number;
  readonly backlogSaved: number;
  /** Points of service on the worst day, and days until recovery; null where one of both is not back. */
  readonly worstDayPoints: number;
  readonly daysSooner: number | null;
  /** What the actions cost by themselves, and the change of the whole bill. */
  readonly cost: number;
  readonly billChange: number;
  /** Contacts saved for each thousand of its cost, and cost of each contact saved; null where it costs or saves nothing. */
  readonly savedPerThousand: number | null;
  readonly costPerSaved: number | null;
}

export interface PlaybookCase {
  readonly id: string;
  readonly name: string;
  readonly impact: Impact;
  readonly bought: Bought;
  readonly actions: readonly {
    readonly kind: PlaybookAction['kind'];
    readonly cost: number;
    readonly hours: number;
    readonly notes: readonly string[];
    /** The action alone; null unless asked for. */
    readonly alone: Bought | null;
  }[];
  /** Contacts asked to move, moved, refused and returned, over the horizon. */
  readonly shifts: readonly {
    readonly from: string;
    readonly to: string;
    readonly offered: number;
    readonly moved: number;
    readonly refused: number;
    readonly returned: number;
  }[];
  readonly run: RunResult;
}

export interface PlaybookAnswer {
  readonly base: RunResult;
  readonly without: { readonly impact: Impact; readonly run: RunResult };
  readonly startDate: string;
  readonly playbooks: readonly PlaybookCase[];
  readonly provenance: Provenance;
}

/**
 * What would have helped, and at what price: disruptions without and with each playbook, under the same demand and luck.
 *
 * An action's own cost are the hours, training and equipment that it buys. The change of the bill differs: contracts bill
 * hours worked, so what a playbook brings back is paid as well.
 *
 * Errors: `InputFault` for ids that the plan doesn't have. Cost: one run a playbook, and one an action when asked.
 */
export function comparePlaybooks(plan: Plan, options: PlaybookOptions, control?: RunControl): PlaybookAnswer {
  const struck = pickAll('disruption', plan.disruptions, options.disruptions);
  const known = plan.playbooks ?? [];
  const playbooks = options.playbooks === undefined ? known : pickAll('playbook', known, options.playbooks);
  if (struck.length === 0)
    throw new InputFault([issue('playbook.nothing', 'disruptions', 'none', 'at least one disruption of this plan')]);
  const runs = 2 + playbooks.reduce((sum, { actions }) => sum + 1 + (options.actions ? actions.length : 0), 0);
  let done = 0;
  const part = () => partOf(control, done++ / runs, done / runs);
  const ready = preparePlan(plan, part());
  const { startDate } = disruptionSpan(struck)!;
  const hit = runUnder(ready, struck, part(), struck.map(({ name }) => name).join(', '));
  const reference = measure(ready, hit, startDate);
  const cases = playbooks.map((playbook): PlaybookCase => {
    const responded = runWithPlaybook(ready, struck, playbook, startDate, part());
    const impact = measure(ready, responded.run, startDate);
    return {
      id: playbook.id,
      name: playbook.name,
      impact,
      bought: bought(reference, impact, costOf(responded)),
      actions: playbook.actions.map((action, at) => {
        const { cost, hours, notes } = responded.costs[at]!;
        const alone = options.actions ? runAlone(ready, struck, playbook, at, startDate, reference, part()) : null;
        return { kind: action.kind, cost, hours, notes, alone };
      }),
      shifts: responded.shifts.map(({ fromName, toName, offered, moved, refused, returned }) => ({
        from: fromName,
        to: toName,
        offered,
        moved,
        refused,
        returned,
      })),
      run: responded.run,
    };
  });
  checkpoint(control, 1, 'done');
  const method = 'flow, the same demand and disruptions without and with each playbook; its days count from the first';
  return {
    base: ready.base,
    without: { impact: reference, run: hit },
    startDate,
    playbooks: cases,
    provenance: provenance(method, { planHash: ready.hash }),
  };
}

function runAlone(
  ready: PreparedPlan,
  struck: readonly Disruption[],
  playbook: Playbook,
  at: number,
  startDate: string,
  reference: Impact,
  control: RunControl | undefined,
): Bought {
  const one = { ...playbook, actions: [playbook.actions[at]!] };
  const responded = runWithPlaybook(ready, struck, one, startDate, control);
  return bought(reference, measure(ready, responded.run, startDate), costOf(responded));
}

const costOf = ({ costs }: RespondedRun): number => costs.reduce((sum, { cost }) => sum + cost, 0);

function measure({ plan, base, network }: PreparedPlan, run: RunResult, startDate: string): Impact {
  const startDay = dayNumber(startDate) - network.grid.startDay;
  return impactReport({ days: network.days, currency: plan.currency, startDay }, base.daily, run.daily);
}

/** Saved contacts below this are the dust of floating point. */
const DUST = 1e-6;

function bought(without: Impact, impact: Impact, cost: number): Bought {
  const contactsSaved = without.contactsLost - impact.contactsLost;
  const isBack = without.daysToRecover !== null && impact.daysToRecover !== null;
  return {
    contactsSaved,
    customersSaved: without.customersAtRisk - impact.customersAtRisk,
    valueSaved: without.valueAtRisk - impact.valueAtRisk,
    backlogSaved: without.backlogPeak - impact.backlogPeak,
    worstDayPoints: without.worstDropPoints - impact.worstDropPoints,
    daysSooner: isBack ? without.daysToRecover! - impact.daysToRecover! : null,
    cost,
    billChange: impact.cost - without.cost,
    savedPerThousand: cost > 0 ? (contactsSaved / cost) * 1000 : null,
    costPerSaved: cost > 0 && contactsSaved > DUST ? cost / contactsSaved : null,
  };
}

function pickAll<T extends { readonly id: string }>(what: string, entries: readonly T[], ids: readonly string[]): T[] {
  const missing = ids.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0) {
    const known = entries.map(({ id }) => id).join(', ') || 'none';
    throw new InputFault(
      missing.map((id) => issue(`playbook.unknown-${what}`, what, id, `a ${what} of this plan: ${known}`)),
    );
  }
  return ids.map((id) => entries.find((entry) => entry.id === id)!);
}
