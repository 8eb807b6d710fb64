import {
  type ConcentrationAnswer,
  DIMENSION_LABELS,
  type Dimension,
  measureConcentration,
  type SweepAnswer,
  sweepOutages,
} from '../../../engine/answers';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { IMPACT_COLUMNS, impactCells } from '../impact-columns';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Measures how concentrated a footprint is, looked through to owners, countries, metros and platforms: shares of
productive hours, effective numbers, cells with a single source, breached limits. With --sweep every node is taken out
for its recovery time (N-1), ranked by what is lost. JSON has all of it; CSV has the shares, or with --sweep the sweep.`;

const DIMENSIONS = Object.keys(DIMENSION_LABELS) as Dimension[];

export const concentration: Verb = {
  usage: 'concentration PLAN.json',
  about: ABOUT,
  options: {
    sweep: { type: 'boolean', help: 'take out every node in turn' },
    start: { type: 'string', value: 'DATE', help: 'first day of every outage; the busiest week without it' },
    dimension: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: `which nodes the sweep takes out: ${DIMENSIONS.join(', ')};\nmay be given again; all of them without it`,
    },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run({ files, values, around, control }) {
    const options = new OptionReader(values);
    const form = formOf(options, 'json');
    const dimensions = options.choices('dimension', DIMENSIONS);
    const startDate = options.text('start');
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const swept = options.has('sweep')
      ? sweepOutages(plan, { startDate, ...(dimensions.length > 0 ? { dimensions } : {}) }, control)
      : null;
    if (form === 'csv' && swept !== null) await writeCsv(around, SWEEP_COLUMNS, sweepRows(swept));
    else {
      const measured = measureConcentration(plan, control);
      if (form === 'csv') await writeCsv(around, SHARE_COLUMNS, shareRows(measured));
      else await writeJson(around, swept === null ? measured : { ...measured, sweep: swept });
    }
    return Exit.done;
  },
};

const SHARE_COLUMNS = ['dimension', 'member', 'label', 'share', 'productive_hours', 'herfindahl', 'effective_number'];

function* shareRows({ dimensions }: ConcentrationAnswer): Iterable<Cell[]> {
  for (const { dimension, members, herfindahl, effectiveNumber } of dimensions) {
    for (const { member, label, share, productiveHours } of members) {
      yield [dimension, member, label, share, productiveHours, herfindahl, effectiveNumber];
    }
  }
}

const SWEEP_COLUMNS = ['dimension', 'member', 'label', 'days', 'hours_share', ...IMPACT_COLUMNS];

function* sweepRows({ rows }: SweepAnswer): Iterable<Cell[]> {
  for (const { dimension, member, label, days, hoursShare, impact } of rows) {
    yield [dimension, member, label, days, hoursShare, ...impactCells(impact)];
  }
}
