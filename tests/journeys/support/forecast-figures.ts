import { forecastDemand, forecastTable } from '../../../engine/answers/forecast-demand';
import { readHistory } from '../../../engine/answers/read-history';

/** Every figure of a forecast: means, bands, parts, sums and the report, as text. */
export function forecastFigures(
  csv: string,
  grainMinutes: number,
  horizon: number,
  holidays: readonly string[],
): string {
  const named = holidays.map((date) => ({ date, name: date.slice(5) }));
  const answer = forecastDemand(readHistory(csv).histories, {
    horizon,
    grainMinutes,
    holidays: named,
    levels: [50, 80, 95],
  });
  const rest = answer.series.map(({ rows: _, ...one }) => one);
  return JSON.stringify([forecastTable(answer, { components: true }).rows, rest]);
}
