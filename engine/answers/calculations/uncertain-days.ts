import { percentilePlan, type UncertainStream } from '../../queueing';
import { provenance } from '../provenance';
import { defineCalculation, explainedFigure, numberWords, orNull, percentWords } from './build-answer';

const SHARES = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99] as const;
const METHOD =
  'A day’s rate is its forecast times a gamma number of mean 1 (Jongbloed and Koole 2001), partly the same for all streams (Mathai and Moschopoulos 1991); agents by Erlang A, or C without patience';

/** Staff so that targets hold on a share of days, over streams that share a part of their luck. */
export const uncertainDays = defineCalculation({
  name: 'uncertain-days',
  title: 'Uncertain days',
  about:
    'A forecast is right on average: staffed for it, a target holds on about half of the days. This is the staff with which it holds on 80 or 95 % of days, for one interval of several streams.',
  fields: {
    shareOfDays: { option: 'days-share', label: 'Targets hold on', unit: '%', usual: 0.8, min: 0, max: 0.9999 },
    common: { option: 'common', label: 'Busyness in common', unit: '%', usual: 1, min: 0, max: 1 },
  },
  choices: {
    hold: {
      option: 'hold',
      label: 'Holds for',
      choices: [
        { value: 'each', label: 'each stream, on its own days' },
        { value: 'all', label: 'all streams, on the same days' },
      ],
    },
  },
  table: {
    row: 'stream',
    about:
      'One stream a row. “Days vary by” is the standard deviation of a day’s rate over its forecast, such as 10 %.',
    least: 1,
    most: 500,
    columns: [
      { name: 'stream', label: 'Stream', unit: '', text: true, min: 0, max: 0 },
      { name: 'contacts_per_hour', label: 'Contacts an hour', unit: 'contacts', min: 0, max: 1e8 },
      { name: 'handle_time_s', label: 'Handle time', unit: 's', min: 0, max: 1e7, above: true },
      { name: 'patience_s', label: 'Patience', unit: 's', min: 0, max: 1e9, empty: 'nobody gives up' },
      { name: 'service_level_target', label: 'Service level', unit: '%', min: 0, max: 0.9999 },
      { name: 'target_s', label: 'Within', unit: 's', min: 0, max: 1e7 },
      { name: 'daily_variation', label: 'Days vary by', unit: '%', min: 0, max: 3 },
    ],
    usual: [
      ['Bookings', 1000, 240, 120, 0.8, 20, 0.1],
      ['Service', 600, 360, 150, 0.8, 30, 0.15],
      ['Complaints', 120, 540, 200, 0.9, 20, 0.25],
    ],
  },
  answer(question) {
    const { values, words, rows } = question;
    const streams = rows.map(
      (row): UncertainStream => ({
        name: String(row.stream),
        load: {
          arrivalsPerHour: Number(row.contacts_per_hour),
          handleTimeSeconds: Number(row.handle_time_s),
          patienceSeconds: row.patience_s === null ? undefined : Number(row.patience_s),
        },
        targets: { serviceLevel: Number(row.service_level_target), targetSeconds: Number(row.target_s) },
        dailyVariation: Number(row.daily_variation),
      }),
    );
    const chosen = { streams, common: values.common, hold: words.hold };
    const plan = percentilePlan({ ...chosen, shareOfDays: values.shareOfDays });
    const curve = SHARES.map((shareOfDays) => percentilePlan({ ...chosen, shareOfDays }).agents);
    const { inputs } = question;
    const tree = (formula: string) => ({ formula, method: METHOD, inputs });
    const requirement = 'requirement at forecast × the quantile of a gamma number of mean 1 and the stream’s variation';
    const more = plan.agents - plan.agentsAsForecast;
    return {
      headline: Number.isFinite(plan.agents)
        ? `${numberWords(plan.agents)} agents instead of ${numberWords(plan.agentsAsForecast)} for a day as forecast: ${numberWords(more)} more make targets hold on ${percentWords(values.shareOfDays)} of days.`
        : 'No number of agents meets the targets of some stream.',
      unsolved: unsolvedOf(plan.streams),
      figures: [
        explainedFigure(
          'agents',
          'Agents',
          orNull(plan.agents),
          'agents',
          `${numberWords(plan.heads)} when rounded up once, over all streams`,
          tree(`sum over streams of the ${requirement}`),
        ),
        explainedFigure(
          'agents_as_forecast',
          'For a day as forecast',
          orNull(plan.agentsAsForecast),
          'agents',
          'holds on about half of the days',
          tree('sum over streams of the requirement at forecast'),
        ),
        explainedFigure(
          'share_of_days_each',
          'Each stream holds on',
          plan.shareOfDaysEach,
          '%',
          'of days, its own',
          tree(words.hold === 'each' ? 'as asked for' : 'raised until all streams hold together on the days asked for'),
        ),
        explainedFigure(
          'share_of_days_together',
          'All hold at once on',
          plan.shareOfDaysTogether,
          '%',
          'of days',
          tree('mean, over the luck in common, of the product of the streams’ own chances'),
        ),
      ],
      tables: [
        {
          name: 'streams',
          title: 'Stream by stream',
          about: 'Add fractions up before anything is rounded.',
          columns: [
            { name: 'stream', label: 'Stream', unit: '' },
            { name: 'agents', label: 'Agents', unit: 'agents', hint: requirement },
            { name: 'agents_as_forecast', label: 'As forecast', unit: 'agents' },
            { name: 'busyness', label: 'Busyness staffed for', unit: '', hint: 'Times the forecast' },
          ],
          rows: plan.streams.map((one) => [one.name, orNull(one.agents), orNull(one.agentsAsForecast), one.busyness]),
        },
        {
          name: 'shares',
          title: 'By share of days',
          about: 'What another few days of a hundred cost.',
          columns: [
            { name: 'share_of_days', label: 'Share of days', unit: '%' },
            { name: 'agents', label: 'Agents', unit: 'agents' },
          ],
          rows: SHARES.map((share, at) => [share, orNull(curve[at]!)]),
        },
      ],
      charts: [
        {
          name: 'shares',
          title: 'Agents by share of days',
          about: `Agents, over all streams, with which targets hold on that share of days${words.hold === 'all' ? ', all streams on the same' : ''}.`,
          x: { label: 'Share of days', unit: '%', values: SHARES },
          y: { label: 'Agents', unit: 'agents' },
          series: [{ label: 'Agents', values: curve.map(orNull) }],
          limits: Number.isFinite(plan.agentsAsForecast)
            ? [{ label: 'as forecast', value: plan.agentsAsForecast }]
            : [],
        },
      ],
      provenance: provenance(METHOD),
    };
  },
});

function unsolvedOf(streams: readonly { readonly name: string; readonly reason: string | null }[]) {
  const bad = streams.find(({ reason }) => reason !== null);
  return bad ? { limit: bad.name, reason: `${bad.name}: ${bad.reason}` } : null;
}
