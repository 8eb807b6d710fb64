import { InputFault, type Issue, issue } from '../units';
import { MINUTES_PER_DAY, WEEKDAY_NAMES } from './civil-days';
import { formatMinuteOfDay } from './date-times';

/** A stretch of a day; `endMinute` may run past 1440 into the following day, to at most 2880. */
export interface OpeningSpan {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** When a market or a site is open, by its own clocks. */
export interface OpeningHours {
  /** Spans that begin on each weekday, Monday first; none means closed. */
  readonly days: readonly (readonly OpeningSpan[])[];
  /** Spans that begin on a listed holiday, or the same as on that weekday. */
  readonly holiday: readonly OpeningSpan[] | 'as-weekday';
}

const ALLOWED = 'hours such as "Mo-Fr 07:00-21:00; Sa 09:00-17:00; Su closed" or "24/7"';
const HOLIDAY = 7;
const DAY_NAMES = new Map<string, number>(
  [
    ['mo', 'mon', 'monday'],
    ['tu', 'tue', 'tuesday'],
    ['we', 'wed', 'wednesday'],
    ['th', 'thu', 'thursday'],
    ['fr', 'fri', 'friday'],
    ['sa', 'sat', 'saturday'],
    ['su', 'sun', 'sunday'],
    ['ph', 'holiday', 'holidays'],
  ].flatMap((names, day) => names.map((name): [string, number] => [name, day])),
);

/**
 * Reads opening hours from compact text.
 *
 * Rules stand between semicolons: days (`Mo-Fr`, `Sa,Su`, none for every weekday), then spans (`07:00-21:00`,
 * several with commas) or `closed`. A span that ends at or before its start runs overnight: `Fr 22:00-06:00` closes on
 * Saturday at six. A later rule replaces an earlier one for its days. `PH` names listed holidays: without a rule of its
 * own a holiday is closed, even under `24/7`; `PH open` keeps the weekday's hours.
 *
 * Source: the rules are a part of the OpenStreetMap opening_hours notation (holidays differ: closed unless stated).
 * Units: clock times of the place. Valid: as above; all that is wrong is listed in one `InputFault`.
 * Cost: linear in the text.
 *
 * @example parseOpeningHours('Mo-Fr 07:00-21:00; Sa closed').days[0] // [{ startMinute: 420, endMinute: 1260 }]
 */
export function parseOpeningHours(text: string, path = 'openingHours'): OpeningHours {
  const { hours, issues } = readOpeningHours(text, path);
  if (issues.length > 0) throw new InputFault(issues);
  return hours;
}

/** All that is wrong with a text of opening hours, each with its place; empty when it reads. */
export function checkOpeningHours(text: string, path = 'openingHours'): readonly Issue[] {
  return readOpeningHours(text, path).issues;
}

/** What is wrong with a text of opening hours as one sentence on what is allowed; null when it reads. */
export function openingHoursIssue(text: string): string | null {
  const issues = checkOpeningHours(text, 'hours');
  if (issues.length === 0) return null;
  return issues.map(({ path, found, allowed }) => `${path.replace('hours, ', '')} ${found}: ${allowed}`).join('; ');
}

function readOpeningHours(text: string, path: string): { hours: OpeningHours; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const days: (readonly OpeningSpan[])[] = WEEKDAY_NAMES.map(() => []);
  let holiday: OpeningHours['holiday'] = [];
  const rules = text.split(';').map((rule) => rule.trim());
  if (rules.at(-1) === '' && rules.length > 1) rules.pop();
  rules.forEach((rule, index) => {
    const at = rules.length === 1 ? path : `${path}, rule ${index + 1}`;
    if (rule === '24/7') {
      days.fill([{ startMinute: 0, endMinute: MINUTES_PER_DAY }]);
      return;
    }
    const parts = /^([A-Za-z][A-Za-z,\s-]*?)?\s*(\d.*|closed|off|open)$/i.exec(rule);
    if (!parts) {
      issues.push(issue('hours.rule', at, rule, ALLOWED));
      return;
    }
    const named = readDays(parts[1], at, issues);
    const stated = parts[2]!.toLowerCase();
    const spans = stated === 'open' ? undefined : readSpans(stated, at, issues);
    if (spans === undefined && named.some((day) => day !== HOLIDAY)) {
      issues.push(issue('hours.open', at, rule, 'times for weekdays; only PH may be just "open"'));
    }
    for (const day of named) {
      if (day === HOLIDAY) holiday = spans ?? 'as-weekday';
      else days[day] = spans ?? [];
    }
  });
  return { hours: { days, holiday }, issues };
}

function readDays(text: string | undefined, path: string, issues: Issue[]): readonly number[] {
  if (text === undefined) return [0, 1, 2, 3, 4, 5, 6];
  const found: number[] = [];
  for (const part of text.split(',')) {
    const ends = part.split('-').map((name) => DAY_NAMES.get(name.trim().toLowerCase()));
    const [first, last] = [ends[0], ends.at(-1)];
    const isRange = ends.length === 2;
    if (
      first === undefined ||
      last === undefined ||
      ends.length > 2 ||
      (isRange && Math.max(first, last) === HOLIDAY)
    ) {
      issues.push(issue('hours.days', path, part.trim(), 'Mo, Tu, We, Th, Fr, Sa, Su, PH or a range such as Mo-Fr'));
      continue;
    }
    found.push(first);
    for (let day = first; isRange && day !== last; ) {
      day = (day + 1) % 7;
      found.push(day);
    }
  }
  return found;
}

function readSpans(text: string, path: string, issues: Issue[]): readonly OpeningSpan[] {
  if (text === 'closed' || text === 'off') return [];
  const spans: OpeningSpan[] = [];
  for (const part of text.split(',')) {
    const match = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(part.trim());
    const start = match ? clockMinutes(match[1]!, match[2]!) : null;
    const end = match ? clockMinutes(match[3]!, match[4]!) : null;
    if (start === null || end === null || start === MINUTES_PER_DAY || start === end) {
      issues.push(
        issue('hours.span', path, part.trim(), 'two different clock times from 00:00 to 24:00, as 07:00-21:00'),
      );
      continue;
    }
    spans.push({ startMinute: start, endMinute: end > start ? end : end + MINUTES_PER_DAY });
  }
  spans.sort((a, b) => a.startMinute - b.startMinute);
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    if (before !== undefined && span.startMinute < before.endMinute) {
      issues.push(issue('hours.overlap', path, formatSpans([before, span]), 'spans that do not overlap'));
    }
  });
  return spans;
}

function clockMinutes(hours: string, minutes: string): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= MINUTES_PER_DAY ? total : null;
}

/** Opening hours as compact text: the inverse of `parseOpeningHours`, in one canonical spelling. */
export function formatOpeningHours(hours: OpeningHours): string {
  const texts = hours.days.map(formatSpans);
  const rules: string[] = texts.every((text) => text === '00:00-24:00') ? ['24/7'] : [];
  for (let first = 0; rules[0] !== '24/7' && first < 7; ) {
    let last = first;
    while (last < 6 && texts[last + 1] === texts[first]) last += 1;
    const names = first === last ? WEEKDAY_NAMES[first] : `${WEEKDAY_NAMES[first]}-${WEEKDAY_NAMES[last]}`;
    rules.push(`${names} ${texts[first]}`);
    first = last + 1;
  }
  if (hours.holiday === 'as-weekday') rules.push('PH open');
  else if (hours.holiday.length > 0) rules.push(`PH ${formatSpans(hours.holiday)}`);
  return rules.join('; ');
}

function formatSpans(spans: readonly OpeningSpan[]): string {
  if (spans.length === 0) return 'closed';
  return spans
    .map(({ startMinute, endMinute }) => {
      const end = endMinute > MINUTES_PER_DAY ? endMinute - MINUTES_PER_DAY : endMinute;
      return `${formatMinuteOfDay(startMinute)}-${formatMinuteOfDay(end)}`;
    })
    .join(',');
}

/** Open hours in a week without holidays or clock changes. */
export function weeklyOpenHours(hours: OpeningHours): number {
  const minutes = hours.days.flat().reduce((sum, span) => sum + span.endMinute - span.startMinute, 0);
  return minutes / 60;
}
