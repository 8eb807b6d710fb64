import { blendDeferrable } from '../../queueing';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, percentWords } from './build-answer';
import { ANSWERED_WITHIN, HANDLE_TIME } from './usual-fields';

const METHOD = 'Agents kept free as in a birth-death chain without its emptiest states (Bhulai and Koole 2003)';

/** Idle time filled with work that can wait, as far as calls keep their target. */
export const blending = defineCalculation({
  name: 'blending',
  title: 'Blending',
  about:
    'Agents who wait for calls could work on email meanwhile: how many to keep free so that calls keep their target, and how much gets done.',
  fields: {
    contactsPerHour: {
      option: 'contacts-per-hour',
      label: 'Calls an hour',
      unit: 'contacts',
      usual: 200,
      min: 0,
      max: 1e7,
    },
    handleTimeSeconds: { ...HANDLE_TIME, usual: 180 },
    patienceSeconds: {
      option: 'patience',
      label: 'Mean patience',
      unit: 's',
      usual: 120,
      min: 0,
      max: 1e9,
      above: true,
      empty: 'nobody gives up',
    },
    agents: { option: 'agents', label: 'Agents', unit: 'agents', usual: 16, min: 0, max: 1e5, whole: true },
    serviceLevel: { option: 'target', label: 'Service level of calls', unit: '%', usual: 0.8, min: 0, max: 0.9999 },
    targetSeconds: ANSWERED_WITHIN,
    deferrableSeconds: {
      option: 'deferrable-handle-time',
      label: 'Handle time of what waits',
      unit: 's',
      usual: 300,
      min: 0,
      max: 1e7,
      above: true,
    },
  },
  choices: {},
  table: null,
  answer(question) {
    const { values } = question;
    const blend = blendDeferrable({
      arrivalsPerHour: values.contactsPerHour,
      handleTimeSeconds: values.handleTimeSeconds,
      agents: values.agents,
      patienceSeconds: values.patienceSeconds ?? Number.POSITIVE_INFINITY,
      targetSeconds: values.targetSeconds,
      deferrableHandleTimeSeconds: values.deferrableSeconds,
      targets: { serviceLevel: values.serviceLevel, targetSeconds: values.targetSeconds },
    });
    const { inputs } = question;
    const tree = (formula: string) => ({ formula, method: METHOD, inputs });
    const { figures: mixed, unblended, keepFree } = blend;
    if (keepFree === null) {
      const reason = `Calls miss their target even without other work: ${percentWords(unblended.serviceLevel)} of ${percentWords(values.serviceLevel)}.`;
      return {
        headline: reason,
        unsolved: { limit: 'agents', reason },
        figures: [
          explainedFigure(
            'service_level_unblended',
            'Service level of calls alone',
            unblended.serviceLevel,
            '%',
            'answered within target over offered',
            tree('Erlang A, or C without patience'),
          ),
        ],
        tables: [],
        charts: [],
        provenance: provenance(METHOD),
      };
    }
    const row = (label: string, figures: typeof mixed, done: number): (string | number)[] => [
      label,
      figures.serviceLevel,
      figures.asaSeconds,
      figures.abandonment,
      figures.occupancy,
      done,
    ];
    return {
      headline: `Begin other work only while more than ${keepFree} ${keepFree === 1 ? 'agent is' : 'agents are'} free: ${numberWords(blend.deferrablePerHour)} pieces an hour get done, and calls keep ${percentWords(mixed.serviceLevel)}.`,
      unsolved: null,
      figures: [
        explainedFigure(
          'keep_free',
          'Keep free',
          keepFree,
          'agents',
          'begin other work only while more are free',
          tree('the fewest kept free with which calls keep their target'),
        ),
        explainedFigure(
          'deferrable_per_hour',
          'Done meanwhile',
          blend.deferrablePerHour,
          'contacts',
          'pieces an hour, as long as there are any',
          tree('agents on other work × 3600 ÷ its handle time'),
        ),
        explainedFigure(
          'deferrable_agents',
          'Agents on it',
          blend.deferrableAgents,
          'agents',
          'in the mean',
          tree('busy agents - agents on calls'),
        ),
        explainedFigure(
          'service_level',
          'Service level of calls',
          mixed.serviceLevel,
          '%',
          `${percentWords(unblended.serviceLevel)} without other work`,
          tree('answered within target over offered, with the states of more free agents left out'),
        ),
        explainedFigure(
          'occupancy',
          'Occupancy',
          mixed.occupancy,
          '%',
          `${percentWords(unblended.occupancy)} without other work`,
          tree('(agents on calls + agents on other work) ÷ agents'),
        ),
      ],
      tables: [
        {
          name: 'calls',
          title: 'Calls with and without blending',
          about: 'Service level: answered within target over offered.',
          columns: [
            { name: 'way', label: 'Way', unit: '' },
            { name: 'service_level', label: 'Service level', unit: '%' },
            { name: 'asa_s', label: 'ASA', unit: 's' },
            { name: 'abandonment', label: 'Abandonment', unit: '%' },
            { name: 'occupancy', label: 'Occupancy', unit: '%' },
            { name: 'deferrable_per_hour', label: 'Pieces an hour', unit: 'contacts' },
          ],
          rows: [row('Calls alone', unblended, 0), row('Blended', mixed, blend.deferrablePerHour)],
          marked: 1,
        },
      ],
      charts: [],
      provenance: provenance(METHOD, {
        warnings:
          Math.abs(values.deferrableSeconds / values.handleTimeSeconds - 1) > 0.5
            ? ['The other work takes much longer or shorter than a call: the level is then good to 3 points.']
            : [],
      }),
    };
  },
});
