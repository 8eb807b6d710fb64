import { memo } from 'react';
import type { HistoryForecast } from '../../../engine/answers';
import { formatNumber, formatPoints, formatShare } from '../../format';
import { DataTable, Panel } from '../../ui';
import css from './demand.module.css';

/** How good the forecast is, by its own backtest beside two plain rules; and which methods it mixes. */
export const ForecastReport = memo(function ForecastReport({
  forecast,
  stale,
}: {
  readonly forecast: HistoryForecast;
  readonly stale: boolean;
}) {
  const { report } = forecast;
  return (
    <Panel title="How far to trust it" description={report.sentence} stale={stale} order={3}>
      {report.scores.length > 0 && (
        <DataTable
          label="Backtest by horizon"
          rows={report.scores}
          keyOf={(score) => score.horizon}
          columns={[
            {
              key: 'horizon',
              label: 'Horizon',
              render: (score) => (score.horizon === 'all' ? 'whole horizon' : score.horizon),
            },
            number('Error (WAPE)', 'Absolute error over contacts', (score) => formatShare(score.wape)),
            number('Same time last week', 'WAPE of the seasonal naive forecast', (score) =>
              formatShare(score.naiveWape),
            ),
            number('Mean of last four', 'WAPE of the mean of the last four same weekdays', (score) =>
              formatShare(score.meanOfFourWape),
            ),
            number('Bias', 'Forecast over actual contacts, less 1', (score) => formatPoints(100 * score.bias)),
            number('MASE', 'Error over that of the seasonal naive within the history', (score) =>
              formatNumber(score.mase, 2),
            ),
            ...(report.scores[0]?.coverage ?? []).map(({ level }, at) =>
              number(`Inside ${level} %`, `Share of actual figures inside the ${level} % band`, (score) =>
                formatShare(score.coverage[at]?.share),
              ),
            ),
          ]}
        />
      )}
      <h4 className={css.subtitle}>Methods and their weights</h4>
      <p className={css.words}>
        {report.weights.map(({ method, weight }) => `${method} ${formatShare(weight)}`).join(' · ') || 'the plain mean'}
      </p>
    </Panel>
  );
});

type Score = HistoryForecast['report']['scores'][number];

function number(label: string, hint: string, render: (score: Score) => string) {
  return { key: label, label, hint, numeric: true, render } as const;
}
