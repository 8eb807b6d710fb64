import { compareDegradation, type DegradationOutcome, type DegradationPolicy } from '../../queueing';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, orNull, percentWords } from './build-answer';
import type { CalculatedTable } from './calculation';
import { ANSWERED_WITHIN, HANDLE_TIME, PATIENCE, REDIAL_SHARE } from './usual-fields';

const LABELS: Readonly<Record<DegradationPolicy, string>> = {
  queue: 'Let them queue',
  'call-back': 'Call back',
  defer: 'Defer',
  block: 'Turn away',
};

const CALL_BACK = 'Call back: offered when the level is at risk';
const DEFER = 'Defer: another channel or a later date';
const BLOCK = 'Turn away beyond';
const COSTS = 'Costs: what each failure costs, in your currency';

const fields = {
  intervalMinutes: { option: 'interval', label: 'Interval', unit: 'min', usual: 30, min: 1, max: 1440 },
  handleTimeSeconds: HANDLE_TIME,
  patienceSeconds: PATIENCE,
  redialShare: REDIAL_SHARE,
  serviceLevel: { option: 'target', label: 'Service level to protect', unit: '%', usual: 0.8, min: 0, max: 0.9999 },
  targetSeconds: ANSWERED_WITHIN,
  callBackAccept: {
    option: 'callback-accept',
    label: 'Accept',
    unit: '%',
    usual: 0.6,
    min: 0,
    max: 1,
    group: CALL_BACK,
  },
  callBackEffort: {
    option: 'callback-effort',
    label: 'Agent time, live call = 1',
    unit: '',
    usual: 1.15,
    min: 0,
    max: 100,
    above: true,
    group: CALL_BACK,
  },
  callBackReached: {
    option: 'callback-reached',
    label: 'Reached in the end',
    unit: '%',
    usual: 0.85,
    min: 0,
    max: 1,
    group: CALL_BACK,
  },
  deferAccept: { option: 'defer-accept', label: 'Accept', unit: '%', usual: 0.45, min: 0, max: 1, group: DEFER },
  deferEffort: {
    option: 'defer-effort',
    label: 'Agent time, live call = 1',
    unit: '',
    usual: 0.8,
    min: 0,
    max: 100,
    above: true,
    group: DEFER,
  },
  deferReached: {
    option: 'defer-settled',
    label: 'Settled in the end',
    unit: '%',
    usual: 0.95,
    min: 0,
    max: 1,
    group: DEFER,
  },
  waitingPlaces: {
    option: 'waiting-places',
    label: 'Waiting places',
    unit: '',
    usual: 10,
    min: 0,
    max: 1e6,
    whole: true,
    group: BLOCK,
  },
  perLostContact: {
    option: 'cost-lost',
    label: 'A customer lost',
    unit: 'money',
    usual: 12,
    min: 0,
    max: 1e9,
    group: COSTS,
  },
  perWaitingHour: {
    option: 'cost-waiting',
    label: 'An hour of waiting',
    unit: 'money',
    usual: 15,
    min: 0,
    max: 1e9,
    group: COSTS,
  },
  perPostponedContact: {
    option: 'cost-postponed',
    label: 'A contact postponed',
    unit: 'money',
    usual: 0.5,
    min: 0,
    max: 1e9,
    group: COSTS,
  },
  perAgentHour: {
    option: 'cost-agent-hour',
    label: 'An agent hour of backlog',
    unit: 'money',
    usual: 28,
    min: 0,
    max: 1e9,
    group: COSTS,
  },
} as const;

/** What an overload costs under each of four policies, interval by interval. */
export const overload = defineCalculation({
  name: 'overload',
  title: 'Overload policy',
  about:
    'More contacts than agents for a while: let customers queue, call them back, defer their matter, or turn them away – and what each costs.',
  fields,
  choices: {},
  table: {
    row: 'interval',
    about:
      'Contacts that arrive and agents at work, one interval a row; include the quiet hours after, in which backlog is worked off.',
    least: 1,
    most: 2000,
    columns: [
      { name: 'contacts', label: 'Contacts', unit: 'contacts', min: 0, max: 1e8 },
      { name: 'agents', label: 'Agents', unit: 'agents', min: 0, max: 1e6 },
    ],
    usual: [
      [110, 24],
      [150, 24],
      [210, 24],
      [230, 24],
      [200, 24],
      [150, 24],
      [110, 24],
      [90, 24],
      [80, 24],
      [70, 24],
      [60, 24],
      [50, 24],
    ],
  },
  answer(question) {
    const { values, rows } = question;
    const hours = values.intervalMinutes / 60;
    const outcomes = compareDegradation({
      arrivalsPerHour: rows.map(({ contacts }) => Number(contacts) / hours),
      agents: rows.map(({ agents }) => Number(agents)),
      intervalMinutes: values.intervalMinutes,
      handleTimeSeconds: values.handleTimeSeconds,
      patienceSeconds: values.patienceSeconds,
      redialShare: values.redialShare,
      serviceLevel: values.serviceLevel,
      targetSeconds: values.targetSeconds,
      callBack: {
        acceptShare: values.callBackAccept,
        handleTimeFactor: values.callBackEffort,
        reachedShare: values.callBackReached,
      },
      defer: {
        acceptShare: values.deferAccept,
        handleTimeFactor: values.deferEffort,
        reachedShare: values.deferReached,
      },
      waitingPlaces: values.waitingPlaces,
      costs: {
        perLostContact: values.perLostContact,
        perWaitingHour: values.perWaitingHour,
        perPostponedContact: values.perPostponedContact,
        perAgentHour: values.perAgentHour,
      },
    });
    const best = outcomes.reduce((least, one) => (one.cost.total < least.cost.total ? one : least));
    const { inputs } = question;
    const figures = outcomes.map((one) =>
      explainedFigure(
        `cost_${one.policy.replace('-', '_')}`,
        LABELS[one.policy],
        one.cost.total,
        'money',
        one === best
          ? `least; ${numberWords(one.lost)} customers lost`
          : `${numberWords(one.cost.total - best.cost.total)} more; ${numberWords(one.lost)} customers lost`,
        { formula: `${COST_FORMULA}. ${FORMULAS[one.policy]}`, method: METHOD, inputs },
      ),
    );
    const queueing = outcomes.find(({ policy }) => policy === 'queue')!;
    return {
      headline:
        best === queueing
          ? `Letting customers queue costs least: ${numberWords(best.cost.total)}, with ${percentWords(best.serviceLevel)} answered in time.`
          : `“${LABELS[best.policy]}” costs least: ${numberWords(best.cost.total)} against ${numberWords(queueing.cost.total)} for letting customers queue, with ${percentWords(best.serviceLevel)} of first tries answered live in time instead of ${percentWords(queueing.serviceLevel)}.`,
      unsolved: null,
      figures,
      tables: [costTable(outcomes, best), intervalTable(outcomes, rows)],
      charts: [
        {
          name: 'backlog',
          title: 'Backlog of postponed contacts',
          about: 'Contacts still to be called back or dealt with later, at the end of each interval.',
          x: { label: 'Hours from the start', unit: 'h', values: rows.map((_, at) => (at + 1) * hours) },
          y: { label: 'Contacts', unit: 'contacts' },
          series: (['call-back', 'defer'] as const).map((policy) => ({
            label: LABELS[policy],
            values: Array.from(outcomes.find((one) => one.policy === policy)!.backlogByInterval),
          })),
        },
      ],
      provenance: provenance(METHOD, {
        warnings:
          best.backlog > 0.5
            ? [
                `${numberWords(best.backlog)} contacts are still to be done when the table ends; add rows to see them finished.`,
              ]
            : [],
      }),
    };
  },
});

const METHOD =
  'Erlang A in each interval (turning away: M/M/n/K with patience), backlog worked off by agents whom the live queue does not need (fluid), redials in the next interval (Aguir et al. 2004)';
const COST_FORMULA =
  'lost × cost of a lost customer + hours waited × cost of an hour + postponed × cost of postponing + agent hours of backlog left × cost of an hour';
const FORMULAS: Readonly<Record<DegradationPolicy, string>> = {
  queue: 'Everybody queues and gives up after patience',
  'call-back': 'Contacts beyond the rate that agents answer at the level are offered a call back',
  defer: 'Contacts beyond the rate that agents answer at the level are offered another channel or a later date',
  block: 'Who finds agents and waiting places full is turned away',
};

function costTable(outcomes: readonly DegradationOutcome[], best: DegradationOutcome): CalculatedTable {
  return {
    name: 'policies',
    title: 'What each policy comes to',
    about: 'First tries are answered live, lost, done later, still open, or will try again after the table’s end.',
    columns: [
      { name: 'policy', label: 'Policy', unit: '' },
      { name: 'cost', label: 'Cost', unit: 'money' },
      { name: 'cost_lost', label: 'of it lost', unit: 'money' },
      { name: 'cost_waiting', label: 'waiting', unit: 'money' },
      { name: 'cost_postponing', label: 'postponing', unit: 'money' },
      { name: 'cost_backlog', label: 'backlog left', unit: 'money' },
      { name: 'service_level', label: 'Service level', unit: '%', hint: 'Answered live within target, of first tries' },
      { name: 'offered', label: 'First tries', unit: 'contacts' },
      { name: 'answered', label: 'Answered live', unit: 'contacts' },
      { name: 'lost', label: 'Lost', unit: 'contacts' },
      { name: 'postponed', label: 'Postponed', unit: 'contacts' },
      { name: 'done_later', label: 'Done later', unit: 'contacts' },
      { name: 'backlog', label: 'Still open', unit: 'contacts' },
      { name: 'trying_later', label: 'Try again later', unit: 'contacts' },
      { name: 'waiting_hours', label: 'Hours waited', unit: 'h' },
      { name: 'postponed_hours', label: 'Mean delay', unit: 'h', hint: 'From being postponed to being done' },
    ],
    rows: outcomes.map((one) => [
      LABELS[one.policy],
      one.cost.total,
      one.cost.lost,
      one.cost.waiting,
      one.cost.postponing,
      one.cost.backlog,
      one.serviceLevel,
      one.offered,
      one.answered,
      one.lost,
      one.postponed,
      one.postponedDone,
      one.backlog,
      one.tryingLater,
      one.waitingHours,
      one.postponedHours,
    ]),
    marked: outcomes.indexOf(best),
  };
}

function intervalTable(
  outcomes: readonly DegradationOutcome[],
  rows: readonly Readonly<Record<string, string | number | null>>[],
): CalculatedTable {
  return {
    name: 'intervals',
    title: 'Backlog by interval',
    about: 'Postponed contacts still open at the end of each interval.',
    columns: [
      { name: 'interval', label: 'Interval', unit: '' },
      { name: 'contacts', label: 'Contacts', unit: 'contacts' },
      { name: 'agents', label: 'Agents', unit: 'agents' },
      { name: 'backlog_call_back', label: 'Call back', unit: 'contacts' },
      { name: 'backlog_defer', label: 'Defer', unit: 'contacts' },
    ],
    rows: rows.map(({ contacts = null, agents = null }, at) => [
      at + 1,
      contacts,
      agents,
      orNull(outcomes[1]!.backlogByInterval[at]!),
      orNull(outcomes[2]!.backlogByInterval[at]!),
    ]),
  };
}
