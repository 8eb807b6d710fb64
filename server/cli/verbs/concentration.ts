import {
  type ConcentrationAnswer,
  DIMENSION_LABELS,
  type Dimension,
  measureConcentration,
  type PairSweepAnswer,
  type ScorecardAnswer,
  type SweepAnswer,
  scoreProviders,
  sweepOutages,
  sweepPairs,
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
for its recovery time (N-1), ranked by what is lost; with --pairs every two of those that hurt most (N-2); with --providers
each outsourcer's chance of default from the plan's evidence, and the hours at stake. JSON has all of it; CSV has the
shares, or the one of the three that is asked for.`;

const DIMENSIONS = Object.keys(DIMENSION_LABELS) as Dimension[];

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

const SHARE_COLUMNS = ['dimension', 'member', 'label', 'share', 'productive_hours', 'herfindahl', 'effective_number'];

function* shareRows({ dimensions }: ConcentrationAnswer): Iterable<Cell[]> {
  for (const { dimension, members, herfindahl, effectiveNumber } of dimensions) {
    for (const { member, label, share, productiveHours } of members) {
      yield [dimension, member, label, share, productiveHours, herfindahl, effectiveNumber];
    }
  }
}

const SWEEP_COLUMNS = [
  'dimension',
  'member',
  'label',
  'days',
  'hours_share',
  'exposure',
  'recovers_too_late',
  ...IMPACT_COLUMNS,
];

function* sweepRows({ rows }: SweepAnswer): Iterable<Cell[]> {
  for (const { dimension, member, label, days, hoursShare, exposure, recoversTooLate, impact } of rows) {
    yield [dimension, member, label, days, hoursShare, exposure, recoversTooLate ? 1 : 0, ...impactCells(impact)];
  }
}

const PAIR_COLUMNS = [
  ...['dimension_1', 'member_1', 'label_1', 'dimension_2', 'member_2', 'label_2', 'lost_beyond_sum'],
  ...IMPACT_COLUMNS,
];

function* pairRows({ nodes, pairs }: PairSweepAnswer): Iterable<Cell[]> {
  for (const { nodes: both, lostBeyondSum, impact } of pairs) {
    const names = both.flatMap((at) => {
      const { dimension, member, label } = nodes[at]!;
      return [dimension, member, label];
    });
    yield [...names, lostBeyondSum, ...impactCells(impact)];
  }
}

const SCORE_COLUMNS = [
  ...[
    'provider',
    'name',
    'kind',
    'parent',
    'default_probability',
    'low90',
    'high90',
    'rating',
    'facts',
    'unknown_facts',
  ],
  ...['hours_per_week', 'hours_share', 'countries', 'effective_countries', 'at_home_share', 'home_eligible_share'],
  ...['transfer_weeks', 'expected_hours_lost', 'worst_hours_lost'],
];

function* scoreRows({ providers }: ScorecardAnswer): Iterable<Cell[]> {
  for (const each of providers) {
    const read = each.facts.filter(({ says }) => says !== null).length;
    yield [
      ...[each.id, each.name, each.kind, each.parent, each.probability, each.low, each.high, each.rating, read],
      ...[each.unknown.length, each.hoursPerWeek, each.hoursShare, each.countries, each.effectiveCountries],
      ...[each.atHomeShare, each.homeEligibleShare, each.transferWeeks, each.expectedHoursLost, each.worstHoursLost],
    ];
  }
}
