export { forecastReport } from './forecast-report';
export { crewSize, withThreads } from './thread-crew';
