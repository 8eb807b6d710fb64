import { readCsvTable } from '../../demand';
import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import { provenance } from '../provenance';
import { type StaffedYear, staffYear, type YearStream } from '../staff-year';
import { explainedFigure, numberWords, orNull } from './build-answer';
import type { Calculation, CalculationAnswer, CalculationInput, CalculationQuestion } from './calculation';
import { type ContactsTable, readContacts } from './read-contacts';
import { readQuestion } from './read-question';
import { ANSWERED_WITHIN, HANDLE_TIME, PATIENCE_OR_NONE, SERVICE_LEVEL } from './usual-fields';

const METHOD =
  'Erlang A (Erlang C without patience) solved in every interval, fractional agents; nothing is rounded before it is added up';

/** What a whole table of contacts takes besides its file; streams named in its table have settings of their own. */
export const STAFF_TABLE = {
  name: 'table',
  title: 'A whole table',
  about:
    'A file of contacts by interval, many streams and up to years of them: agents for every interval, paid hours, and the days that are hardest.',
  fields: {
    handleTimeSeconds: HANDLE_TIME,
    patienceSeconds: PATIENCE_OR_NONE,
    serviceLevel: SERVICE_LEVEL,
    targetSeconds: ANSWERED_WITHIN,
    maxOccupancy: {
      option: 'occupancy',
      label: 'Largest occupancy',
      unit: '%',
      usual: 0.88,
      min: 0,
      max: 1,
      above: true,
      empty: 'no cap',
    },
    shrinkage: { option: 'shrinkage', label: 'Shrinkage', unit: '%', usual: 0.3, min: 0, max: 0.95 },
    intervalMinutes: {
      option: 'interval',
      label: 'Interval',
      unit: 'min',
      usual: null,
      min: 1,
      max: 1440,
      empty: 'from the file',
    },
  },
  choices: {},
  table: {
    row: 'stream',
    about: 'Streams of the file that differ from the settings below, one a row; what is left empty is as below.',
    least: 0,
    most: 2000,
    columns: [
      { name: 'stream', label: 'Stream', unit: '', text: true, min: 0, max: 0 },
      { name: 'handle_time_s', label: 'Handle time', unit: 's', min: 0, max: 1e7, above: true, empty: 'as below' },
      { name: 'patience_s', label: 'Patience', unit: 's', min: 0, max: 1e9, empty: 'as below' },
      { name: 'service_level_target', label: 'Service level', unit: '%', min: 0, max: 0.9999, empty: 'as below' },
      { name: 'target_s', label: 'Within', unit: 's', min: 0, max: 1e7, empty: 'as below' },
      { name: 'max_occupancy', label: 'Largest occupancy', unit: '%', min: 0, max: 1, above: true, empty: 'as below' },
      { name: 'shrinkage', label: 'Shrinkage', unit: '%', min: 0, max: 0.95, empty: 'as below' },
    ],
    usual: [],
  },
} as const satisfies Omit<Calculation, 'answer'>;

/** The answer, and the agents of every interval behind it. */
export interface StaffTableAnswer {
  readonly answer: CalculationAnswer;
  readonly table: ContactsTable;
  readonly year: StaffedYear;
}

/**
 * Agents for every interval of a file of contacts: many streams, up to years of intervals.
 *
 * Use for budgets where there is no plan yet; a plan goes through `staffIntervals`. The file has a column of times and one a
 * stream, or is a long table `stream,timestamp,contacts`, such as `ballast forecast` writes (its `mean` is taken).
 * Formula and source: see `staffYear`. Units: contacts an interval; seconds; shares. Valid: every stream has the same intervals; a
 * time that a long table leaves out has no contacts. Cost: 2.1 million quarter-hours of 60 streams, some 5 s.
 *
 * @example staffTable('time,voice\n2027-01-04T09:00,40\n2027-01-04T09:30,55', { fields: { handleTimeSeconds: 240 } }).answer.headline
 */
export function staffTable(
  file: string | Uint8Array,
  input: CalculationInput = {},
  control?: RunControl,
): StaffTableAnswer {
  const question = readQuestion(STAFF_TABLE as unknown as Calculation, input) as CalculationQuestion<
    typeof STAFF_TABLE.fields
  >;
  checkpoint(control, 0, 'Reading the file');
  const table = readContacts(readCsvTable(file, { hasHeader: true }), question.values.intervalMinutes);
  checkpoint(control, 0.2, 'Reading the file');
  const year = staffYear(streamsOf(table, question), table.intervalMinutes, partOf(control, 0.2, 0.95));
  return { answer: answerOf(table, year, question), table, year };
}

function streamsOf(
  table: ContactsTable,
  { values, rows }: CalculationQuestion<typeof STAFF_TABLE.fields>,
): YearStream[] {
  const names = table.streams.map(({ name }) => name);
  const issues = rows.flatMap(({ stream }, at) => {
    if (!names.includes(String(stream))) {
      const some = names.slice(0, 8).join(', ');
      return [
        issue(
          'staff-table.stream',
          `row ${at + 1}, column stream`,
          stream,
          `a stream of the file: ${some}${names.length > 8 ? ', …' : ''}`,
        ),
      ];
    }
    const twice = rows.findIndex((row) => row.stream === stream) !== at;
    return twice ? [issue('staff-table.twice', `row ${at + 1}, column stream`, stream, 'each stream once')] : [];
  });
  if (issues.length > 0) throw new InputFault(issues);
  return table.streams.map(({ name, contacts }): YearStream => {
    const own = rows.find(({ stream }) => stream === name);
    const of = <Value>(column: string, usual: Value): number | Value => {
      const cell = own?.[column] ?? null;
      return cell === null ? usual : Number(cell);
    };
    return {
      name,
      contacts,
      handleTimeSeconds: of('handle_time_s', values.handleTimeSeconds),
      patienceSeconds: of('patience_s', values.patienceSeconds) ?? undefined,
      targets: {
        serviceLevel: of('service_level_target', values.serviceLevel),
        targetSeconds: of('target_s', values.targetSeconds),
        maxOccupancy: of('max_occupancy', values.maxOccupancy) ?? undefined,
      },
      shrinkage: of('shrinkage', values.shrinkage),
    };
  });
}

function answerOf(
  table: ContactsTable,
  year: StaffedYear,
  question: Pick<CalculationQuestion, 'inputs'>,
): CalculationAnswer {
  const { inputs } = question;
  const tree = (formula: string) => ({ formula, method: METHOD, inputs });
  const days = byDay(table, year);
  const hardest = days.reduce((worst, day, at) => (day.most > days[worst]!.most ? at : worst), 0);
  const contacts = table.streams.map(({ contacts: counts }) => counts.reduce((sum, count) => sum + count, 0));
  const unsolved = year.streams.find(({ agentHours }) => Number.isNaN(agentHours));
  const peak = year.agents.reduce((most, agents) => Math.max(most, agents), 0);
  return {
    headline: unsolved
      ? `No number of agents meets the targets of ${unsolved.name}.`
      : `${numberWords(year.paidHours)} paid hours for ${year.intervals.toLocaleString('en')} intervals of ${table.streams.length} ${table.streams.length === 1 ? 'stream' : 'streams'}; the hardest day is ${days[hardest]?.label ?? 'none'}, with ${numberWords(days[hardest]?.most ?? 0)} agents at once.`,
    unsolved: unsolved
      ? { limit: unsolved.name, reason: `No number of agents meets the targets of ${unsolved.name}.` }
      : null,
    figures: [
      explainedFigure(
        'agent_hours',
        'Agent hours',
        orNull(year.agentHours),
        'h',
        'on contacts or ready for them',
        tree('agents of every interval × its length, added up over intervals and streams'),
      ),
      explainedFigure(
        'paid_hours',
        'Paid hours',
        orNull(year.paidHours),
        'h',
        'agent hours over what shrinkage leaves',
        tree('agent hours ÷ (1 - shrinkage), stream by stream, added up'),
      ),
      explainedFigure(
        'peak_agents',
        'Most agents at once',
        orNull(peak),
        'agents',
        'all streams together, in fractions',
        tree('largest sum over streams in one interval'),
      ),
      explainedFigure(
        'contacts',
        'Contacts',
        contacts.reduce((sum, count) => sum + count, 0),
        'contacts',
        `${table.times.length.toLocaleString('en')} intervals of ${numberWords(table.intervalMinutes)} minutes`,
        tree('cells of the file, added up'),
      ),
    ],
    tables: [
      {
        name: 'streams',
        title: 'Stream by stream',
        about: 'Fractions are added up over all intervals; nothing is rounded before.',
        columns: [
          { name: 'stream', label: 'Stream', unit: '' },
          { name: 'contacts', label: 'Contacts', unit: 'contacts' },
          { name: 'agent_hours', label: 'Agent hours', unit: 'h' },
          { name: 'paid_hours', label: 'Paid hours', unit: 'h' },
          {
            name: 'peak_agents',
            label: 'Busiest interval',
            unit: 'agents',
            hint: 'Whole agents in the busiest interval',
          },
        ],
        rows: year.streams.map((one, at) => [
          one.name,
          contacts[at]!,
          orNull(one.agentHours),
          orNull(one.paidHours),
          one.peakAgents,
        ]),
      },
      {
        name: 'days',
        title: 'Day by day',
        about: 'All streams together.',
        columns: [
          { name: 'day', label: 'Day', unit: '' },
          { name: 'agent_hours', label: 'Agent hours', unit: 'h' },
          { name: 'most_agents', label: 'Most at once', unit: 'agents' },
        ],
        rows: days.map(({ label, hours, most }) => [label, orNull(hours), orNull(most)]),
        marked: days.length > 0 ? hardest : undefined,
      },
    ],
    charts: [
      {
        name: 'days',
        title: 'Agents by day',
        about: 'All streams together: most at once, and in the mean over the day.',
        x: { label: 'Days from the start', unit: '', values: days.map((_, at) => at + 1) },
        y: { label: 'Agents', unit: 'agents' },
        series: [
          { label: 'Most at once', values: days.map(({ most }) => orNull(most)) },
          {
            label: 'Mean',
            values: days.map(({ hours, intervals }) => orNull((hours * 60) / (intervals * table.intervalMinutes))),
          },
        ],
      },
    ],
    provenance: provenance(METHOD, { warnings: [...table.notes, ...year.provenance.warnings] }),
  };
}

interface Day {
  readonly label: string;
  hours: number;
  most: number;
  intervals: number;
}

/** By date where times have one, otherwise by as many intervals as make a day. */
function byDay({ times, intervalMinutes }: ContactsTable, { agents }: StaffedYear): Day[] {
  const days: Day[] = [];
  const perDay = Math.max(1, Math.round(1440 / intervalMinutes));
  times.forEach((time, at) => {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(time)?.[0] ?? `day ${Math.floor(at / perDay) + 1}`;
    let day = days.at(-1);
    if (day?.label !== date) {
      day = { label: date, hours: 0, most: 0, intervals: 0 };
      days.push(day);
    }
    day.hours += (agents[at]! * intervalMinutes) / 60;
    day.most = Math.max(day.most, agents[at]!);
    day.intervals += 1;
  });
  return days;
}

/** The columns of a staffed table by interval: time, each stream, all together. */
export function staffTableColumns({ table, year }: StaffTableAnswer): string[] {
  return [table.timeColumn, ...year.streams.map(({ name }) => name), 'all'];
}

/** Its rows, one at a time. */
export function* staffTableRows({ table, year }: StaffTableAnswer): Iterable<(string | number)[]> {
  for (let at = 0; at < table.times.length; at++) {
    yield [table.times[at]!, ...year.streams.map(({ agents }) => agents[at]!), year.agents[at]!];
  }
}
