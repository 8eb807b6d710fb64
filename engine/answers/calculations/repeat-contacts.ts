import { erlangA, type RetrialStream, solveRetrials } from '../../queueing';
import { InputFault, type Issue, issue } from '../../units';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, orNull, percentWords } from './build-answer';
import type { InputCell } from './calculation';
import { ANSWERED_WITHIN } from './usual-fields';

const METHOD =
  'All contacts = first ones + redials of those who gave up + repeats of those whose matter was not settled, a fixed point with Erlang A (Aguir et al. 2004; Koole 2013)';
const FORMULA =
  'all contacts = first ones + redial share × abandoned + repeat share × answered, over the streams that they come back to';

/** Queues whose customers redial after giving up and contact again when their matter was not settled. */
export const repeatContacts = defineCalculation({
  name: 'repeat-contacts',
  title: 'Repeat contacts',
  about:
    'Customers who give up try again, and those who were not helped come back: how many contacts that makes, and the service level they all get.',
  fields: {
    targetSeconds: ANSWERED_WITHIN,
  },
  choices: {},
  table: {
    row: 'stream',
    about: 'One stream a row; “comes back to” names another row, and is the stream itself when left empty.',
    least: 1,
    most: 60,
    columns: [
      { name: 'stream', label: 'Stream', unit: '', text: true, min: 0, max: 0 },
      { name: 'contacts_per_hour', label: 'First tries an hour', unit: 'contacts', min: 0, max: 1e8 },
      { name: 'handle_time_s', label: 'Handle time', unit: 's', min: 0, max: 1e9, above: true },
      { name: 'agents', label: 'Agents', unit: 'agents', min: 0, max: 1e7 },
      { name: 'patience_s', label: 'Patience', unit: 's', min: 0, max: 1e9, empty: 'nobody gives up' },
      { name: 'redial_share', label: 'Redial', unit: '%', min: 0, max: 1 },
      { name: 'repeat_share', label: 'Repeat', unit: '%', min: 0, max: 0.999 },
      { name: 'back_to', label: 'Comes back to', unit: '', text: true, min: 0, max: 0, empty: 'itself' },
    ],
    usual: [
      ['Phone', 200, 180, 9, 120, 0.5, 0.1, null],
      ['Chat', 60, 240, 5, 180, 0.3, 0.15, 'Phone'],
    ],
  },
  answer(question) {
    const { values, rows } = question;
    const streams = streamsOf(rows, values.targetSeconds);
    const balance = solveRetrials(streams);
    const firstOnly = streams.map((stream) => erlangA(stream));
    const first = streams.reduce((sum, { arrivalsPerHour }) => sum + arrivalsPerHour, 0);
    if (!balance.converged) {
      return {
        headline: `No balance: ${balance.reason}`,
        unsolved: { limit: balance.stream, reason: `${balance.stream}: ${balance.reason}` },
        figures: [],
        tables: [],
        charts: [],
        provenance: provenance(METHOD),
      };
    }
    const { inputs } = question;
    const tree = (formula: string) => ({ formula, method: METHOD, inputs });
    const sum = (figure: (at: number) => number) => streams.reduce((total, _, at) => total + figure(at), 0);
    const offered = sum((at) => balance.streams[at]!.offeredPerHour);
    const level =
      sum((at) => balance.streams[at]!.offeredPerHour * balance.streams[at]!.figures.serviceLevel) / (offered || 1);
    const plain = sum((at) => streams[at]!.arrivalsPerHour * firstOnly[at]!.serviceLevel) / (first || 1);
    const lost = sum((at) => balance.streams[at]!.lostPerHour);
    const redials = sum((at) => balance.streams[at]!.redialsPerHour);
    const repeats = sum((at) => balance.streams[at]!.repeatsPerHour);
    return {
      headline: `${numberWords(first)} first tries an hour become ${numberWords(offered)} contacts; the service level is ${percentWords(level)}, where a plan without those who come back would expect ${percentWords(plain)}.`,
      unsolved: null,
      figures: [
        explainedFigure(
          'offered_per_hour',
          'All contacts an hour',
          offered,
          'contacts',
          `${numberWords(first)} of them first tries`,
          tree(FORMULA),
        ),
        explainedFigure(
          'redials_per_hour',
          'Redials an hour',
          redials,
          'contacts',
          'tries after giving up',
          tree('redial share × abandonment × all contacts'),
        ),
        explainedFigure(
          'repeats_per_hour',
          'Repeats an hour',
          repeats,
          'contacts',
          'their matter was not settled',
          tree('repeat share × answered contacts'),
        ),
        explainedFigure(
          'service_level',
          'Service level',
          level,
          '%',
          `answered within ${numberWords(values.targetSeconds)} s, of all tries`,
          tree('Erlang A at all contacts, answered within target over offered, weighed by contacts'),
        ),
        explainedFigure(
          'lost_per_hour',
          'Lost for good an hour',
          lost,
          'contacts',
          'gave up and did not try again',
          tree('(1 - redial share) × abandonment × all contacts'),
        ),
      ],
      tables: [
        {
          name: 'streams',
          title: 'Stream by stream',
          about: 'In balance: as many come back as the queue itself sends back.',
          columns: [
            { name: 'stream', label: 'Stream', unit: '' },
            { name: 'first_per_hour', label: 'First tries', unit: 'contacts' },
            { name: 'redials_per_hour', label: 'Redials', unit: 'contacts' },
            { name: 'repeats_per_hour', label: 'Repeats', unit: 'contacts' },
            { name: 'offered_per_hour', label: 'All', unit: 'contacts' },
            { name: 'service_level', label: 'Service level', unit: '%' },
            {
              name: 'service_level_first_only',
              label: 'If nobody came back',
              unit: '%',
              hint: 'Erlang A at first tries alone',
            },
            { name: 'abandonment', label: 'Abandonment', unit: '%' },
            { name: 'asa_s', label: 'ASA', unit: 's' },
            { name: 'occupancy', label: 'Occupancy', unit: '%' },
            { name: 'lost_per_hour', label: 'Lost', unit: 'contacts' },
          ],
          rows: balance.streams.map((one, at) => [
            one.name,
            one.firstPerHour,
            one.redialsPerHour,
            one.repeatsPerHour,
            one.offeredPerHour,
            one.figures.serviceLevel,
            firstOnly[at]!.serviceLevel,
            one.figures.abandonment,
            orNull(one.figures.asaSeconds),
            one.figures.occupancy,
            one.lostPerHour,
          ]),
        },
      ],
      charts: [],
      provenance: provenance(METHOD, {
        warnings: [
          `Settled after ${balance.rounds} ${balance.rounds === 1 ? 'round' : 'rounds'}. Those who come back within a minute or two meet the same busy queue: then the true level is up to 3 points lower.`,
        ],
      }),
    };
  },
});

function streamsOf(rows: readonly Readonly<Record<string, InputCell>>[], targetSeconds: number): RetrialStream[] {
  const issues: Issue[] = [];
  const names = rows.map(({ stream }) => String(stream));
  names.forEach((name, at) => {
    if (names.indexOf(name) !== at)
      issues.push(issue('retrials.name', `row ${at + 1}, column stream`, name, 'a name that no row above has'));
  });
  const streams = rows.map((row, at): RetrialStream => {
    const to = row.back_to === null ? at : names.indexOf(String(row.back_to));
    if (to < 0) issues.push(issue('retrials.back', `row ${at + 1}, column back_to`, row.back_to, names.join(', ')));
    return {
      name: names[at]!,
      arrivalsPerHour: Number(row.contacts_per_hour),
      handleTimeSeconds: Number(row.handle_time_s),
      agents: Number(row.agents),
      patienceSeconds: row.patience_s === null ? Number.POSITIVE_INFINITY : Number(row.patience_s),
      redialShare: Number(row.redial_share),
      repeatShare: Number(row.repeat_share),
      targetSeconds,
      backTo: names.map((_, other) => (other === to ? 1 : 0)),
    };
  });
  if (issues.length > 0) throw new InputFault(issues);
  return streams;
}
