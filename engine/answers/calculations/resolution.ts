import { resolutionTradeoff, type TradeoffPoint } from '../../queueing';
import { InputFault, issue } from '../../units';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, orNull, percentWords } from './build-answer';
import type { InputCell } from './calculation';
import { ANSWERED_WITHIN, PATIENCE_OR_NONE, REDIAL_SHARE, SERVICE_LEVEL } from './usual-fields';

const METHOD =
  'Contacts as a fixed point of repeats and redials (Aguir et al. 2004), resolution between measured points by a monotone cubic (Fritsch and Carlson 1980), agents by Erlang A or C, lowest point by golden section';

/** How long agents should take, so that the fewest are needed. */
export const resolution = defineCalculation({
  name: 'resolution',
  title: 'Handle time and resolution',
  about:
    'Shorter contacts come back: from measured pairs of handle time and first-contact resolution, the handle time that needs the fewest agents.',
  fields: {
    mattersPerHour: {
      option: 'matters',
      label: 'New matters an hour',
      unit: 'contacts',
      usual: 200,
      min: 0,
      max: 1e8,
      above: true,
    },
    repeatShare: { option: 'repeat', label: 'Unresolved come back', unit: '%', usual: 0.9, min: 0, max: 1 },
    redialShare: REDIAL_SHARE,
    patienceSeconds: PATIENCE_OR_NONE,
    serviceLevel: SERVICE_LEVEL,
    targetSeconds: ANSWERED_WITHIN,
    todaySeconds: {
      option: 'today',
      label: 'Handle time today',
      unit: 's',
      usual: 180,
      min: 0,
      max: 1e7,
      above: true,
      empty: 'not given',
    },
  },
  choices: {},
  table: {
    row: 'point',
    about:
      'Measured: contacts of about this handle time, and the share of them that needed no second contact. Rising handle times.',
    least: 2,
    most: 200,
    columns: [
      { name: 'handle_time_s', label: 'Handle time', unit: 's', min: 0, max: 1e8, above: true },
      { name: 'resolution', label: 'Resolved at once', unit: '%', min: 0, max: 1, above: true },
    ],
    usual: [
      [180, 0.4],
      [240, 0.62],
      [300, 0.78],
      [360, 0.83],
      [480, 0.86],
    ],
  },
  answer(question) {
    const { values, rows } = question;
    checkOrder(rows);
    const { curve, optimum, atEdge } = resolutionTradeoff({
      mattersPerHour: values.mattersPerHour,
      points: rows.map((row) => ({ handleTimeSeconds: Number(row.handle_time_s), resolution: Number(row.resolution) })),
      repeatShare: values.repeatShare,
      redialShare: values.redialShare,
      patienceSeconds: values.patienceSeconds ?? undefined,
      targets: { serviceLevel: values.serviceLevel, targetSeconds: values.targetSeconds },
    });
    if (!optimum) {
      const reason = 'No number of agents reaches these targets.';
      return {
        headline: reason,
        unsolved: { limit: 'serviceLevel', reason },
        figures: [],
        tables: [],
        charts: [],
        provenance: provenance(METHOD),
      };
    }
    const { inputs } = question;
    const tree = (formula: string) => ({ formula, method: METHOD, inputs });
    const today = values.todaySeconds === null ? null : nearest(curve, values.todaySeconds);
    const outside = values.todaySeconds !== null && today === null;
    const marked = nearestIndex(curve, optimum.handleTimeSeconds);
    const fewer = today ? today.agents - optimum.agents : 0;
    return {
      headline: `${numberWords(optimum.handleTimeSeconds)} s needs the fewest agents, ${numberWords(optimum.agents)}${
        today
          ? `: ${fewer > 0.005 ? `${numberWords(fewer)} fewer than` : 'as many as'} ${numberWords(today.handleTimeSeconds)} s today`
          : ''
      }.${atEdge ? ' It lies at the edge of what was measured; the true optimum may lie beyond.' : ''}`,
      unsolved: null,
      figures: [
        explainedFigure(
          'handle_time_s',
          'Best handle time',
          optimum.handleTimeSeconds,
          's',
          atEdge ? 'at the edge of what was measured' : 'within what was measured',
          tree('the handle time at which agents are fewest'),
        ),
        explainedFigure(
          'agents',
          'Agents then',
          optimum.agents,
          'agents',
          'in fractions, to meet the targets',
          tree('least agents, in fractions, for which the formula meets the targets at all contacts'),
        ),
        explainedFigure(
          'resolution',
          'Resolved at once then',
          optimum.resolution,
          '%',
          'of contacts answered',
          tree('monotone curve through the measured points'),
        ),
        explainedFigure(
          'contacts_per_hour',
          'All contacts an hour then',
          optimum.contactsPerHour,
          'contacts',
          `for ${numberWords(values.mattersPerHour)} new matters`,
          tree('matters ÷ (1 - repeat × (1 - resolution) × (1 - abandoned) - redial × abandoned)'),
        ),
        ...(today
          ? [
              explainedFigure(
                'agents_today',
                'Agents today',
                today.agents,
                'agents',
                `at ${numberWords(today.handleTimeSeconds)} s, ${percentWords(today.resolution)} resolved at once`,
                tree('the same at today’s handle time, to the nearest point of the curve'),
              ),
            ]
          : []),
      ],
      tables: [
        {
          name: 'curve',
          title: 'Handle time by handle time',
          about: 'What a longer or shorter contact makes of contacts and agents.',
          columns: [
            { name: 'handle_time_s', label: 'Handle time', unit: 's' },
            { name: 'resolution', label: 'Resolved at once', unit: '%' },
            { name: 'contacts_per_hour', label: 'All contacts an hour', unit: 'contacts' },
            { name: 'agents', label: 'Agents', unit: 'agents' },
          ],
          rows: curve.map((one) => [one.handleTimeSeconds, one.resolution, one.contactsPerHour, orNull(one.agents)]),
          marked,
        },
      ],
      charts: [
        {
          name: 'agents',
          title: 'Agents by handle time',
          about: 'Contacts that are cut short come back; long ones take agents. Fewest agents lie between.',
          x: { label: 'Mean handle time', unit: 's', values: curve.map((one) => one.handleTimeSeconds) },
          y: { label: 'Agents', unit: 'agents' },
          series: [{ label: 'Agents', values: curve.map((one) => orNull(one.agents)) }],
          mark: { index: marked, label: `${numberWords(optimum.handleTimeSeconds)} s` },
        },
      ],
      provenance: provenance(METHOD, {
        warnings: outside
          ? ['The handle time of today lies outside what was measured, so nothing is said about it.']
          : [],
      }),
    };
  },
});

function checkOrder(rows: readonly Readonly<Record<string, InputCell>>[]): void {
  const issues = rows.flatMap((row, at) =>
    at > 0 && !(Number(row.handle_time_s) > Number(rows[at - 1]!.handle_time_s))
      ? [
          issue(
            'resolution.order',
            `row ${at + 1}, column handle_time_s`,
            row.handle_time_s,
            'more than in the row before',
          ),
        ]
      : [],
  );
  if (issues.length > 0) throw new InputFault(issues);
}

function nearestIndex(curve: readonly TradeoffPoint[], seconds: number): number {
  let best = 0;
  curve.forEach((one, at) => {
    if (Math.abs(one.handleTimeSeconds - seconds) < Math.abs(curve[best]!.handleTimeSeconds - seconds)) best = at;
  });
  return best;
}

/** The point of the curve nearest to a handle time; null beyond what was measured. */
function nearest(curve: readonly TradeoffPoint[], seconds: number): TradeoffPoint | null {
  if (seconds < curve[0]!.handleTimeSeconds || seconds > curve.at(-1)!.handleTimeSeconds) return null;
  const found = curve[nearestIndex(curve, seconds)]!;
  return Number.isFinite(found.agents) ? found : null;
}
