import { dayNumber, type Grid } from '../calendar';
import type { Launch, Team } from '../plan';
import { responseFactor, tenureFactor, weeklySurvival } from './attrition-hazard';
import { emptyProjection, type HeadProjection } from './head-projection';
import { type HiringClass, hiringClasses } from './hiring-classes';
import { speedByTenure, teamLearning } from './learning-curve';
import { type WeeklyShrinkage, weeklyShrinkage } from './weekly-shrinkage';

const DAYS_PER_MONTH = 365.25 / 12;
const HALF_WEEK = 3.5;

/** People with one history: since when employed, since when on this team's contacts. */
interface Cohort {
  heads: number;
  readonly joinedDay: number;
  /** From which day their speed counts; experience brought along moves it back. */
  readonly contactDay: number;
  /** Until when somebody sits beside them. */
  readonly nestingUntil: number;
}

interface Trainees {
  heads: number;
  readonly dueWeek: number;
  readonly staying: number;
  readonly joinedDay: number;
  readonly contactDay: number;
  readonly nestingUntil: number;
  /** People who come from another team are no hires when they arrive. */
  readonly isHire: boolean;
}

/** People who leave one team for another. */
export interface Movers {
  readonly heads: number;
  readonly joinedDay: number;
  readonly contactDay: number;
}

/** One team's people, carried from week to week: who arrives, who moves, what they can do, who leaves. */
export class TeamPeople {
  readonly result: HeadProjection;
  readonly #cohorts: Cohort[];
  readonly #trainees: Trainees[] = [];
  readonly #classes: readonly HiringClass[];
  readonly #curves: ReturnType<typeof teamLearning>;
  readonly #shrinkage: WeeklyShrinkage;
  #nextContact = 0;

  constructor(
    readonly team: Team,
    readonly grid: Pick<Grid, 'weeks' | 'startDay'>,
    launches: readonly Launch[] = [],
  ) {
    this.result = emptyProjection(grid.weeks);
    this.#cohorts = team.headcount.map((entry) => {
      const day = grid.startDay - entry.tenureMonths * DAYS_PER_MONTH;
      return { heads: entry.heads as number, joinedDay: day, contactDay: day, nestingUntil: day };
    });
    this.#classes = hiringClasses(team, grid);
    this.#curves = teamLearning(team);
    this.#shrinkage = weeklyShrinkage(team, grid, launches);
    for (const one of this.#classes) if (one.trainingWeek < 0 && one.contactWeek > 0) this.#train(one, 0);
    this.result.startHeads = sumHeads(this.#cohorts) + sumHeads(this.#trainees);
  }

  /** The week's classes start training, and those who have finished it go on contacts. */
  arrive(week: number): void {
    const { result } = this;
    const monday = this.grid.startDay + week * 7;
    for (const one of this.#classes) {
      if (one.trainingWeek !== week || one.contactWeek <= week) continue;
      this.#train(one, week);
      result.joined[week]! += one.starters;
      result.offers[week]! += one.offers;
    }
    for (const group of this.#trainees) {
      if (group.dueWeek !== week) continue;
      this.#cohorts.push({
        heads: group.heads,
        joinedDay: group.joinedDay,
        contactDay: Math.max(group.contactDay, group.isHire ? monday : group.contactDay),
        nestingUntil: group.nestingUntil,
      });
      if (group.isHire) result.hires[week]! += group.heads;
      group.heads = 0;
    }
    while (this.#nextContact < this.#classes.length && this.#classes[this.#nextContact]!.contactWeek <= week) {
      const one = this.#classes[this.#nextContact++]!;
      if (one.trainingWeek < one.contactWeek && one.contactWeek > 0) continue;
      const day = Math.max(one.contactDay, monday) - one.experienceMonths * DAYS_PER_MONTH;
      const nesting = one.experienceMonths > 0 ? 0 : (this.team.onboarding?.nestingWeeks ?? 0);
      this.#cohorts.push({ heads: one.heads, joinedDay: day, contactDay: day, nestingUntil: day + nesting * 7 });
      result.hires[week]! += one.heads;
      result.joined[week]! += one.heads;
      result.offers[week]! += one.offers;
      if (one.experienceMonths > 0) result.rehires[week]! += one.heads;
    }
  }

  /** Takes people off contacts, of every tenure alike; as many as there are, if fewer than asked for. */
  takeOut(week: number, heads: number, isPromotion: boolean): Movers {
    const there = sumHeads(this.#cohorts);
    const taken = Math.min(heads, there);
    const part = there > 0 ? taken / there : 0;
    let joined = 0;
    let contact = 0;
    for (const cohort of this.#cohorts) {
      joined += cohort.heads * part * cohort.joinedDay;
      contact += cohort.heads * part * cohort.contactDay;
      cohort.heads *= 1 - part;
    }
    (isPromotion ? this.result.promoted : this.result.transfersOut)[week]! += taken;
    const mean = (sum: number) => (taken > 0 ? sum / taken : 0);
    return { heads: taken, joinedDay: mean(joined), contactDay: mean(contact) };
  }

  /** Brings people from another team in, at once or after training; a part of their experience counts here. */
  bringIn(week: number, movers: Movers, trainingWeeks: number, experienceKept: number): void {
    if (movers.heads === 0) return;
    const monday = this.grid.startDay + week * 7;
    const begins = monday + trainingWeeks * 7;
    const contactDay = begins - experienceKept * (monday - movers.contactDay);
    this.result.transfersIn[week]! += movers.heads;
    const history = { heads: movers.heads, joinedDay: movers.joinedDay, contactDay, nestingUntil: begins };
    if (trainingWeeks === 0) this.#cohorts.push(history);
    else this.#trainees.push({ ...history, dueWeek: week + trainingWeeks, staying: 1, isHire: false });
  }

  /** What the week's people can do. */
  count(week: number): void {
    const { result, team } = this;
    const middle = this.grid.startDay + week * 7 + HALF_WEEK;
    const { speed, quality } = this.#curves;
    let total = 0;
    let output = 0;
    let resolved = 0;
    let nesting = 0;
    for (const cohort of this.#cohorts) {
      const months = Math.max(0, (middle - cohort.contactDay) / DAYS_PER_MONTH);
      const isNesting = cohort.nestingUntil > middle;
      total += cohort.heads;
      output += cohort.heads * (isNesting ? team.onboarding!.nestingSpeed : speedByTenure(speed, months));
      if (quality) resolved += cohort.heads * speedByTenure(quality, months);
      if (isNesting) nesting += cohort.heads;
    }
    const away = this.#onLeave(week, total);
    const here = total > 0 ? (total - away.heads) / total : 0;
    const extra = team.byWeek?.extraHours?.[week] ?? 0;
    result.trainees[week] = sumHeads(this.#trainees);
    result.onLeave[week] = away.heads;
    result.heads[week] = away.heads === 0 ? total : total - away.heads;
    result.nesting[week] = nesting * here;
    result.employed[week] = total + result.trainees[week]!;
    result.speed[week] = total > 0 ? output / total : 1;
    result.quality[week] = quality && total > 0 ? resolved / total : 1;
    result.productiveShare[week] = this.#shrinkage.productive[week]!;
    result.inOffice[week] = this.#shrinkage.inOffice[week]!;
    result.outOfOffice[week] = this.#shrinkage.outOfOffice[week]!;
    const usual = result.heads[week]! * team.paidHoursPerWeek;
    result.contactHours[week] = extra === 0 ? usual : usual * (1 + extra);
    result.extraHours[week] = usual * extra;
    result.paidHours[week] =
      result.contactHours[week]! + (result.trainees[week]! + away.heads - away.unpaid) * team.paidHoursPerWeek;
    result.productiveHours[week] = result.contactHours[week]! * this.#shrinkage.productive[week]!;
  }

  /** The week's leavers go, from training and from contacts. */
  leave(week: number, occupancy: number | null): void {
    const { result, team } = this;
    const middle = this.grid.startDay + week * 7 + HALF_WEEK;
    const planned = team.byWeek?.attritionPerYear?.[week] ?? team.attritionPerYear;
    const response = team.attritionResponse ? responseFactor(team.attritionResponse, occupancy) : 1;
    const rate = planned * response;
    const steps = team.attritionByTenure;
    const usual = weeklySurvival(rate);
    let gone = 0;
    let hazard = 0;
    let total = 0;
    for (const cohort of this.#cohorts) {
      const factor = steps ? tenureFactor(steps, (middle - cohort.joinedDay) / DAYS_PER_MONTH) : 1;
      const staying = factor === 1 ? usual : weeklySurvival(rate * factor);
      total += cohort.heads;
      hazard += cohort.heads * rate * factor;
      gone += cohort.heads * (1 - staying);
      cohort.heads *= staying;
    }
    let dropped = 0;
    for (const group of this.#trainees) {
      dropped += group.heads * (1 - group.staying);
      group.heads *= group.staying;
    }
    result.attritionPerYear[week] = total > 0 ? hazard / total : rate;
    result.trainingLeavers[week] = dropped;
    result.leavers[week] = gone + dropped;
    result.endHeads[week] = sumHeads(this.#cohorts) + sumHeads(this.#trainees);
  }

  /** Puts a class into training in the given week; heads as many as are left by then. */
  #train(one: HiringClass, week: number): void {
    const nesting = (this.team.onboarding?.nestingWeeks ?? 0) * 7;
    this.#trainees.push({
      heads: one.heads / one.staying ** (one.contactWeek - week),
      dueWeek: one.contactWeek,
      staying: one.staying,
      joinedDay: one.contactDay - (one.contactWeek - one.trainingWeek) * 7,
      contactDay: one.contactDay,
      nestingUntil: one.contactDay + nesting,
      isHire: true,
    });
  }

  /** Heads on leave in a week, no more than there are, and those of them without pay. */
  #onLeave(week: number, there: number): { readonly heads: number; readonly unpaid: number } {
    const { leaves } = this.team;
    if (!leaves) return { heads: 0, unpaid: 0 };
    let heads = 0;
    let unpaid = 0;
    for (const leave of leaves) {
      const first = Math.floor((dayNumber(leave.date) - this.grid.startDay) / 7);
      if (week < first || week >= first + leave.weeks) continue;
      heads += leave.heads;
      if (!leave.paid) unpaid += leave.heads;
    }
    const part = heads > there ? there / heads : 1;
    return { heads: heads * part, unpaid: unpaid * part };
  }
}

const sumHeads = (groups: readonly { readonly heads: number }[]): number => {
  let sum = 0;
  for (const group of groups) sum += group.heads;
  return sum;
};
