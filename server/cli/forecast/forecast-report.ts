import type { ForecastAnswer, ForecastedSeries } from '../../../engine/answers';

/** Model, weights, backtest and cleaning of every series as text, for people. */
export function forecastReport({ series }: ForecastAnswer): string {
  return series.map(seriesReport).join('\n');
}

function seriesReport({ series, report }: ForecastedSeries): string {
  const weights = report.weights.map(({ method, weight }) => `  ${percent(weight).padStart(7)}  ${method}`);
  const cleaned = report.cleaned.map(
    ({ id, from, intervals, kind, action, kept }) =>
      `  ${from}, ${intervals} intervals: ${kind}; ${kept ? 'kept as it was' : `${action} (--keep ${id} leaves it)`}`,
  );
  return `${[
    `${series}: ${report.sentence}`,
    'Weights',
    ...weights,
    `Backtest over ${report.trials} trials: error over contacts (WAPE), bias, MASE, share inside the bands; beside it the`,
    'WAPE of the same interval last week, and of the mean of the last four',
    ...scoreLines(report.scores),
    cleaned.length > 0 ? 'Cleaned' : 'Nothing was cleaned',
    ...cleaned,
  ].join('\n')}\n`;
}

function scoreLines(scores: ForecastedSeries['report']['scores']): string[] {
  const levels = scores[0]?.coverage.map(({ level }) => `in ${level} %`) ?? [];
  const head = ['', 'WAPE', 'bias', 'MASE', ...levels, 'last week', 'mean of 4'];
  const rows = scores.map(({ horizon, wape, bias, mase, coverage, naiveWape, meanOfFourWape }) => [
    horizon,
    percent(wape),
    percent(bias),
    mase.toFixed(3),
    ...coverage.map(({ share }) => percent(share)),
    percent(naiveWape),
    percent(meanOfFourWape),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`;
  return [head, ...rows].map(line);
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '-';
}
