import {
  choosePath,
  MOST_MONTHS,
  pathsToTry,
  planTransition,
  type TransitionAnswer,
  type TransitionChoice,
  transitionPath,
} from '../../../engine/answers';
import { checkpoint } from '../../../engine/units';
import type { Cell } from '../csv';
import type { OptionReader } from '../options';
import type { MixView } from './mix-view';

const DIP = {
  type: 'string',
  value: 'POINTS',
  help: 'with transition, ways: most that a week’s service may fall (3)',
} as const;
const START = {
  type: 'string',
  value: 'DATE',
  help: 'with transition, ways: day of the decision (the plan’s first)',
} as const;
const dipOf = (options: OptionReader) => options.number('dip', { min: 0, max: 100 });

/** The way to one footprint, month by month. */
export const transitionView: MixView = {
  about: 'the way to one of --scenario, --from/--to or --sizes, month by month',
  options: {
    start: START,
    months: { type: 'string', value: 'N', help: 'with transition: months of starts (as few as growth allows)' },
    overlap: { type: 'string', value: 'WEEKS', help: 'with transition: weeks for which both sides are paid (8)' },
    dip: DIP,
  },
  targets: [1, 1],
  read(options) {
    const settings = {
      startDate: options.text('start'),
      months: options.number('months', { min: 1, max: MOST_MONTHS, whole: true }),
      overlapWeeks: options.number('overlap', { min: 0, max: 52, whole: true }),
      dipPoints: dipOf(options),
    };
    return (plan, [target], control) => {
      const answer = planTransition(plan, { ...settings, target: target! }, control);
      const { sentence, provenance, estimates, doneOn } = answer;
      return {
        answer,
        columns: MONTHS,
        rows: monthRows(answer),
        told: [
          sentence,
          ...provenance.warnings.map((warning) => `Note: ${warning}`),
          ...estimates.map(({ what, value, grade }) => `Estimate (${grade}): ${what}: ${value}`),
        ],
        isWithout: doneOn === null,
      };
    };
  },
};

/** Several ways to one footprint, and which is done first or costs least. */
export const waysView: MixView = {
  about: 'several such ways: which is done first and which costs least within the dip',
  options: { start: START, dip: DIP },
  targets: [1, 1],
  read(options) {
    const dipPoints = dipOf(options);
    const startDate = options.text('start');
    return (plan, [target], control) => {
      const settings = { target: target!, dipPoints, startDate };
      const tries = pathsToTry(planTransition(plan, settings));
      const answer = choosePath(
        tries.map((one, at) => {
          checkpoint(control, at / tries.length, `way ${at + 1} of ${tries.length}`);
          return transitionPath(plan, { ...settings, ...one });
        }),
      );
      const isWithout = answer.fastest === null;
      return {
        answer,
        columns: WAYS,
        rows: wayRows(answer),
        told: isWithout ? ['No way tried keeps service within the dip and ends within the plan.'] : [],
        isWithout,
      };
    };
  },
};

const MONTHS = [
  'month',
  'fte_growing',
  'fte_shrinking',
  'fte_training',
  'started',
  'released',
  'service_now',
  'service',
  'worst_drop_points',
  'overlap',
  'training',
  'notice',
  'once',
  'more',
];

function* monthRows({ monthly }: TransitionAnswer): Iterable<Cell[]> {
  for (const row of monthly) {
    yield [
      row.month,
      row.fteGrowing,
      row.fteShrinking,
      row.fteTraining,
      row.started,
      row.released,
      row.serviceNow,
      row.service,
      row.worstDrop,
      row.overlap,
      row.training,
      row.notice,
      row.once,
      row.more,
    ];
  }
}

const WAYS = [
  'months',
  'overlap_weeks',
  'starts_on',
  'done_on',
  'worst_drop_points',
  'worst_week',
  'keeps_dip',
  'contacts_lost',
  'cost',
  'payback_month',
  'best',
];

function* wayRows({ paths, fastest, cheapest }: TransitionChoice): Iterable<Cell[]> {
  for (const [at, path] of paths.entries()) {
    const best = [at === fastest ? 'fastest' : '', at === cheapest ? 'cheapest' : ''].filter(Boolean).join(' ');
    yield [
      path.months,
      path.overlapWeeks,
      path.startsOn,
      path.doneOn,
      path.worstDrop,
      path.worstWeek,
      path.keepsDip ? 'yes' : 'no',
      path.contactsLost,
      path.cost,
      path.paybackMonth,
      best,
    ];
  }
}
