import { countHistory, decidedForecast, type ForecastOptions } from '../../../engine/answers';
import { readPlanFile } from '../read-plan-file';
import type { Call } from '../verb';
import type { Forecasted } from './forecasted';
import { holidaysAround } from './holidays-around';
import { marketHolidays, planHistory } from './plan-history';

/** The forecast of a history that a plan keeps, with the decisions that it keeps about its findings. */
export async function forecastOfPlan(
  file: string,
  { named, market }: { readonly named: string | undefined; readonly market: string | undefined },
  settings: ForecastOptions,
  { around, control }: Pick<Call, 'around' | 'control'>,
): Promise<Forecasted> {
  const plan = await readPlanFile(file, around);
  const history = planHistory(plan, named);
  const counts = countHistory(history);
  const clock = { clock: counts.clock, histories: [counts] };
  const { horizon, grainMinutes } = settings;
  const holidays =
    market === undefined
      ? undefined
      : (marketHolidays(plan, market) ?? holidaysAround(market, clock, horizon, grainMinutes));
  return { answer: decidedForecast(counts, history.decisions, { ...settings, holidays }, control), inferred: null };
}
