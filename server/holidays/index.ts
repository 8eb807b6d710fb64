export { type Holiday, publicHolidays } from './public-holidays';
