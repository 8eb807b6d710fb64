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
import { formOf, formOptions } from '../form';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Measures how concentrated a footprint is, looked through to owners, countries, metros and platforms: shares of
productive hours, effective numbers, cells with a single source, breached limits. With --sweep every node is taken out
for its recovery time (N-1), ranked by what is lost; with --pairs every two of those that hurt most (N-2); with --providers
each outsourcer's chance of default from the plan's evidence, and the hours at stake. JSON has all of it; CSV has the
shares, or the one of the three that is asked for.`;

export const concentration: Verb = {
  usage: 'concentration PLAN.json',
  about: ABOUT,
  options: {
    sweep: { type: 'boolean', help: 'take out every node in turn' },
    pairs: { type: 'boolean', help: 'take out every two of the nodes that lose most alone' },
    providers: { type: 'boolean', help: 'score outsourcers by the evidence in the plan' },
    most: { type: 'string', value: 'N', help: 'how many nodes are paired, 2 to 40 (10)' },
    start: { type: 'string', value: 'DATE', help: 'first day of every outage; the busiest week without it' },
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
    options.finish();
    const where = { startDate, ...(dimensions.length > 0 ? { dimensions } : {}) };
    const plan = await readPlanFile(files[0], around);
    const swept = options.has('sweep') ? sweepOutages(plan, where, control) : null;
    const paired = options.has('pairs') ? sweepPairs(plan, { ...where, most }, control) : null;
    const scored = options.has('providers') ? scoreProviders(plan, control) : null;
    if (form === 'csv' && scored !== null) await writeCsv(around, SCORE_COLUMNS, scoreRows(scored));
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
          ...(scored === null ? {} : { scorecards: scored }),
        });
      }
    }
    return Exit.done;
  },
};
