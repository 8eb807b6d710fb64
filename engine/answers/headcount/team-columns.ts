import { planQueues, type TeamOrigin, weekSharer } from '../../footprint';
import type { Plan } from '../../plan';
import { billedUnits } from '../../sourcing';
import { type HeadProjection, laborCost, payOf } from '../../workforce';
import { FTE_HOURS_PER_WEEK } from '../team-costs';
import { emptyColumns, type HeadcountColumns } from './figures';
import type { HeadcountGround } from './ground';

/** Columns of every team, and the required hours for which nobody is there. */
export interface TeamColumns {
  readonly teams: readonly HeadcountColumns[];
  /** By week: required hours of queues that nobody can serve. */
  readonly uncoveredHours: Float64Array;
  /** By queue and week: hours at full speed that it needs, and that its teams give it. */
  readonly queues: readonly { readonly need: Float64Array; readonly given: Float64Array }[];
}

/**
 * Requirement, people and gap of every team and week.
 *
 * Each week's productive hours are divided over the queues until cover is as even as skills allow (`weekSharer`); a team's
 * requirement is its part of what its queues need, in proportion to what it gives them. So the gap of a pool is shared by
 * its teams, and a team that could do less than its queues need is short with all the others. Positions, not hours, grow by
 * what a team's shifts are planned to need beyond the intervals.
 *
 * Cost: weeks × rounds of `weekSharer`; 30 teams × 104 weeks about 15 ms.
 */
export function teamColumns(
  plan: Plan,
  ground: HeadcountGround,
  origins: readonly TeamOrigin[],
  people: readonly HeadProjection[],
): TeamColumns {
  const { weeks } = ground.grid;
  const queues = planQueues(plan);
  const teams = plan.teams.map((_, at) => peopleColumns(origins[at]!, people[at]!, ground, weeks));
  const uncoveredHours = new Float64Array(weeks);
  const need = new Float64Array(queues.length);
  const byQueue = queues.map(() => ({ need: new Float64Array(weeks), given: new Float64Array(weeks) }));
  const hours = new Float64Array(teams.length);
  const share = weekSharer(queues, teams.length);
  for (let week = 0; week < weeks; week++) {
    queues.forEach((queue, at) => {
      need[at] = ground.requiredHours[queue.stream]![week]! * queue.share;
      if (Number.isNaN(need[at]!)) need[at] = 0;
    });
    teams.forEach((columns, at) => {
      hours[at] = columns.speedHours[week]!;
    });
    const shared = share(need, hours);
    let member = 0;
    queues.forEach((queue, at) => {
      const given = shared.given[at]!;
      byQueue[at]!.need[week] = need[at]!;
      byQueue[at]!.given[week] = given;
      if (given <= 0) {
        uncoveredHours[week]! += need[at]!;
        member += queue.edges.length;
        return;
      }
      const work = ground.workHours[queue.stream]![week]! * queue.share;
      const contacts = ground.contacts[queue.stream]![week]! * queue.share;
      for (const edge of queue.edges) {
        const columns = teams[edge.team]!;
        const own = shared.hours[member++]! * edge.proficiency;
        const part = own / given;
        columns.fullSpeedHours[week]! += own;
        columns.requiredHours[week]! += need[at]! * part;
        columns.workHours[week]! += work * part;
        columns.answerable[week]! += Math.min(contacts, (contacts * given) / Math.max(work, 1e-12)) * part;
      }
    });
    teams.forEach((columns, at) => {
      requirementOf(columns, origins[at]!, week);
    });
  }
  return { teams, uncoveredHours, queues: byQueue };
}

function peopleColumns(
  { team, site }: TeamOrigin,
  people: HeadProjection,
  ground: HeadcountGround,
  weeks: number,
): HeadcountColumns {
  const columns = emptyColumns(weeks);
  const kept = ground.kept.get(site.id)!;
  for (const figure of COPIED) columns[figure].set(people[figure]);
  const overtime = team.overtime?.maxShare ?? 0;
  for (let week = 0; week < weeks; week++) {
    columns.startHeads[week] = week === 0 ? people.startHeads : people.endHeads[week - 1]!;
    columns.productiveHours[week] = people.productiveHours[week]! * kept[week]!;
    columns.speedHours[week] = columns.productiveHours[week]! * people.speed[week]!;
    columns.qualityHeads[week] = people.heads[week]! * people.quality[week]!;
    columns.inOfficeHours[week] = people.contactHours[week]! * people.inOffice[week]!;
    columns.outOfOfficeHours[week] = people.contactHours[week]! * people.outOfOffice[week]!;
    columns.attritionHeads[week] = people.employed[week]! * people.attritionPerYear[week]!;
    columns.overtimeHours[week] = Math.max(0, people.extraHours[week]!);
    const usual = people.contactHours[week]! - people.extraHours[week]!;
    columns.overtimeRoomFte[week] = Math.max(0, usual * overtime - columns.overtimeHours[week]!) / FTE_HOURS_PER_WEEK;
    columns.availableFte[week] = people.contactHours[week]! / FTE_HOURS_PER_WEEK;
    columns.leads[week] = people.employed[week]! / team.spanOfControl;
    for (const role of team.indirectRoles ?? [])
      columns.indirectHeads[week]! += people.employed[week]! / role.agentsPerRole;
    columns.indirectHeads[week]! += columns.leads[week]!;
  }
  return columns;
}

/** Figures that headcount takes over from the projection as they are. */
const COPIED = [
  'joined',
  'rehires',
  'transfersIn',
  'transfersOut',
  'promoted',
  'leavers',
  'trainingLeavers',
  'endHeads',
  'employed',
  'heads',
  'trainees',
  'nesting',
  'onLeave',
  'hires',
  'offers',
  'contactHours',
  'extraHours',
  'paidHours',
] as const satisfies readonly (keyof HeadProjection & keyof HeadcountColumns)[];

function requirementOf(columns: HeadcountColumns, { team, site, provider }: TeamOrigin, week: number): void {
  const full = columns.fullSpeedHours[week]!;
  const beyond = 1 + (team.coverOverhead?.share ?? 0);
  const fte = full > 0 ? (columns.requiredHours[week]! * beyond * columns.availableFte[week]!) / full : 0;
  columns.requiredFte[week] = fte;
  columns.requiredHeads[week] = (fte * FTE_HOURS_PER_WEEK) / team.paidHoursPerWeek;
  if (provider.contract) {
    const delivered = {
      productiveHours: columns.productiveHours[week]!,
      handlingHours: Math.min(columns.workHours[week]!, full),
      contacts: columns.answerable[week]!,
      paidFte: columns.paidHours[week]! / FTE_HOURS_PER_WEEK,
    };
    columns.laborCost[week] = billedUnits(provider.contract.basis, delivered) * provider.contract.price;
    return;
  }
  const cost = laborCost({
    paidHours: columns.paidHours[week]!,
    trainingHours: 0,
    overtimeHours: columns.overtimeHours[week]!,
    overtimePremium: team.overtime?.premium ?? 0,
    wagePerHour: site.wage.perHour,
    benefitsShare: site.wage.benefitsShare,
    seats: 0,
    facilityCostPerSeatMonth: 0,
  });
  columns.laborCost[week] = payOf(cost);
}
