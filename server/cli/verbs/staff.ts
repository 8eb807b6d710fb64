import {
  type BacklogAnswer,
  type StaffAnswer,
  type StaffOptions,
  staffIntervals,
  trackBacklog,
} from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Requirement and cover by interval, stream and site. Agents are fractional and at full speed; times are in the
planner's zone. A line with an empty site is the stream as a whole; lines with a site give the cover from there. With
--weeks it is one line a week over the whole plan: agent hours, paid FTE needed and there, heads rounded once. With
--days-share targets hold on that share of days, given how much each stream's days vary around the forecast.`;

export const staff: Verb = {
  usage: 'staff PLAN.json',
  about: ABOUT,
  options: {
    from: { type: 'string', value: 'DATE', help: 'first day; the first of the plan without it' },
    days: { type: 'string', value: 'N', help: '1 to 35 days (7 without it)' },
    model: { type: 'string', value: 'A|C', help: 'Erlang A (with abandonment, the usual) or C (for comparison)' },
    'service-level': {
      type: 'string',
      value: 'NAME',
      help: `how service level is counted; answeredOverOffered
(the usual), or another name as in \`erlang\``,
    },
    'days-share': {
      type: 'string',
      value: 'SHARE',
      help: 'staff so that targets hold on this share of days, such as 0.8 or 0.95;\nwithout it for a day as forecast',
    },
    common: {
      type: 'string',
      value: 'SHARE',
      help: 'of the days’ variation that all streams have in common (1 without it)',
    },
    hold: {
      type: 'string',
      value: 'each|all',
      help: 'each stream on its own days (the usual), or all on the same days',
    },
    stream: { type: 'string', multiple: true, value: 'ID', help: 'only this stream; may be given again' },
    backlog: {
      type: 'boolean',
      help: 'in their place backlog and age of work that can wait,\nby stream and day over the whole plan',
    },
    weeks: { type: 'boolean', help: 'paid positions by week in place of intervals (in CSV)' },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const days = options.number('days', { min: 1, max: 35, whole: true });
    const model = options.choice('model', ['A', 'C']);
    const streams = options.texts('stream');
    const uncertainty = uncertaintyOf(options);
    options.notBoth('backlog', 'weeks');
    options.finish();
    const plan = await readPlanFile(files[0], around);
    if (options.has('backlog')) {
      const backlog = trackBacklog(plan, control);
      if (form === 'json') await writeJson(around, backlog);
      else await writeCsv(around, BACKLOG_COLUMNS, backlogRows(backlog));
      return Exit.done;
    }
    const answer = staffIntervals(
      plan,
      {
        from: options.text('from'),
        days,
        model: model === 'C' ? 'erlang-c' : 'erlang-a',
        // Checked by the answer, which names those allowed.
        definition: options.text('service-level') as StaffOptions['definition'],
        streams: streams.length > 0 ? streams : undefined,
        uncertainty,
      },
      control,
    );
    if (form === 'json') await writeJson(around, answer);
    else if (options.has('weeks')) await writeCsv(around, WEEK_COLUMNS, weekRows(answer));
    else await writeCsv(around, INTERVAL_COLUMNS, intervalRows(answer));
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    return Exit.done;
  },
};

function uncertaintyOf(options: OptionReader): StaffOptions['uncertainty'] {
  const shareOfDays = options.number('days-share', { min: 0, max: 0.9999 });
  const common = options.number('common', { min: 0, max: 1 });
  const hold = options.choice('hold', ['each', 'all']);
  if (shareOfDays !== undefined) return { shareOfDays, common, hold };
  options.onlyWith('common', 'days-share');
  options.onlyWith('hold', 'days-share');
  return undefined;
}

const INTERVAL_COLUMNS = [
  'stream',
  'site',
  'timestamp',
  'open_share',
  'contacts',
  'offered',
  'required_agents',
  'available_agents',
  'service_level',
  'occupancy',
];

function* intervalRows({ streams, intervals }: StaffAnswer): Iterable<Cell[]> {
  for (const stream of streams) {
    for (const [at, time] of intervals.entries()) {
      yield [
        stream.id,
        null,
        time,
        stream.open[at],
        stream.contacts[at],
        stream.offered[at],
        stream.requiredAgents[at],
        stream.availableAgents[at],
        stream.serviceLevel[at],
        stream.occupancy[at],
      ];
    }
    for (const { site, availableAgents } of stream.bySite) {
      for (const [at, time] of intervals.entries()) {
        yield [stream.id, site, time, null, null, null, null, availableAgents[at], null, null];
      }
    }
  }
}

const BACKLOG_COLUMNS = [
  'stream',
  'day',
  'arrived',
  'finished',
  'open',
  'oldest_hours',
  'overdue',
  'hours_to_complete',
];

function* backlogRows({ days, streams }: BacklogAnswer): Iterable<Cell[]> {
  for (const { id, arrived, finished, open, oldestHours, overdue, hoursToComplete } of streams) {
    for (const [at, day] of days.entries()) {
      yield [id, day, arrived[at], finished[at], open[at], oldestHours[at], overdue[at], hoursToComplete];
    }
  }
}

const WEEK_COLUMNS = [
  'week',
  'required_agent_hours',
  'available_agent_hours',
  'required_paid_fte',
  'available_paid_fte',
  'heads',
];

function* weekRows({ weeks }: StaffAnswer): Iterable<Cell[]> {
  for (const { label, requiredAgentHours, availableAgentHours, requiredPaidFte, availablePaidFte, heads } of weeks) {
    yield [label, requiredAgentHours, availableAgentHours, requiredPaidFte, availablePaidFte, heads];
  }
}
