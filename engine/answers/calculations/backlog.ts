import { type Backlog, deferrableBacklog, requiredForBacklog } from '../../queueing';
import { provenance } from '../provenance';
import { computedInput, defineCalculation, explainedFigure, numberWords, percentWords } from './build-answer';

const METHOD = 'Fluid backlog by age, first in first out; agents by halving, on the side that keeps the promise';

const weekOfCases = [320, 280, 260, 250, 240, 90, 60];

/** Work that can wait: agents for a promise in hours, and backlog and age through the weeks. */
export const backlog = defineCalculation({
  name: 'backlog',
  title: 'Work that can wait',
  about:
    'Email, back office and cases with a promise in hours: agents that keep it, and how backlog and its age run through the weeks.',
  fields: {
    intervalMinutes: { option: 'interval', label: 'Interval', unit: 'min', usual: 1440, min: 1, max: 1440 },
    handleTimeSeconds: {
      option: 'handle-time',
      label: 'Mean handle time',
      unit: 's',
      usual: 540,
      min: 0,
      max: 1e8,
      above: true,
    },
    hoursToComplete: { option: 'hours', label: 'Finished within', unit: 'h', usual: 72, min: 0, max: 1e5, above: true },
    share: { option: 'target', label: 'Share in time', unit: '%', usual: 0.95, min: 0, max: 1, above: true },
    agents: {
      option: 'agents',
      label: 'Agents at hand',
      unit: 'agents',
      usual: null,
      min: 0,
      max: 1e7,
      empty: 'find them',
    },
    maxOccupancy: {
      option: 'occupancy',
      label: 'Largest occupancy',
      unit: '%',
      usual: 0.9,
      min: 0,
      max: 1,
      above: true,
    },
    onHand: { option: 'on-hand', label: 'On hand at the start', unit: 'contacts', usual: 0, min: 0, max: 1e9 },
    onHandAge: { option: 'on-hand-age', label: 'Age of what is on hand', unit: 'h', usual: 0, min: 0, max: 1e6 },
  },
  choices: {
    clock: {
      option: 'clock',
      label: 'Promised hours run',
      choices: [
        { value: 'always', label: 'day and night' },
        { value: 'open', label: 'in open hours only' },
      ],
    },
  },
  table: {
    row: 'interval',
    about: 'Pieces that arrive, and the share of the interval in which agents work on them (empty: all of it).',
    least: 1,
    most: 40_000,
    columns: [
      { name: 'contacts', label: 'Contacts', unit: 'contacts', min: 0, max: 1e9 },
      { name: 'open_share', label: 'Open', unit: '%', min: 0, max: 1, empty: 'all of it' },
    ],
    usual: Array.from({ length: 28 }, (_, day) => [
      weekOfCases[day % 7]! + (day >= 7 && day < 11 ? 150 : 0),
      day % 7 < 5 ? 0.4 : 0,
    ]),
  },
  answer(question) {
    const { values, words, rows } = question;
    const work = {
      contacts: rows.map(({ contacts }) => Number(contacts)),
      intervalMinutes: values.intervalMinutes,
      handleTimeSeconds: values.handleTimeSeconds,
      hoursToComplete: values.hoursToComplete,
      open: rows.map(({ open_share: open }) => (open === null ? 1 : Number(open))),
      openHoursOnly: words.clock === 'open',
      onHand: values.onHand > 0 ? [{ ageHours: values.onHandAge, contacts: values.onHand }] : [],
      maxOccupancy: values.maxOccupancy,
    };
    const found = values.agents === null ? requiredForBacklog(work, values.share) : null;
    if (found && !found.solved) {
      return {
        headline: found.reason,
        unsolved: { limit: 'hours', reason: found.reason },
        figures: [],
        tables: [],
        charts: [],
        provenance: provenance(METHOD),
      };
    }
    const agents = found?.agents ?? values.agents!;
    const run = found?.backlog ?? deferrableBacklog(work, agents);
    const hours = values.intervalMinutes / 60;
    const { inputs } = question;
    const staffed = [
      ...inputs,
      computedInput('agents', agents, 'agents', found ? 'least that keep the promise' : 'your input'),
    ];
    const most = largest(run.open);
    const oldest = largest(run.oldestHours);
    const at = rows.map((_, t) => ((t + 1) * hours) / 24);
    return {
      headline: `${numberWords(agents)} agents in open hours finish ${percentWords(run.shareInTime)} within ${numberWords(values.hoursToComplete)} hours; the backlog rises to ${numberWords(most)}, the oldest piece to ${numberWords(oldest)} hours.`,
      unsolved: null,
      figures: [
        explainedFigure(
          'agents',
          'Agents',
          agents,
          'agents',
          found ? 'the least, the same in all open hours' : 'as given',
          {
            formula: 'least agents for which the share finished within its hours is the one promised',
            method: METHOD,
            inputs,
          },
        ),
        explainedFigure(
          'share_in_time',
          'Finished in time',
          run.shareInTime,
          '%',
          `of ${numberWords(run.due)} whose hours were over by the end`,
          {
            formula: 'pieces finished within their hours ÷ pieces whose hours were over by the end',
            method: METHOD,
            inputs: staffed,
          },
        ),
        explainedFigure('largest_backlog', 'Largest backlog', most, 'contacts', 'at the end of an interval', {
          formula: 'backlog′ = backlog + arrived - agents × occupancy × open time ÷ handle time, at least 0',
          method: METHOD,
          inputs: staffed,
        }),
        explainedFigure('oldest_hours', 'Oldest piece', oldest, 'h', 'age at the end of an interval', {
          formula: 'time since the arrival of the first piece that is not finished',
          method: METHOD,
          inputs: staffed,
        }),
        explainedFigure(
          'agent_hours',
          'Agent hours',
          run.agentHours,
          'h',
          `over ${numberWords((rows.length * hours) / 24)} days`,
          {
            formula:
              'agents × intervals that are open at all × interval × open share is worked; paid for the whole interval',
            method: METHOD,
            inputs: staffed,
          },
        ),
      ],
      tables: [
        {
          name: 'intervals',
          title: 'Backlog and age by interval',
          about: 'At the end of each interval.',
          columns: [
            { name: 'interval', label: 'Interval', unit: '' },
            { name: 'contacts', label: 'Arrived', unit: 'contacts' },
            { name: 'open', label: 'Backlog', unit: 'contacts' },
            { name: 'oldest_hours', label: 'Oldest', unit: 'h' },
            { name: 'overdue', label: 'Overdue', unit: 'contacts' },
          ],
          rows: rows.map(({ contacts = null }, t) => [
            t + 1,
            contacts,
            run.open[t]!,
            run.oldestHours[t]!,
            run.overdue[t]!,
          ]),
        },
      ],
      charts: [
        {
          name: 'backlog',
          title: 'Backlog',
          about: 'Pieces open, and those of them past their hours.',
          x: { label: 'Days from the start', unit: '', values: at },
          y: { label: 'Contacts', unit: 'contacts' },
          series: [
            { label: 'Open', values: Array.from(run.open) },
            { label: 'Overdue', values: Array.from(run.overdue) },
          ],
        },
        {
          name: 'age',
          title: 'Age of the oldest piece',
          about: 'Hours since it arrived, nights and weekends included.',
          x: { label: 'Days from the start', unit: '', values: at },
          y: { label: 'Hours', unit: 'h' },
          series: [{ label: 'Oldest', values: Array.from(run.oldestHours) }],
          limits: [{ label: `promised ${numberWords(values.hoursToComplete)} h`, value: values.hoursToComplete }],
        },
      ],
      provenance: provenance(METHOD, {
        warnings: dueWarnings(run, values.hoursToComplete, hours, words.clock === 'open'),
      }),
    };
  },
});

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function dueWarnings(run: Backlog, promised: number, hours: number, openOnly: boolean): string[] {
  const warnings = [];
  if (run.due === 0) warnings.push('Nothing falls due before the table ends, so the share in time says nothing.');
  if (openOnly) warnings.push('The age counts all hours, the promise only open ones.');
  if (hours > promised / 2)
    warnings.push(
      'The interval is long beside the promise: pieces count from the start of theirs, so shorter intervals judge more finely.',
    );
  return warnings;
}
