import { dateOfDay, dayNumber } from '../../calendar';
import { planHeads, planQueues, teamOrigins } from '../../footprint';
import { languageWord, type Plan, planHash, type Team } from '../../plan';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import type { HeadProjection } from '../../workforce';
import { headcountGround, teamColumns } from '../headcount';
import { type Provenance, provenance } from '../provenance';
import { FTE_HOURS_PER_WEEK } from '../team-costs';

export interface SkillOptions {
  /** Demand that is not exceeded with this probability, 50 to 99; the forecast itself when not given. */
  readonly percentile?: number | undefined;
}

/** A skill in a month: means over its weeks, and flows over all of them. */
export interface SkillMonth {
  /** Such as `2027-05`. */
  readonly month: string;
  /** Full-speed hours a week over 40 that its contacts need and get; what is over less below 0 is short. */
  readonly requiredFte: number;
  readonly availableFte: number;
  readonly gapFte: number;
  /** Heads on contacts who have the skill, and heads in training for teams that have it. */
  readonly heads: number;
  readonly inTraining: number;
  /** Who comes by hiring, and from and to teams without it; who leaves the company or contact work. */
  readonly hired: number;
  readonly movedIn: number;
  readonly movedOut: number;
  readonly left: number;
}

/** A skill in a language, month by month. */
export interface SkillRow {
  readonly id: string;
  readonly skill: string;
  readonly language: string;
  readonly name: string;
  readonly teams: readonly string[];
  readonly months: readonly SkillMonth[];
}

export interface SkillAnswer {
  readonly months: readonly string[];
  /** The widest gap first. */
  readonly skills: readonly SkillRow[];
  readonly sentence: string;
  readonly provenance: Provenance;
}

/**
 * Work and people by skill and month: where a skill will be short, and who is on the way to it.
 *
 * Use for training and transfer plans; a skill is what a stream asks for, in its language. Hours are those of the headcount,
 * divided over queues until cover is as even as skills allow. People with several skills are heads of each of them; their
 * hours count where they go. A week belongs to the month of its first day.
 *
 * Units: FTE of 40 hours at full speed, heads. Errors: `InputFault` for a percentile out of range. Cost: that of the headcount.
 */
export function skillPipeline(plan: Plan, options: SkillOptions = {}, control?: RunControl): SkillAnswer {
  const { percentile = null } = options;
  if (percentile !== null && !(percentile >= 50 && percentile <= 99)) {
    throw new InputFault([issue('skills.percentile', 'percentile', percentile, '50 to 99')]);
  }
  checkpoint(control, 0, 'requirement by week');
  const ground = headcountGround(plan, percentile);
  const { grid } = ground;
  const queues = planQueues(plan);
  checkpoint(control, 0.5, 'people by week');
  const people = planHeads(plan, grid, queues, ground.arrivals);
  const { queues: hours } = teamColumns(plan, ground, teamOrigins(plan), people);
  const monthOf = Array.from({ length: grid.weeks }, (_, week) => dateOfDay(grid.startDay + week * 7).slice(0, 7));
  const months = [...new Set(monthOf)];
  const moved = movedHeads(plan, people, grid);
  const skills = skillsOf(plan).map(({ id, skill, language }): SkillRow => {
    const has = plan.teams.map((team) => hasSkill(team, skill, language));
    const own = queues.flatMap((queue, at) => {
      const stream = plan.streams[queue.stream]!;
      return stream.skill === skill && stream.language === language ? [at] : [];
    });
    const over = (of: (week: number) => number, month: string) => {
      const weeks = monthOf.flatMap((one, week) => (one === month ? [week] : []));
      return { sum: weeks.reduce((total, week) => total + of(week), 0), weeks: weeks.length };
    };
    const mean = (of: (week: number) => number, month: string) => {
      const { sum, weeks } = over(of, month);
      return sum / weeks;
    };
    const ofTeams = (figure: 'heads' | 'trainees' | 'hires' | 'leavers' | 'promoted') => (week: number) =>
      people.reduce((total, one, at) => total + (has[at] ? one[figure][week]! : 0), 0);
    const ofQueues = (figure: 'need' | 'given') => (week: number) =>
      own.reduce((total, at) => total + hours[at]![figure][week]!, 0) / FTE_HOURS_PER_WEEK;
    const across = (into: boolean) => (week: number) =>
      moved.reduce((total, move) => {
        const crosses = into ? !has[move.from] && has[move.to] : has[move.from] && !has[move.to];
        return total + (crosses && move.week === week ? move.heads : 0);
      }, 0);
    return {
      id,
      skill,
      language,
      name: `${skill}, ${languageWord(language)}`,
      teams: plan.teams.flatMap((team, at) => (has[at] ? [team.id] : [])),
      months: months.map((month): SkillMonth => {
        const requiredFte = mean(ofQueues('need'), month);
        const availableFte = mean(ofQueues('given'), month);
        return {
          month,
          requiredFte,
          availableFte,
          gapFte: availableFte - requiredFte,
          heads: mean(ofTeams('heads'), month),
          inTraining: mean(ofTeams('trainees'), month),
          hired: over(ofTeams('hires'), month).sum,
          movedIn: over(across(true), month).sum,
          movedOut: over(across(false), month).sum,
          left: over(ofTeams('leavers'), month).sum + over(ofTeams('promoted'), month).sum,
        };
      }),
    };
  });
  const widest = (row: SkillRow) => Math.min(...row.months.map(({ gapFte }) => gapFte));
  skills.sort((a, b) => widest(a) - widest(b));
  return {
    months,
    skills,
    sentence: sentenceOf(skills),
    provenance: provenance('hours of the headcount by queue, added up by skill, language and month', {
      planHash: planHash(plan),
    }),
  };
}

/** What streams ask for, in the plan's order. */
function skillsOf(plan: Plan) {
  const found = new Map<string, { readonly id: string; readonly skill: string; readonly language: string }>();
  for (const { skill, language } of plan.streams) {
    const id = `${skill}/${language}`;
    if (!found.has(id)) found.set(id, { id, skill, language });
  }
  return [...found.values()];
}

const hasSkill = (team: Team, skill: string, language: string) =>
  team.languages.includes(language) && team.skills.some((entry) => entry.skill === skill);

/** Transfers with the heads that really moved: where fewer were there than planned, each has its part of them. */
function movedHeads(
  plan: Plan,
  people: readonly HeadProjection[],
  grid: { readonly startDay: number; readonly weeks: number },
) {
  const indexOf = new Map(plan.teams.map((team, at) => [team.id, at]));
  const moves = (plan.transfers ?? []).map(({ from, to, date, heads }) => ({
    from: indexOf.get(from)!,
    to: to === undefined ? -1 : indexOf.get(to)!,
    week: Math.floor((dayNumber(date) - grid.startDay) / 7),
    heads,
  }));
  return moves
    .filter(({ week, to }) => to >= 0 && week >= 0 && week < grid.weeks)
    .map((move) => {
      const planned = moves
        .filter(({ from, week }) => from === move.from && week === move.week)
        .reduce((sum, { heads }) => sum + heads, 0);
      const { transfersOut, promoted } = people[move.from]!;
      const gone = transfersOut[move.week]! + promoted[move.week]!;
      return { ...move, heads: planned > 0 ? (move.heads * gone) / planned : 0 };
    });
}

const WORTH_SAYING = 0.5;

function sentenceOf(skills: readonly SkillRow[]): string {
  const [first] = skills;
  const worst = first?.months.reduce((low, month) => (month.gapFte < low.gapFte ? month : low));
  if (!first || !worst || worst.gapFte > -WORTH_SAYING) return 'No skill is short in any month.';
  const coming =
    worst.inTraining >= 0.5 ? `; ${worst.inTraining.toFixed(0)} heads are in training for its teams then` : '';
  return `${first.name} is shortest: ${(-worst.gapFte).toFixed(1)} FTE at full speed in the mean week of ${worst.month}${coming}.`;
}
