import { answerErlangCases, type ErlangCasesAnswer, readCsvTable } from '../../../engine/answers';
import { formOf, formOptions } from '../form';
import { readInput } from '../input';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { Exit, type Verb } from '../verb';

const ABOUT = `Answers queue cases, a row each. Columns: model (B, C, A or MMnK), arrivals_per_hour, handle_time_s, agents,
patience_s (A), target_s, capacity (MMnK: places in service and waiting). The same rows come back with wait_probability,
service_level (answered within target over offered, unless --service-level says otherwise), asa_s (over answered),
mean_wait_s (over all), abandonment, blocking, occupancy, offered_erlangs and queue_length. A wait without bound is
Infinity. Rows A and C may have handle_time_cv, rows A patience_cv: the standard deviation over the mean (1, the usual, is
exponential); other handle times are an approximation. Other columns are passed through.

A row with an empty agents cell and a service_level_target (and, if given, max_occupancy, max_abandonment, max_asa_s,
max_blocking, max_agents) is solved: agents is the smallest number that meets all of them. Where none does, the results
of that row are empty, the limit that forbids it is named on standard error, and the exit status is 3.`;

export const erlang: Verb = {
  usage: 'erlang CASES.csv',
  about: ABOUT,
  options: {
    'service-level': {
      type: 'string',
      value: 'NAME',
      help: `answeredOverOffered (the usual), answeredOverAnswered,
answeredOrAbandonedOverOffered, answeredOverOfferedLessAbandoned or
answeredOrShortAbandonedOverOffered`,
    },
    'short-abandon': { type: 'string', value: 'SECONDS', help: 'threshold of the last of these (5 without it)' },
    quantiles: {
      type: 'string',
      value: 'SHARE,SHARE',
      help: 'adds the wait that these shares of contacts do not exceed,\nsuch as 0.5,0.9 for wait_p50_s and wait_p90_s',
    },
    ...formOptions('csv'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'csv');
    const serviceLevelDefinition = options.text('service-level');
    const shortAbandonSeconds = options.number('short-abandon', { min: 0, max: 1e9 });
    const waitQuantiles = options.numbers('quantiles', { min: 0, max: 1 - 1e-9 });
    options.finish();
    const { bytes } = await readInput(files[0] ?? '-', around);
    const { columns, rows, lineNumbers } = readCsvTable(bytes, { hasHeader: true });
    const answer = answerErlangCases(
      columns,
      rows,
      { serviceLevelDefinition, shortAbandonSeconds, waitQuantiles, lineNumbers: Array.from(lineNumbers) },
      control,
    );
    if (form === 'csv') await writeCsv(around, answer.columns, answer.rows);
    else
      await writeJson(around, { cases: asObjects(answer), unsolved: answer.unsolved, provenance: answer.provenance });
    for (const { line, reason } of answer.unsolved) around.stderr.write(`row ${line}: no solution: ${reason}\n`);
    return answer.unsolved.length > 0 ? Exit.noSolution : Exit.done;
  },
};

/** Rows by column name; what is written like a number is one, and an empty cell is null. */
function asObjects({ columns, rows }: ErlangCasesAnswer) {
  return rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [columns[at] ?? '', asValue(cell)])));
}

function asValue(cell: string): string | number | null {
  if (cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) && String(number) === cell ? number : cell;
}
