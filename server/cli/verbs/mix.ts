import {
  changedLimits,
  homeTarget,
  type LimitChange,
  type MixFrontier,
  mixTradeOffs,
  type OptimalMix,
  optimizeMix,
  type TradeOff,
} from '../../../engine/answers';
import { DIMENSIONS } from '../../../engine/footprint';
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
happens; candidates of the plan may be opened. Today's footprint stands beside it, and mixes whose concentration is held tighter;
what a binding limit costs is said in words; every mix is run by flow with luck that the program has not seen, both figures
shown. JSON holds trade-offs (which mix is beaten by which) and what share of work at home costs what. --cap and --floor try
other limits than the plan's, such as --cap metro=20 or --floor kind:in-house=25. Limits that can't all be kept are named, and
the exit status is 3.
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
    recheck: {
      type: 'string',
      value: 'N',
      help: 'years of fresh luck, whose worst twentieth every mix is run under (100)',
    },
    most: { type: 'string', value: 'TIMES', help: 'most that a team may grow to, against today (2)' },
    'change-cost': { type: 'string', value: 'PERCENT', help: 'what changing an hour costs once, of its cost (5)' },
    cap: {
      type: 'string',
      multiple: true,
      value: 'LIMIT',
      help: 'DIMENSION[:MEMBER]=PERCENT at most; may be given again',
    },
    floor: {
      type: 'string',
      multiple: true,
      value: 'LIMIT',
      help: 'DIMENSION:MEMBER=PERCENT at least; may be given again',
    },
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
    const changes = [...readLimits(options, 'cap'), ...readLimits(options, 'floor')];
    options.finish();
    const plan = await readPlanFile(files[0], around);
    const limits = changes.length > 0 ? changedLimits(plan.policies.limits, changes) : undefined;
    const solver = await highsSolver();
    const answer = optimizeMix(plan, { ...settings, limits }, solver, control);
    const tradeOffs = mixTradeOffs(answer);
    control.clear();
    for (const warning of answer.provenance.warnings) around.stderr.write(`Note: ${warning}\n`);
    if (form === 'json') {
      const home = answer.conflict.length === 0 ? homeTarget(plan, { ...settings, limits }, solver, control) : null;
      control.clear();
      await writeJson(around, { ...answer, tradeOffs, homeTarget: home });
    } else await writeCsv(around, COLUMNS, rows(answer, tradeOffs));
    if (answer.conflict.length === 0) return Exit.done;
    const sentences = answer.conflict.map(({ sentence }) => sentence).join('; ');
    around.stderr.write(`No mix keeps all of these limits together: ${sentences}\n`);
    return Exit.noSolution;
  },
};

/** Limits such as `metro=20` and `kind:in-house=25`. */
function readLimits(options: OptionReader, name: 'cap' | 'floor'): LimitChange[] {
  return options.texts(name).flatMap((text) => {
    const [, of, member, percent] = /^([a-z]+)(?::(.+))?=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    const dimension = DIMENSIONS.find((one) => one === of);
    const share = Number(percent) / 100;
    if (dimension && share <= 1 && (member !== undefined || name === 'cap'))
      return [{ dimension, member, end: name === 'cap' ? 'maxShare' : 'minShare', share }];
    const place = name === 'cap' ? 'DIMENSION or DIMENSION:MEMBER' : 'DIMENSION:MEMBER';
    options.refuse(name, text, `${place}=PERCENT up to 100, with the dimensions ${DIMENSIONS.join(', ')}`);
    return [];
  });
}

const COLUMNS = [
  'mix',
  'cost',
  'risk',
  'flow_service_level',
  'flow_cost',
  'flow_contacts_lost',
  'flow_lost_in_worst_years',
  'searched_in_worst_years',
  'effective_number',
  'dominated_by',
  'team',
  'candidate',
  'size',
  'hours_share',
  'fte_by_season',
];

function* rows({ today, frontier, spread }: MixFrontier, tradeOffs: readonly TradeOff[]): Iterable<Cell[]> {
  for (const one of [today, ...frontier, ...spread]) {
    const beaten = tradeOffs.find(({ id }) => id === one.id)?.dominatedBy ?? [];
    yield* ofMix(one, beaten.join(' '));
  }
}

function* ofMix({ id, cost, risk, rechecked, sizes, effectiveNumber }: OptimalMix, beaten: string): Iterable<Cell[]> {
  const { serviceLevel = null, cost: flowCost = null, contactsLost = null } = rechecked ?? {};
  const { lostInWorstYears = null, searchedInWorstYears = null } = rechecked ?? {};
  const figures = [cost, risk, serviceLevel, flowCost, contactsLost, lostInWorstYears, searchedInWorstYears];
  for (const { team, isCandidate, size, hoursShare, fteBySeason } of sizes) {
    const fte = fteBySeason.map((value) => value.toFixed(1)).join(' ');
    yield [id, ...figures, effectiveNumber, beaten, team, isCandidate ? 'yes' : '', size, hoursShare, fte];
  }
}
