import { card } from './card';
import { dynamicRegression } from './dynamic-regression';
import { smoothing } from './exponential-smoothing';
import { lastYear } from './last-year';
import type { Model } from './model';
import { throughRowTotals } from './row-totals';
import { seasonalAutoregression } from './seasonal-autoregression';
import { seasonalMean } from './seasonal-mean';
import { slotSmoothing } from './slot-smoothing';
import { sparseRate } from './sparse-rate';
import { theta } from './theta';
import { tripleSeason } from './triple-season';
import { yearShape } from './year-shape';

export { localLine } from './local-line';
export type { Model, RowMethod, RowShape, Sample } from './model';
export { yearSeason } from './year-shape';

/** Every model that a forecast may use; a model that does not suit a series answers null there. */
export const MODELS: readonly Model[] = [
  seasonalMean(1),
  seasonalMean(4),
  seasonalMean(13),
  throughRowTotals('smoothing', 'exponential smoothing', 'Hyndman et al. 2008; Gardner & McKenzie 1985', smoothing),
  throughRowTotals('theta', 'Theta method', 'Assimakopoulos & Nikolopoulos 2000', theta),
  throughRowTotals('card', 'calibrated average of growth and autoregression', 'Doornik, Castle & Hendry 2020', card),
  throughRowTotals(
    'weekday-regression',
    'weekday regression with autoregressive errors',
    'Cochrane & Orcutt 1949',
    dynamicRegression(0),
  ),
  throughRowTotals(
    'harmonic-regression',
    'yearly harmonics with autoregressive errors',
    'Young, Pedregal & Tych 1999',
    dynamicRegression(4),
  ),
  throughRowTotals('last-year', 'last year’s weeks at this year’s level', 'planners’ practice', lastYear),
  throughRowTotals(
    'year-dates',
    'year’s shape date by date, rest smoothed',
    'Bandara, Hyndman & Bergmeir 2021',
    yearShape(0, false),
  ),
  throughRowTotals(
    'year-shape',
    'year’s smooth shape, rest smoothed',
    'Bandara, Hyndman & Bergmeir 2021',
    yearShape(0.02, true),
  ),
  seasonalAutoregression,
  slotSmoothing('week'),
  slotSmoothing('day'),
  tripleSeason,
  sparseRate,
];
