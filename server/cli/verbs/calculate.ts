import {
  answerCalculation,
  CALCULATIONS,
  type Calculation,
  type CalculationAnswer,
  readCsvTable,
  rowsByColumn,
  STAFF_TABLE,
  staffTable,
  staffTableColumns,
  staffTableRows,
} from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { readInput } from '../input';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { CHANNEL_OPTIONS, CHANNELS, calculateChannel } from '../queue-options';
import { UsageFault } from '../usage-fault';
import { type Call, Exit, type ExitStatus, type Verb, type VerbOption } from '../verb';

const TABLE = STAFF_TABLE as unknown as Calculation;
const NAMES = [...CHANNELS, ...CALCULATIONS.map(({ name }) => name), TABLE.name];

const ABOUT = `Answers what the Calculator screen does, to the digit. The first argument says what is asked:

  voice, chat, email   one queue in one interval: agents, service level, waits, the curve around the answer
${CALCULATIONS.map(({ name, title, table }) => {
  const columns = table ? `\n${' '.repeat(23)}TABLE.csv: ${table.columns.map((column) => column.name).join(', ')}` : '';
  return `  ${name.padEnd(19)}  ${title.toLowerCase()}${columns}`;
}).join('\n')}
  ${TABLE.name.padEnd(19)}  ${TABLE.title.toLowerCase()} of contacts by interval
                       TABLE.csv: a column of times and one a stream, or series,timestamp,value as \`forecast\` writes

TABLE.csv has a header with these columns, in any order; without a file the example of the screen is answered. Shares are
written as shares: 0.8 for 80 %; options left out have the values of the screen's example,
but voice, chat and email want contacts, interval, handle time and target. JSON has everything; CSV has the main table, or the one that --table names; of a whole table, agents by interval.`;

export const calculate: Verb = {
  usage: `calculate ${NAMES[0]}|${NAMES[1]}|... [TABLE.csv]`,
  about: ABOUT,
  options: {
    ...optionsOfAll(),
    'service-level': {
      type: 'string',
      value: 'NAME',
      help: 'how service level is counted, as in `erlang` (voice, chat)',
    },
    streams: {
      type: 'string',
      value: 'FILE.csv',
      help: `settings of single streams (table): ${TABLE.table!.columns.map(({ name }) => name).join(', ')}`,
    },
    table: { type: 'string', value: 'NAME', help: 'which table to write as CSV; `figures` has the figures alone' },
    ...formOptions('json'),
  },
  files: [0, 2],
  fileAt: 1,
  async run(call) {
    const [name = ''] = call.files;
    const channel = CHANNELS.find((one) => one === name);
    if (channel) return calculateChannel(channel, call);
    if (name === TABLE.name) return calculateTable(call);
    const calculation = CALCULATIONS.find((one) => one.name === name);
    if (!calculation) {
      const found = name === '' ? 'Which calculation is meant' : `"${name}" is no calculation`;
      throw new UsageFault(`${found}; there are ${NAMES.join(', ')}.`);
    }
    return calculateNamed(calculation, call);
  },
};

async function calculateNamed(calculation: Calculation, { files, values, around, control }: Call): Promise<ExitStatus> {
  const options = new OptionReader(values);
  const form = formOf(options, 'json');
  const fields = fieldsOf(calculation, options, []);
  const wanted = options.text('table');
  options.finish();
  const file = files[1];
  if (file !== undefined && calculation.table === null) {
    throw new UsageFault(`ballast calculate ${calculation.name}: takes no file.`);
  }
  const rows = file === undefined ? {} : await tableOf(calculation, file, around);
  const answer = answerCalculation(calculation.name, { fields, ...rows }, control);
  control.clear();
  if (form === 'json') await writeJson(around, answer);
  else {
    const table = tableNamed(answer, wanted);
    await writeCsv(around, table.columns, table.rows);
  }
  return ended(answer, around);
}

/** A whole table: agents by interval as CSV, everything but those as JSON. */
async function calculateTable({ files, values, around, control }: Call): Promise<ExitStatus> {
  const options = new OptionReader(values);
  const form = formOf(options, 'csv');
  const fields = fieldsOf(TABLE, options, ['streams']);
  const [wanted, streams] = [options.text('table'), options.text('streams')];
  options.finish();
  const file = files[1];
  if (file === undefined)
    throw new UsageFault('ballast calculate table: a file of contacts is needed, or - for standard input.');
  const { bytes } = await readInput(file, around);
  const own = streams === undefined ? {} : await tableOf(TABLE, streams, around);
  const done = staffTable(bytes, { fields, ...own }, control);
  control.clear();
  if (form === 'json') await writeJson(around, done.answer);
  else if (wanted === undefined) await writeCsv(around, staffTableColumns(done), staffTableRows(done));
  else {
    const table = tableNamed(done.answer, wanted);
    await writeCsv(around, table.columns, table.rows);
  }
  return ended(done.answer, around);
}

function ended({ provenance, unsolved }: CalculationAnswer, around: Call['around']): ExitStatus {
  for (const warning of provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
  if (unsolved) around.stderr.write(`No solution: ${unsolved.reason}\n`);
  return unsolved ? Exit.noSolution : Exit.done;
}

/** The options of a calculation as its fields; those of others are refused. */
function fieldsOf(calculation: Calculation, options: OptionReader, more: readonly string[]) {
  const known = [...Object.values(calculation.fields), ...Object.values(calculation.choices)].map(
    ({ option }) => option,
  );
  options.only(`calculate ${calculation.name}`, [...known, ...more, 'table', 'json', 'csv']);
  const fields: Record<string, number | string | undefined> = {};
  for (const [name, { option, min, max, above, whole }] of Object.entries(calculation.fields)) {
    fields[name] = options.number(option, { ...(above ? { above: min } : { min }), max, whole: whole === true });
  }
  for (const [name, { option, choices }] of Object.entries(calculation.choices)) {
    const words = choices.map(({ value }) => value);
    fields[name] = options.choice(option, words);
  }
  return fields;
}

async function tableOf(calculation: Calculation, file: string, around: Call['around']) {
  const { bytes } = await readInput(file, around);
  const { columns, rows, lineNumbers } = readCsvTable(bytes, { hasHeader: true, leastColumns: 1 });
  const found = rowsByColumn(calculation.table!, columns, rows);
  for (const column of found.unused) around.stderr.write(`Note: column ${column} is not used.\n`);
  return { rows: found.rows, lineNumbers: Array.from(lineNumbers) };
}

function tableNamed(
  { figures, tables }: ReturnType<typeof answerCalculation>,
  name: string | undefined,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const all = {
    columns: ['figure', 'value', 'unit'],
    rows: figures.map((figure) => [figure.name, figure.value, figure.unit === '%' ? 'share' : figure.unit]),
  };
  if (name === 'figures' || (name === undefined && tables.length === 0)) return all;
  const found = name === undefined ? tables[0] : tables.find((table) => table.name === name);
  if (!found) {
    throw new UsageFault(
      `There is no table "${name}"; there are ${['figures', ...tables.map((table) => table.name)].join(', ')}.`,
    );
  }
  return { columns: found.columns.map((column) => column.name), rows: found.rows };
}

/** The options of every calculation and channel, each with those that take it. */
function optionsOfAll(): Record<string, VerbOption> {
  const takers = new Map<string, { help: string; value: string; by: string[] }>();
  const add = (option: string, help: string, value: string, by: string) => {
    const known = takers.get(option);
    if (known) known.by.push(by);
    else takers.set(option, { help, value, by: [by] });
  };
  for (const { option, help, value, channels } of CHANNEL_OPTIONS) {
    for (const channel of channels) add(option, help, value, channel);
  }
  for (const { name, fields, choices } of [...CALCULATIONS, TABLE]) {
    for (const { option, label, unit, group } of Object.values(fields)) {
      const value =
        unit === '%' ? 'SHARE' : unit === 's' ? 'SECONDS' : unit === 'min' ? 'MINUTES' : unit === 'h' ? 'HOURS' : 'N';
      add(option, `${group === undefined ? '' : `${group.split(':')[0]}: `}${label.toLowerCase()}`, value, name);
    }
    for (const { option, label, choices: words } of Object.values(choices)) {
      add(
        option,
        `${label.toLowerCase()}: ${words.map((word) => word.label).join(', or ')}`,
        words.map((word) => word.value).join('|'),
        name,
      );
    }
  }
  return Object.fromEntries(
    [...takers].map(([option, { help, value, by }]): [string, VerbOption] => [
      option,
      { type: 'string', value, help: `${help} (${by.join(', ')})` },
    ]),
  );
}
