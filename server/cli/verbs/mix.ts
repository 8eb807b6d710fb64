import { type MixFrontier, type OptimalMix, optimizeMix } from '../../../engine/answers';
import { highsSolver } from '../../../engine/stats';
import type { Cell } from '../csv';
import { formOf, formOptions } from '../form';
import { showMix, VIEW_OPTIONS, VIEW_WORDS, viewOf } from '../mix';
import { OptionReader } from '../options';
import { writeCsv, writeJson } from '../output';
import { readPlanFile } from '../read-plan-file';
import { Exit, type Verb } from '../verb';

const ABOUT = `Finds sizes of teams that cost least for how much they risk: a frontier from the least cost to the least contacts lost
in the worst years of the plan's hazards, within its policies' limits and its seats, serving no worse than today while nothing
happens. Today's footprint stands beside it; what a binding limit costs is said in words; every mix is run by flow with luck
that the program has not seen, both figures shown. Limits that can't all be kept are named, and the exit status is 3.
--show frontier    (without it)
${VIEW_WORDS}`;

export const mix: Verb = {
  usage: 'mix PLAN.json',
  about: ABOUT,
  options: {
    ...VIEW_OPTIONS,
    points: { type: 'string', value: 'N', help: 'mixes on the frontier (10 without it)' },
    seed: { type: 'string', value: 'S', help: 'a whole number (1 without it)' },
    years: {
      type: 'string',
      value: 'N',
      help: 'sampled years whose hazards the program knows (300); with --show years: sampled years (100)',
    },
    recheck: { type: 'string', value: 'N', help: 'years of fresh luck that every mix is run under (5)' },
    most: { type: 'string', value: 'TIMES', help: 'most that a team may grow to, against today (2)' },
    'change-cost': { type: 'string', value: 'PERCENT', help: 'what changing an hour costs once, of its cost (5)' },
    ...formOptions('json'),
  },
  files: [1, 1],
  async run(call) {
    const { files, values, around, control } = call;
    const options = new OptionReader(values);
    const view = viewOf(options);
    if (view) return showMix(view, call);
    const form = formOf(options, 'json');
    const changeCost = options.number('change-cost', { min: 0, max: 1000 });
    const settings = {
      points: options.number('points', { min: 2, max: 50, whole: true }),
      seed: options.number('seed', { whole: true }),
      years: options.number('years', { min: 20, max: 5000, whole: true }),
      recheckYears: options.number('recheck', { min: 0, max: 1000, whole: true }),
      most: options.number('most', { min: 1, max: 10 }),
      changeCostShare: changeCost === undefined ? undefined : changeCost / 100,
    };
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const answer = optimizeMix(plan, settings, await highsSolver(), control);
    control.clear();
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    if (form === 'json') await writeJson(around, answer);
    else await writeCsv(around, COLUMNS, rows(answer));
    if (answer.conflict.length === 0) return Exit.done;
    around.stderr.write(`No mix keeps all of these limits together: ${answer.conflict.join('; ')}\n`);
    return Exit.noSolution;
  },
};

const COLUMNS = [
  'mix',
  'cost',
  'risk',
  'flow_service_level',
  'flow_cost',
  'flow_contacts_lost',
  'flow_lost_to_hazards',
  'team',
  'size',
  'hours_share',
];

function* rows({ today, frontier }: MixFrontier): Iterable<Cell[]> {
  yield* ofMix('today', today);
  for (const [at, one] of frontier.entries()) yield* ofMix(String(at + 1), one);
}

function* ofMix(name: string, { cost, risk, rechecked, sizes }: OptimalMix): Iterable<Cell[]> {
  const { serviceLevel, cost: flowCost, contactsLost, lostToHazards } = rechecked;
  for (const { team, size, hoursShare } of sizes) {
    yield [name, cost, risk, serviceLevel, flowCost, contactsLost, lostToHazards, team, size, hoursShare];
  }
}
