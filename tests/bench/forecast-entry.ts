/** What the forecasting benchmark calls: the same answers, and the same holidays, as the command line's `forecast`. */
export { forecastDemand, forecastTable } from '../../engine/answers/forecast-demand';
export { readHistory } from '../../engine/answers/read-history';
export { publicHolidays } from '../../server/holidays';
