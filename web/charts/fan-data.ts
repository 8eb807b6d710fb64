import type { Figures, LineBand, LineChartData, LineMarker, LineSeries, ValueAxis } from './chart-types';

/** A stretch of figures over time. */
export interface TimedFigures {
  /** ISO dates or wall times, ascending. */
  readonly x: readonly string[];
  readonly values: Figures;
}

/** History, forecast and its bands, before they share one axis. */
export interface FanFacts {
  readonly history: TimedFigures;
  readonly forecast: TimedFigures;
  /** By level in percent, such as 80 and 95; over the forecast's times. */
  readonly bands: readonly { readonly level: number; readonly lower: Figures; readonly upper: Figures }[];
  /** What the same method would have said in the past, laid over what then happened. */
  readonly backtest?: TimedFigures | undefined;
  readonly markers?: readonly LineMarker[] | undefined;
  readonly y: ValueAxis;
}

/**
 * History and forecast on one time axis: the line chart of a fan.
 *
 * The narrowest band is drawn strong, the widest faint; the forecast's beginning is marked.
 */
export function fanData({ history, forecast, bands, backtest, markers = [], y }: FanFacts): LineChartData {
  const x = [...new Set([...history.x, ...forecast.x, ...(backtest?.x ?? [])])].sort();
  const at = new Map(x.map((time, index) => [time, index]));
  const spread = (times: readonly string[], values: Figures) => {
    const row = new Float64Array(x.length).fill(Number.NaN);
    times.forEach((time, index) => {
      row[at.get(time) ?? 0] = values[index] ?? Number.NaN;
    });
    return row;
  };
  const series: LineSeries[] = [
    {
      id: 'history',
      label: 'History',
      values: spread(history.x, history.values),
      color: 7,
      dash: 'solid',
      weight: 'thin',
    },
  ];
  if (backtest) {
    const values = spread(backtest.x, backtest.values);
    series.push({ id: 'backtest', label: 'Backtest', values, color: 2, dash: 'dashed', weight: 'thin' });
  }
  series.push({
    id: 'forecast',
    label: 'Forecast',
    values: spread(forecast.x, forecast.values),
    color: 1,
    dash: 'solid',
  });
  const start = forecast.x[0];
  return {
    x,
    series,
    bands: [...bands]
      .sort((a, b) => b.level - a.level)
      .map(
        (band, index, all): LineBand => ({
          id: `band-${band.level}`,
          label: `${band.level} % band`,
          lower: spread(forecast.x, band.lower),
          upper: spread(forecast.x, band.upper),
          color: 1,
          strength: index === all.length - 1 ? 'strong' : index === 0 ? 'faint' : 'middle',
        }),
      ),
    markers:
      start === undefined ? markers : [{ id: 'forecast-begins', label: 'Forecast begins', from: start }, ...markers],
    y,
  };
}
