export { forecastOfFile } from './forecast-of-file';
export { forecastOfPlan } from './forecast-of-plan';
export { forecastReport } from './forecast-report';
