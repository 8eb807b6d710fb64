import { addDays, dayNumber } from '../calendar';
import { combineEffects, effectDays } from '../disruption';
import { contentHash, type Disruption, type Plan, type Scenario } from '../plan';
import { runDisturbed } from '../simulate';
import { checkpoint, type RunControl } from '../units';
import { type CaseChoice, chosenCases } from './chosen-cases';
import { impactReport } from './impact-report';
import { type PreparedPlan, partOf, preparePlan } from './prepared-plan';
import { provenance } from './provenance';
import { Recent } from './recent';
import { runWithPlaybook } from './respond-run';
import type { RunResult, StressAnswer, StressCase } from './results';
import { runResult } from './run-result';
import { scenarioVariant } from './scenario-variant';
import { whoAbsorbs } from './who-absorbs';
import { worstPart } from './worst-part';

export interface StressOptions extends CaseChoice {}

/**
 * Runs a plan under its disruptions and scenarios, each beside the undisturbed plan.
 *
 * Errors: `InputFault` for ids that the plan doesn't have. Cost: one run of the flow model a case.
 */
export function stressPlan(plan: Plan, options: StressOptions = {}, control?: RunControl): StressAnswer {
  const { disruptions, scenarios } = chosenCases(plan, options, {
    code: 'stress',
    places: { disruption: 'disruption', scenario: 'scenario' },
  });
  const parts = 1 + disruptions.length + scenarios.length;
  const ready = preparePlan(plan, partOf(control, 0, 1 / parts));
  const cases: StressCase[] = [];
  const control_ = () => partOf(control, (1 + cases.length) / parts, (2 + cases.length) / parts);
  for (const disruption of disruptions) {
    const run = runUnder(ready, [disruption], control_(), disruption.name);
    cases.push(stressCase(ready, disruption, 'disruption', [disruption], run));
  }
  for (const scenario of scenarios) {
    const struck = plan.disruptions.filter((disruption) => scenario.disruptions.includes(disruption.id));
    const { run } = runScenario(ready, scenario, control_());
    cases.push(
      stressCase(ready, { source: undefined, grade: undefined, description: '', ...scenario }, 'scenario', struck, run),
    );
  }
  checkpoint(control, 1, 'done');
  const method =
    'flow: Erlang A by interval with a fluid lag, queues served in the order of their priority in the pools that they share, backlog and redials carried over';
  return { base: ready.base, cases, provenance: provenance(method, { planHash: ready.hash }) };
}

/** A scenario's own plan made ready, its run, and the plan that ran: with a playbook's additions where there is one. */
export interface ScenarioRun {
  readonly variant: PreparedPlan;
  readonly plan: Plan;
  readonly run: RunResult;
  readonly warnings: readonly string[];
}

/** Edits, moves, disruptions and playbook of a scenario, run. */
export function runScenario(ready: PreparedPlan, scenario: Scenario, control: RunControl | undefined): ScenarioRun {
  const { variant, struck, playbook, warnings } = scenarioVariant(ready, scenario, control);
  const span = disruptionSpan(struck);
  if (!span) return { variant, plan: variant.plan, run: variant.base, warnings };
  if (!playbook)
    return { variant, plan: variant.plan, run: runUnder(variant, struck, control, scenario.name), warnings };
  return { variant, warnings, ...runWithPlaybook(variant, struck, playbook, span.startDate, control) };
}

/** Runs under disruptions, by footprint and disruption: moving one on the timeline leaves the others' runs standing. */
const struckRuns = new Recent<RunResult>(16);

/** The plan's run while some disruptions strike it together. */
export function runUnder(
  ready: PreparedPlan,
  struck: readonly Disruption[],
  control: RunControl | undefined,
  label: string,
): RunResult {
  const { network } = ready;
  const felt = struck.map(({ startDate, effects }) => ({ startDate, effects }));
  return struckRuns.of(`${ready.groundKey} ${contentHash(felt)}`, () => {
    const modifiers = combineEffects(network.plan, network.grid, network.origins, struck);
    const { records } = runDisturbed(network, ready.undisturbed, modifiers, { control, label });
    return runResult(network, records, modifiers);
  });
}

/** First and last day on which any effect is felt. */
export function disruptionSpan(
  struck: readonly Disruption[],
): { readonly startDate: string; readonly endDate: string } | null {
  if (struck.length === 0) return null;
  const starts = struck.map((disruption) => disruption.startDate);
  const ends = struck.map((disruption) =>
    addDays(disruption.startDate, Math.ceil(Math.max(...disruption.effects.map((effect) => effectDays(effect.curve))))),
  );
  return { startDate: starts.sort()[0]!, endDate: ends.sort().at(-1)! };
}

function stressCase(
  ready: PreparedPlan,
  about: {
    readonly id: string;
    readonly name: string;
    readonly description?: string | undefined;
    readonly source?: string | undefined;
    readonly grade?: string | undefined;
  },
  kind: StressCase['kind'],
  struck: readonly Disruption[],
  run: RunResult,
): StressCase {
  const { plan, base, network } = ready;
  const span = disruptionSpan(struck) ?? { startDate: plan.calendar.startDate, endDate: network.days.at(-1)! };
  const startDay = dayNumber(span.startDate) - network.grid.startDay;
  const facts = { days: network.days, currency: plan.currency, startDay };
  const impact = impactReport(facts, base.daily, run.daily);
  const over = [span.endDate, impact.recoveredOn ?? span.endDate].sort().at(-1)!;
  return {
    id: about.id,
    name: about.name,
    description: about.description ?? '',
    kind,
    ...span,
    source: about.source ?? null,
    grade: about.grade ?? null,
    impact,
    byStream: base.streams.map((stream, at) => ({
      id: stream.id,
      name: stream.name,
      impact: impactReport(facts, stream.daily, run.streams[at]!.daily),
    })),
    absorption: whoAbsorbs(plan, base, run),
    weeklyAbsorption: weeklyAbsorption(plan, base, run, startDay, dayNumber(over) - network.grid.startDay),
    worst: worstPart(base, run, startDay, dayNumber(over) - network.grid.startDay),
    run,
  };
}

/** Who absorbs what, week by week while it matters. */
function weeklyAbsorption(plan: Plan, base: RunResult, run: RunResult, fromDay: number, toDay: number) {
  const first = Math.max(0, Math.floor(fromDay / 7));
  const last = Math.min(run.weekLabels.length - 1, Math.floor(toDay / 7));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const week = first + at;
    const { arcs, streams } = whoAbsorbs(plan, base, run, { from: week, to: week + 1 });
    return {
      week,
      arcs,
      takenOver: streams.reduce((sum, stream) => sum + stream.takenOver, 0),
      stranded: streams.reduce((sum, stream) => sum + stream.stranded, 0),
    };
  });
}
