import type { Plan } from '../schema';
import { type Add, checkHours, checkZone, existingDate } from './check-tools';

export function checkCalendar(plan: Plan, add: Add): void {
  existingDate('calendar.startDate', plan.calendar.startDate, add);
  checkZone('calendar.zone', plan.calendar.zone, add);
}

export function checkMarkets(plan: Plan, add: Add): void {
  plan.markets.forEach((market, at) => {
    checkZone(`markets[${at}].zone`, market.zone, add);
    checkHours(`markets[${at}].openingHours`, market.openingHours, add);
    market.holidays.forEach((day, index) => {
      existingDate(`markets[${at}].holidays[${index}].date`, day.date, add);
    });
  });
}
