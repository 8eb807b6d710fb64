import type { Plan } from '../../plan';
import { lastWeek, WEEKS_PER_MONTH } from '../../sourcing';
import { checkpoint, type RunControl } from '../../units';
import { speedByTenure, teamLearning } from '../../workforce';
import { partOf } from '../prepared-plan';
import { provenance } from '../provenance';
import { FTE_HOURS_PER_WEEK } from '../team-costs';
import type { TransitionOptions } from './options';
import { firstChange, monthsOf, partsUntil, pathFigures, worstDrop } from './path-figures';
import { type ReadyTransition, readyTransition } from './ready-transition';
import type { TransitionAnswer, TransitionMonth, TransitionPath, TransitionTeam } from './results';
import { type RunPath, runPath, weekDate } from './run-path';
import { estimatesOf, transitionSentence } from './words';

const METHOD =
  'people moved in equal monthly steps (cohorts that learn and leave), every week run by flow beside today’s plan; contracts bill as today until their exit notice is over';

/**
 * The way from today's footprint to a target over months: who starts and who leaves when, what service does meanwhile, what it costs.
 *
 * Steps are monthly and equal, the first as soon as every growing team can have people on contacts; fewer months than growth
 * allows are taken as the fewest. Errors: `InputFault` for options out of bounds. Cost: three runs of the plan, two of them kept.
 */
export function planTransition(plan: Plan, options: TransitionOptions, control?: RunControl): TransitionAnswer {
  const ready = readyTransition(plan, options, partOf(control, 0, 0.6));
  const { now, target, limits, leastMonths } = ready;
  const { overlapWeeks, startWeek } = ready.options;
  const months = monthsAllowed(ready, ready.options.months);
  const run = runPath(ready, months, overlapWeeks, partOf(control, 0.6, 1));
  const figures = pathFigures(ready, run, months, overlapWeeks);
  const fte = fteColumns(ready, run);
  const done = lastWeek(run.schedule);
  const perYear = (365.25 / 7 / plan.calendar.weeks) * (target.base.total.cost - now.base.total.cost);
  const told = {
    ...figures,
    target: ready.options.target.name,
    parts: partsUntil(run.costs, startWeek, done),
    targetCostPerYear: perYear,
    targetWorstDrop: worstDrop(now.base.weekly.serviceLevel, target.base.weekly.serviceLevel, startWeek).drop,
    limits,
    leastMonths,
  };
  checkpoint(control, 1, 'done');
  return {
    ...told,
    weeks: Array.from({ length: plan.calendar.weeks }, (_, week) => weekDate(ready, week)!),
    ...fte,
    serviceNow: now.base.weekly.serviceLevel,
    service: run.on.base.weekly.serviceLevel,
    monthly: monthly(ready, run, fte),
    teams: teamRows(run),
    heads: headsOf(run),
    speedAtRelease: speedAtRelease(run, overlapWeeks),
    estimates: estimatesOf(ready),
    sentence: transitionSentence(told, plan.currency, ready.options.dipPoints),
    provenance: provenance(METHOD, { planHash: now.hash, warnings: [...ready.warnings, ...run.path.warnings] }),
  };
}

/** One path in a few figures: what a search asks many times, in parts. */
export function transitionPath(plan: Plan, options: TransitionOptions, control?: RunControl): TransitionPath {
  const ready = readyTransition(plan, options, partOf(control, 0, 0.3));
  const months = monthsAllowed(ready, ready.options.months);
  const run = runPath(ready, months, ready.options.overlapWeeks, partOf(control, 0.3, 1));
  return pathFigures(ready, run, months, ready.options.overlapWeeks);
}

function monthsAllowed({ leastMonths }: ReadyTransition, asked: number | null): number {
  return Math.max(asked ?? 1, Number.isFinite(leastMonths) ? leastMonths : 1);
}

function fteColumns({ now }: ReadyTransition, { path, on }: RunPath) {
  const { weeks } = now.network.grid;
  const blank = () => new Float64Array(weeks);
  const columns = { fteGrowing: blank(), fteShrinking: blank(), fteTraining: blank(), fteNow: blank() };
  const placeOn = new Map(on.plan.teams.map(({ id }, at) => [id, at]));
  const placeNow = new Map(now.plan.teams.map(({ id }, at) => [id, at]));
  for (const { team, grows } of path.changes) {
    const people = on.network.duty.heads[placeOn.get(team)!]!;
    const hours = on.plan.teams[placeOn.get(team)!]!.paidHoursPerWeek;
    const was = placeNow.get(team);
    const paidNow = was === undefined ? null : now.network.duty.heads[was]!.paidHours;
    for (let week = 0; week < weeks; week++) {
      const fte = people.paidHours[week]! / FTE_HOURS_PER_WEEK;
      const training = (people.trainees[week]! * hours) / FTE_HOURS_PER_WEEK;
      (grows ? columns.fteGrowing : columns.fteShrinking)[week]! += fte;
      columns.fteTraining[week]! += training;
      columns.fteNow[week]! += (paidNow?.[week] ?? 0) / FTE_HOURS_PER_WEEK;
    }
  }
  return columns;
}

function monthly(ready: ReadyTransition, run: RunPath, fte: ReturnType<typeof fteColumns>): TransitionMonth[] {
  const { now } = ready;
  const { on, path, costs, more } = run;
  return monthsOf(ready).map(({ month, weeks }) => {
    const sum = (weekly: ArrayLike<number>) => weeks.reduce((all, week) => all + weekly[week]!, 0);
    const last = weeks.at(-1)!;
    const level = ({ serviceLevel, offered }: typeof now.base.weekly) => {
      const told = weeks.filter((week) => !Number.isNaN(serviceLevel[week]!));
      const whole = told.reduce((all, week) => all + offered[week]!, 0);
      return whole > 0 ? told.reduce((all, week) => all + serviceLevel[week]! * offered[week]!, 0) / whole : null;
    };
    const drops = weeks
      .filter((week) => week >= firstChange(run.schedule))
      .map((week) => (now.base.weekly.serviceLevel[week]! - on.base.weekly.serviceLevel[week]!) * 100);
    return {
      month,
      fteGrowing: fte.fteGrowing[last]!,
      fteShrinking: fte.fteShrinking[last]!,
      fteTraining: fte.fteTraining[last]!,
      started: path.changes.reduce((all, change) => all + sum(change.started), 0),
      released: path.changes.reduce((all, change) => all + sum(change.released), 0),
      serviceNow: level(now.base.weekly),
      service: level(on.base.weekly),
      worstDrop: Math.max(0, ...drops.filter((drop) => !Number.isNaN(drop))),
      overlap: sum(costs.overlap),
      training: sum(costs.training),
      notice: sum(costs.notice),
      once: sum(costs.once),
      more: sum(more),
    };
  });
}

function teamRows({ path, on, schedule }: RunPath): TransitionTeam[] {
  const last = on.network.grid.weeks - 1;
  const at = Math.min(lastWeek(schedule), last);
  return path.changes.map(({ team: id, grows, now, aim, started, released }) => {
    const place = on.plan.teams.findIndex((team) => team.id === id);
    const sum = (weekly: Float64Array) => weekly.reduce((all, value) => all + value, 0);
    const people = on.network.duty.heads[place]!;
    return {
      id,
      name: on.plan.teams[place]!.name,
      site: on.plan.teams[place]!.site,
      grows,
      now: now[at]!,
      target: aim[at]!,
      atEnd: people.employed[at]! - people.trainees[at]!,
      started: sum(started),
      released: sum(released),
    };
  });
}

function headsOf({ on, path }: RunPath): TransitionAnswer['heads'] {
  const people = on.network.duty.heads;
  const sum = (pick: (one: (typeof people)[number]) => Float64Array) =>
    people.reduce((all, one) => all + pick(one).reduce((some, value) => some + value, 0), 0);
  const released = path.changes.reduce(
    (all, change) => all + change.released.reduce((some, value) => some + value, 0),
    0,
  );
  return {
    start: people.reduce((all, { startHeads }) => all + startHeads, 0),
    joined: sum(({ joined }) => joined),
    // Promotions of the plan itself leave contact work as leavers do.
    left: sum(({ leavers }) => leavers) + sum(({ promoted }) => promoted) - released,
    letGo: released,
    end: people.reduce((all, { endHeads }) => all + endHeads.at(-1)!, 0),
  };
}

/** How fast the newcomers are after the weeks in which both are paid, by heads. */
function speedAtRelease({ path, on }: RunPath, overlapWeeks: number): number | null {
  let heads = 0;
  let speed = 0;
  for (const { team, started } of path.changes) {
    const { speed: curve } = teamLearning(on.plan.teams.find(({ id }) => id === team)!);
    const joined = started.reduce((sum, value) => sum + value, 0);
    heads += joined;
    speed += joined * speedByTenure(curve, overlapWeeks / WEEKS_PER_MONTH);
  }
  return heads > 0 ? speed / heads : null;
}
