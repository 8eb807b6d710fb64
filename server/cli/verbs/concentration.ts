import { DIMENSIONS, measureConcentration, scoreProviders, sweepOutages, sweepPairs } from '../../../engine/answers';
import {
  PAIR_COLUMNS,
  pairRows,
  SCORE_COLUMNS,
  SHARE_COLUMNS,
  SWEEP_COLUMNS,
  scoreRows,
  shareRows,
  sweepRows,
} from '../concentration-tables';
import { CONFIRM_COLUMNS, confirmRows, confirmWorst } from '../confirm-worst';
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Measures how concentrated a footprint is, looked through to owners, countries, metros and platforms: shares of
productive hours, effective numbers, cells with a single source, breached limits. With --sweep every node is taken out
for its recovery time (N-1), ranked by what is lost; with --pairs every two of those that hurt most (N-2); with --providers
each outsourcer's chance of default from the plan's evidence, and the hours at stake. --confirm simulates the worst outages
and pairs contact by contact and puts flow's figures beside. JSON has all of it; CSV has the shares, or the last of these
that is asked for.`;

export const concentration: Verb = {
  usage: 'concentration PLAN.json',
  about: ABOUT,
  options: {
    sweep: { type: 'boolean', help: 'take out every node in turn' },
    pairs: { type: 'boolean', help: 'take out every two of the nodes that lose most alone' },
    providers: { type: 'boolean', help: 'score outsourcers by the evidence in the plan' },
    most: { type: 'string', value: 'N', help: 'how many nodes are paired, 2 to 40 (10)' },
    confirm: { type: 'string', value: 'N', help: 'simulate the N worst of --sweep and of --pairs, 1 to 40' },
    replications: { type: 'string', value: 'N', help: 'runs of --confirm with other luck, 2 to 1000 (5)' },
    seed: { type: 'string', value: 'N', help: 'whole number behind the luck of --confirm (1)' },
    start: {
      type: 'string',
      value: 'DATE',
      help: 'first day of every outage; without it the busiest week\nthat leaves time for the longest recovery',
    },
    dimension: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: `which nodes are taken out: ${DIMENSIONS.join(', ')};\nmay be given again; all of them without it`,
    },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const dimensions = options.choices('dimension', DIMENSIONS);
    const startDate = options.text('start');
    const most = options.number('most', { min: 2, max: 40, whole: true });
    options.onlyWith('most', 'pairs');
    const count = options.number('confirm', { min: 1, max: 40, whole: true });
    const replications = options.number('replications', { min: 2, max: 1000, whole: true });
    const seed = options.number('seed', { whole: true });
    for (const name of ['replications', 'seed']) options.onlyWith(name, 'confirm');
    if (!options.has('sweep') && !options.has('pairs')) options.onlyWith('confirm', 'sweep');
    options.finish();
    const where = { startDate, ...(dimensions.length > 0 ? { dimensions } : {}) };
    const plan = await readPlanFile(files[0], around);
    const swept = options.has('sweep') ? sweepOutages(plan, where, control) : null;
    const paired = options.has('pairs') ? sweepPairs(plan, { ...where, most }, control) : null;
    const scored = options.has('providers') ? scoreProviders(plan, control) : null;
    const confirmed =
      count === undefined ? null : confirmWorst(plan, swept, paired, { count, replications, seed }, control);
    if (form === 'csv' && confirmed !== null) await writeCsv(around, CONFIRM_COLUMNS, confirmRows(confirmed));
    else if (form === 'csv' && scored !== null) await writeCsv(around, SCORE_COLUMNS, scoreRows(scored));
    else if (form === 'csv' && paired !== null) await writeCsv(around, PAIR_COLUMNS, pairRows(paired));
    else if (form === 'csv' && swept !== null) await writeCsv(around, SWEEP_COLUMNS, sweepRows(swept));
    else {
      const measured = measureConcentration(plan, control);
      if (form === 'csv') await writeCsv(around, SHARE_COLUMNS, shareRows(measured));
      else {
        await writeJson(around, {
          ...measured,
          ...(swept === null ? {} : { sweep: swept }),
          ...(paired === null ? {} : { pairs: paired }),
          ...(confirmed === null ? {} : { confirmed }),
          ...(scored === null ? {} : { scorecards: scored }),
        });
      }
    }
    return Exit.done;
  },
};
