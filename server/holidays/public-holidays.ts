import Holidays from 'date-holidays';
import { InputFault, issue } from '../../engine/units';

/** A day off in a country. */
export interface Holiday {
  /** Such as 2027-01-04. */
  readonly date: string;
  readonly name: string;
}

/**
 * Public holidays of a country (`US`) or of a part of it (`DE-BY`), over whole years, in order.
 *
 * A day off in place of a holiday that falls on a weekend has the holiday's own name, so that the two are learned from
 * together. Source: the package date-holidays, which cites its sources by country.
 */
export function publicHolidays(market: string, fromYear: number, toYear: number): readonly Holiday[] {
  const calendar = calendarOf(market);
  const found = new Map<string, string>();
  for (let year = fromYear; year <= toYear; year++) {
    for (const { date, start, end, name, type } of calendar.getHolidays(year)) {
      if (type !== 'public') continue;
      const nights = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      for (let night = 0; night < nights; night++) found.set(dayAfter(date.slice(0, 10), night), plainName(name));
    }
  }
  return [...found].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function calendarOf(market: string): Holidays {
  const [country = '', part] = market.split('-');
  const known = new Holidays();
  const countries = known.getCountries();
  if (!Object.hasOwn(countries, country)) {
    const allowed = `a country code: ${Object.keys(countries).join(' ')}`;
    throw new InputFault([issue('option.market', '--market', market, allowed)]);
  }
  const parts = known.getStates(country) ?? {};
  if (part !== undefined && !Object.hasOwn(parts, part)) {
    const allowed = `${country}, or with a part: ${Object.keys(parts).join(' ') || 'there is none'}`;
    throw new InputFault([issue('option.market', '--market', market, allowed)]);
  }
  const calendar = part === undefined ? new Holidays(country) : new Holidays(country, part);
  calendar.setLanguages('en');
  return calendar;
}

function dayAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function plainName(name: string): string {
  return name.replace(/ \(substitute day\)$/, '');
}
