import { type DayMethod, modifiedOfferedLoad, type StaffedDay, staffDay } from '../../queueing';
import { checkpoint } from '../../units';
import { partOf } from '../prepared-plan';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, percentWords } from './build-answer';
import { ANSWERED_WITHIN, PATIENCE } from './usual-fields';

const LABELS: Readonly<Record<DayMethod, string>> = {
  stationary: 'Each interval by itself',
  'offered-load': 'Offered load',
  iterative: 'Corrected until it holds',
};
const METHODS = ['stationary', 'offered-load', 'iterative'] as const;
const METHOD =
  'Stationary period by period (Green, Kolesar and Soares 2001), modified offered load (Jennings et al. 1996), iterative staffing (Feldman et al. 2008); levels from the exact state of the queue through the day (Kolmogorov’s equations)';
const FORMULAS: Readonly<Record<DayMethod, string>> = {
  stationary:
    'least agents for which Erlang A meets the level at each interval’s own rate, rounded up in each interval',
  'offered-load': 'the same at the load that really meets the interval: m′ = arrivals - m ÷ handle time',
  iterative: 'the same, corrected by the level seen in each interval until nobody changes',
};

/** Three ways to staff a day whose load changes, with the level that each really gives. */
export const changingDay = defineCalculation({
  name: 'changing-day',
  title: 'A day that changes',
  about:
    'Load lags behind arrivals: staffed interval by interval, a day has too few agents after its peak and too many before. Three ways to staff it, each with the level it really gives.',
  fields: {
    intervalMinutes: { option: 'interval', label: 'Interval', unit: 'min', usual: 30, min: 1, max: 1440 },
    handleTimeSeconds: {
      option: 'handle-time',
      label: 'Mean handle time',
      unit: 's',
      usual: 600,
      min: 0,
      max: 1e6,
      above: true,
    },
    patienceSeconds: PATIENCE,
    serviceLevel: { option: 'target', label: 'Service level', unit: '%', usual: 0.8, min: 0, max: 0.9999, above: true },
    targetSeconds: ANSWERED_WITHIN,
  },
  choices: {
    repeats: {
      option: 'start',
      label: 'The day begins',
      choices: [
        { value: 'repeats', label: 'where the one before ended' },
        { value: 'empty', label: 'with nobody in the queue' },
      ],
    },
  },
  table: {
    row: 'interval',
    about: 'Contacts that arrive, one interval a row.',
    least: 1,
    most: 500,
    columns: [{ name: 'contacts', label: 'Contacts', unit: 'contacts', min: 0, max: 1e7 }],
    usual: [20, 35, 70, 130, 190, 220, 215, 190, 160, 150, 160, 180, 190, 175, 140, 105, 80, 60, 45, 30].map(
      (contacts) => [contacts],
    ),
  },
  answer(question, control) {
    const { values, words, rows } = question;
    const hours = values.intervalMinutes / 60;
    const day = {
      arrivalsPerHour: rows.map(({ contacts }) => Number(contacts) / hours),
      intervalMinutes: values.intervalMinutes,
      handleTimeSeconds: values.handleTimeSeconds,
      patienceSeconds: values.patienceSeconds,
      serviceLevel: values.serviceLevel,
      targetSeconds: values.targetSeconds,
      repeats: words.repeats === 'repeats',
    };
    checkpoint(control, 0, 'Staffing the day');
    const staffed = METHODS.map((method, at) =>
      staffDay(day, method, partOf(control, [0, 0.1, 0.2][at]!, [0.1, 0.2, 1][at]!)),
    );
    const [stationary, , iterative] = staffed as [StaffedDay, StaffedDay, StaffedDay];
    const offered = modifiedOfferedLoad(day);
    const { inputs } = question;
    const agentHours = ({ heads }: StaffedDay) => heads.reduce((sum, head) => sum + head, 0) * hours;
    const worst = (one: StaffedDay) =>
      rows.reduce(
        (least, row, t) => (Number(row.contacts) > 0 ? Math.min(least, one.figures.serviceLevel[t]!) : least),
        1,
      );
    return {
      headline: `Staffed interval by interval, the worst interval gives ${percentWords(worst(stationary))} of the ${percentWords(values.serviceLevel)} promised; corrected, ${percentWords(worst(iterative))} with ${numberWords(agentHours(iterative))} agent hours instead of ${numberWords(agentHours(stationary))}.`,
      unsolved: null,
      figures: staffed.flatMap((one) => [
        explainedFigure(
          `worst_level_${one.method.replace('-', '_')}`,
          `Worst level: ${LABELS[one.method].toLowerCase()}`,
          worst(one),
          '%',
          `${numberWords(agentHours(one))} agent hours`,
          {
            formula: `${FORMULAS[one.method]}; lowest share answered within target over offered, of intervals with contacts`,
            method: METHOD,
            inputs,
          },
        ),
      ]),
      tables: [
        {
          name: 'methods',
          title: 'Three ways to staff the day',
          about: 'Heads are whole in every interval.',
          columns: [
            { name: 'method', label: 'Way', unit: '' },
            { name: 'agent_hours', label: 'Agent hours', unit: 'h' },
            { name: 'most_agents', label: 'Most at once', unit: 'agents' },
            { name: 'worst_level', label: 'Worst interval', unit: '%' },
            { name: 'mean_level', label: 'Whole day', unit: '%', hint: 'Weighed by contacts' },
          ],
          rows: staffed.map((one) => [
            LABELS[one.method],
            agentHours(one),
            Math.max(0, ...one.heads),
            worst(one),
            meanLevel(one, day.arrivalsPerHour),
          ]),
          marked: 2,
        },
        {
          name: 'intervals',
          title: 'Interval by interval',
          about: 'Agents, and the level that they really give.',
          columns: [
            { name: 'interval', label: 'Interval', unit: '' },
            { name: 'contacts', label: 'Contacts', unit: 'contacts' },
            {
              name: 'offered_load',
              label: 'Load met',
              unit: '',
              hint: 'Erlangs: contacts in hand if nobody ever waited',
            },
            ...METHODS.flatMap((method) => [
              {
                name: `agents_${method.replace('-', '_')}`,
                label: `Agents: ${LABELS[method].toLowerCase()}`,
                unit: 'agents' as const,
              },
              { name: `level_${method.replace('-', '_')}`, label: 'level', unit: '%' as const },
            ]),
          ],
          rows: rows.map(({ contacts = null }, t) => [
            t + 1,
            contacts,
            offered[t]!,
            ...staffed.flatMap((one) => [one.heads[t]!, one.figures.serviceLevel[t]!]),
          ]),
        },
      ],
      charts: [
        {
          name: 'levels',
          title: 'Service level through the day',
          about: 'What each way of staffing really gives, interval by interval; answered within target over offered.',
          x: { label: 'Hours from the start', unit: 'h', values: rows.map((_, t) => (t + 0.5) * hours) },
          y: { label: 'Service level', unit: '%', max: 1 },
          series: staffed.map((one) => ({ label: LABELS[one.method], values: Array.from(one.figures.serviceLevel) })),
          limits: [{ label: `target ${percentWords(values.serviceLevel)}`, value: values.serviceLevel }],
        },
        {
          name: 'agents',
          title: 'Agents through the day',
          about: 'Heads in each interval; the load that meets them lags behind arrivals.',
          x: { label: 'Hours from the start', unit: 'h', values: rows.map((_, t) => (t + 0.5) * hours) },
          y: { label: 'Agents', unit: 'agents' },
          series: [
            ...staffed.map((one) => ({ label: LABELS[one.method], values: Array.from(one.heads) })),
            { label: 'Load met', values: Array.from(offered) },
          ],
        },
      ],
      provenance: provenance(METHOD, {
        warnings: iterative.settled ? [] : ['The corrections did not settle; the best of them is shown.'],
      }),
    };
  },
});

function meanLevel({ figures }: StaffedDay, rates: readonly number[]): number {
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  if (all === 0) return 1;
  return rates.reduce((sum, rate, t) => sum + rate * figures.serviceLevel[t]!, 0) / all;
}
