import {
  HEADCOUNT_GROUPINGS,
  launchReadiness,
  planHeadcount,
  planHires,
  shiftCover,
  skillPipeline,
} from '../../../engine/answers';
import { WEEK_RULES } from '../../../engine/calendar';
import { highsSolver } from '../../../engine/stats';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';
import {
  CLASS_COLUMNS,
  COLUMNS,
  COVER_COLUMNS,
  classRows,
  coverRows,
  LAUNCH_COLUMNS,
  launchRows,
  rows,
  SKILL_COLUMNS,
  skillRows,
} from './plan-rows';

const ABOUT = `Headcount by week: people needed and people there, in heads and in FTE of 40 paid hours, with everybody who joins,
moves and leaves. A line for each team and week, or what --by adds up. Heads are fractional expectations; round once,
after adding up. Service by week (in JSON, and in the lines of --by total) comes from a run of the whole plan.
With --hire it is the hiring plan that costs least instead: a line for each class, with the day by which to decide; in JSON
also costs, the limits that hold it back by week, what four weeks of delay cost, and what is lost without a class.
With --skills it is work and people by skill and month, a line for each.
With --launches it is whether people are trained in time for what is launched, a line for each launch and team.
With --cover it is the hours that shifts take beyond the requirement of intervals, a line for each team, by cause.`;

export const plan: Verb = {
  usage: 'plan PLAN.json',
  about: ABOUT,
  options: {
    by: {
      type: 'string',
      value: 'NAME',
      help: `what a line adds up: ${HEADCOUNT_GROUPINGS.join(', ')} (team without it)`,
    },
    weeks: { type: 'string', value: 'RULE', help: `names of weeks: ${WEEK_RULES.join(', ')}; the plan's without it` },
    percentile: {
      type: 'string',
      value: 'P',
      help: 'demand as high as on the P-th of a hundred days, 50 to 99;\nthe forecast without it',
    },
    hire: { type: 'boolean', help: 'whom to hire when, in place of the headcount' },
    keep: { type: 'boolean', help: 'with --hire: keep all planned classes and add to them' },
    effort: {
      type: 'string',
      value: 'X',
      help: 'with --hire: how much work goes into the search, 0.1 to 50 (1 without it);\nthe same effort finds the same hires on every machine',
    },
    reasons: {
      type: 'string',
      value: 'N',
      help: 'with --hire: classes without which service is worked out (1 without it)',
    },
    cover: { type: 'boolean', help: 'what shifts take beyond the intervals, in place of the headcount' },
    week: { type: 'string', value: 'DATE', help: 'with --cover: a day of the week to cover; the busiest without it' },
    skills: { type: 'boolean', help: 'work and people by skill and month, in place of the headcount' },
    launches: { type: 'boolean', help: 'whether people are trained for what is launched, in place of the headcount' },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const by = options.choice('by', HEADCOUNT_GROUPINGS);
    const weeks = options.choice('weeks', WEEK_RULES);
    const percentile = options.number('percentile', { min: 50, max: 99 });
    const effort = options.number('effort', { min: 0.1, max: 50 });
    const reasons = options.number('reasons', { min: 0, max: 20, whole: true });
    const week = options.text('week');
    options.atMostOne('hire', 'cover', 'launches', 'skills');
    options.finish();
    const document = await readPlanFile(files[0], around);
    if (options.has('hire')) {
      const hired = { percentile, keepPlanned: options.has('keep'), effort, reasons };
      const best = planHires(document, hired, await highsSolver(), control);
      if (form === 'json') await writeJson(around, best);
      else await writeCsv(around, CLASS_COLUMNS, classRows(best));
      control.clear();
      for (const reason of best.reasons) around.stderr.write(`${reason.sentence}\n`);
      for (const warning of best.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
      return Exit.done;
    }
    if (options.has('cover')) {
      const cover = shiftCover(document, { week }, await highsSolver(), control);
      if (form === 'json') await writeJson(around, cover);
      else await writeCsv(around, COVER_COLUMNS, coverRows(cover));
      control.clear();
      for (const line of [cover.sentence, ...cover.provenance.warnings]) around.stderr.write(`${line}\n`);
      return Exit.done;
    }
    if (options.has('launches')) {
      const ready = launchReadiness(document, control);
      if (form === 'json') await writeJson(around, ready);
      else await writeCsv(around, LAUNCH_COLUMNS, launchRows(ready));
      control.clear();
      for (const { sentence } of ready.launches) around.stderr.write(`${sentence}\n`);
      return Exit.done;
    }
    if (options.has('skills')) {
      const skills = skillPipeline(document, { percentile }, control);
      if (form === 'json') await writeJson(around, skills);
      else await writeCsv(around, SKILL_COLUMNS, skillRows(skills));
      control.clear();
      around.stderr.write(`${skills.sentence}\n`);
      return Exit.done;
    }
    const service = form === 'json' || by === 'total';
    const answer = planHeadcount(document, { by, weeks, percentile, service }, control);
    if (form === 'json') await writeJson(around, answer);
    else await writeCsv(around, COLUMNS, rows(answer));
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};
