import { nearlyEqual } from '../../units';
import type { Plan } from '../schema';
import { type Add, existingDate, reference } from './check-tools';
import type { Ids } from './collect-ids';

/** What the fields of headcount must agree on: sums, order, limits, teams and dates that exist. */
export function checkWorkforce(plan: Plan, ids: Ids, add: Add): void {
  plan.teams.forEach((team, at) => {
    const path = `teams[${at}]`;
    team.leaves?.forEach((leave, index) => {
      existingDate(`${path}.leaves[${index}].date`, leave.date, add);
    });
    checkTenures(team, path, add);
    checkComponents(team, path, add);
    checkExtraHours(team, path, add);
    const { hiring } = team;
    if (hiring && hiring.minClass > hiring.maxClass) {
      add(
        'plan.class-size',
        `${path}.hiring.minClass`,
        hiring.minClass,
        `at most maxClass, which is ${hiring.maxClass}`,
      );
    }
  });
  plan.transfers?.forEach((transfer, at) => {
    const path = `transfers[${at}]`;
    reference(ids.teams, `${path}.from`, transfer.from, 'team', add);
    if (transfer.to !== undefined) reference(ids.teams, `${path}.to`, transfer.to, 'team', add);
    if (transfer.to === transfer.from)
      add('plan.transfer', `${path}.to`, transfer.to, 'another team than the one left');
    existingDate(`${path}.date`, transfer.date, add);
  });
  checkShifts(plan, ids, add);
  checkLaunches(plan, ids, add);
  plan.hiringFreezes?.forEach((freeze, at) => {
    const path = `hiringFreezes[${at}]`;
    existingDate(`${path}.from`, freeze.from, add);
    existingDate(`${path}.until`, freeze.until, add);
    if (freeze.until < freeze.from) add('plan.freeze', `${path}.until`, freeze.until, `a day from ${freeze.from} on`);
    freeze.sites?.forEach((site, index) => {
      reference(ids.sites, `${path}.sites[${index}]`, site, 'site', add);
    });
  });
}

/** Launches: teams and events that exist, a day of their own or an event's. */
function checkLaunches(plan: Plan, ids: Ids, add: Add): void {
  const seen = new Set<string>();
  plan.launches?.forEach((launch, at) => {
    const path = `launches[${at}]`;
    if (seen.has(launch.id)) add('plan.duplicate-id', `${path}.id`, launch.id, 'an id that no other launch has');
    seen.add(launch.id);
    launch.teams.forEach((team, index) => {
      reference(ids.teams, `${path}.teams[${index}]`, team, 'team', add);
    });
    if (launch.event !== undefined) reference(ids.events, `${path}.event`, launch.event, 'event', add);
    else if (launch.date === undefined)
      add('plan.launch', `${path}.date`, launch.date, 'a day, or the event that has one');
    if (launch.date !== undefined) existingDate(`${path}.date`, launch.date, add);
    existingDate(`${path}.trainingFrom`, launch.trainingFrom, add);
  });
}

/** Shifts: breaks that lie inside, one after the other; sites that exist; no two under one id. */
function checkShifts(plan: Plan, ids: Ids, add: Add): void {
  const seen = new Set<string>();
  plan.shiftTemplates?.forEach((shift, at) => {
    const path = `shiftTemplates[${at}]`;
    if (seen.has(shift.id)) add('plan.duplicate-id', `${path}.id`, shift.id, 'an id that no other shift has');
    seen.add(shift.id);
    let free = 0;
    shift.breaks.forEach((pause, index) => {
      const place = `${path}.breaks[${index}].afterMinutes`;
      if (pause.afterMinutes < free)
        add('plan.break', place, pause.afterMinutes, `${free} or more, after the break before`);
      free = pause.afterMinutes + pause.minutes;
      if (free >= shift.lengthMinutes) {
        add(
          'plan.break',
          place,
          pause.afterMinutes,
          `a break that ends before the shift does, after ${shift.lengthMinutes} minutes`,
        );
      }
    });
    shift.sites?.forEach((site, index) => {
      reference(ids.sites, `${path}.sites[${index}]`, site, 'site', add);
    });
  });
}

type Team = Plan['teams'][number];

function checkTenures(team: Team, path: string, add: Add): void {
  team.attritionByTenure?.forEach((step, at, steps) => {
    const place = `${path}.attritionByTenure[${at}].fromMonths`;
    if (at === 0 && step.fromMonths !== 0) add('plan.tenure-steps', place, step.fromMonths, '0, where tenure starts');
    const before = steps[at - 1]?.fromMonths;
    if (before !== undefined && step.fromMonths <= before) {
      add('plan.tenure-steps', place, step.fromMonths, `more than ${before}, where the step before starts`);
    }
  });
}

function checkComponents(team: Team, path: string, add: Add): void {
  const parts = team.shrinkageComponents;
  if (!parts) return;
  for (const [kind, field] of [
    ['in-office', 'inOffice'],
    ['out-of-office', 'outOfOffice'],
  ] as const) {
    const sum = parts.reduce((total, part) => total + (part.kind === kind ? part.share : 0), 0);
    const whole = team.shrinkage[field];
    if (!nearlyEqual(sum, whole, 1e-6)) {
      const found = `${kind} shares that add to ${Number(sum.toFixed(6))}`;
      add(
        'plan.shrinkage-sum',
        `${path}.shrinkageComponents`,
        found,
        `shares that add to shrinkage.${field}, ${whole}`,
      );
    }
    for (let month = 0; month < 12; month++) {
      const inMonth = parts.reduce(
        (total, part) => total + (part.kind === kind ? part.share * (part.byMonth?.[month] ?? 1) : 0),
        0,
      );
      if (inMonth <= 0.9) continue;
      const found = `${kind} shares that add to ${Number(inMonth.toFixed(3))} in month ${month + 1}`;
      add('plan.shrinkage-sum', `${path}.shrinkageComponents`, found, 'at most 0.9 in any month');
      break;
    }
  }
}

function checkExtraHours(team: Team, path: string, add: Add): void {
  team.byWeek?.extraHours?.forEach((extra, week) => {
    const place = `${path}.byWeek.extraHours[${week}]`;
    const most = team.overtime?.maxShare ?? 0;
    const least = -(team.voluntaryTimeOff?.maxShare ?? 0);
    if (extra === null || (extra <= most && extra >= least)) return;
    add('plan.extra-hours', place, extra, `${least} to ${most}, as overtime and voluntaryTimeOff of the team allow`);
  });
}
