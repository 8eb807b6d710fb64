import { addDays, daysBetween, formatDate, formatDay } from '../../../format';

/** Days that can be simulated contact by contact. */
export interface DaysChoice {
  /** As it stands in an address. */
  readonly value: string;
  readonly label: string;
  readonly from: string;
  readonly days: number;
}

/** When a disruption is felt: from its start until service is back, and the worst day between. */
export interface FeltDays {
  readonly startDate: string;
  readonly endDate: string;
  readonly impact: { readonly recoveredOn: string | null; readonly worstDay: string | null };
}

interface PlanDays {
  readonly startDate: string;
  readonly weeks: number;
}

/** The simulation's longest window, and how many contacts of one replication a page should hold: about 250 MB. */
const MOST_WEEKS = 4;
const MOST_CONTACTS = 4e6;
const MOST_CHOICES = 12;

/**
 * Days around a disruption worth simulating: all that it is felt on, up to four weeks at once, then each week by itself.
 *
 * @param contactsPerWeek of the whole plan; a large one is simulated in fewer weeks at once
 */
export function daysChoices(calendar: PlanDays, felt: FeltDays, contactsPerWeek: number): DaysChoice[] {
  const last = addDays(calendar.startDate, calendar.weeks * 7 - 1);
  const within = (day: string) => latest(calendar.startDate, earliest(day, addDays(last, -6)));
  const start = within(felt.startDate);
  const end = earliest(last, felt.impact.recoveredOn ?? felt.endDate);
  const weeks = Math.max(1, Math.ceil((daysBetween(start, end) + 1) / 7));
  const atOnce = Math.max(1, Math.min(MOST_WEEKS, weeks, Math.floor(MOST_CONTACTS / Math.max(1, contactsPerWeek))));
  const choice = (week: number, count: number, label: string): DaysChoice => {
    const from = addDays(start, week * 7);
    const days = Math.min(count * 7, daysBetween(from, last) + 1);
    const until = `${formatDay(from)} to ${formatDate(addDays(from, days - 1))}`;
    return { value: `${from}_${days}`, label: `${label}, ${until}`, from, days };
  };
  const found: DaysChoice[] = [];
  for (let week = 0; week < weeks && found.length < MOST_CHOICES; week += atOnce) {
    const count = Math.min(atOnce, weeks - week);
    const label =
      weeks === atOnce && weeks > 1
        ? 'All disrupted weeks'
        : count === 1
          ? `Week ${week + 1}`
          : `Weeks ${week + 1} to ${week + count}`;
    found.push(choice(week, count, label));
  }
  if (atOnce > 1)
    for (let week = 0; week < Math.min(weeks, MOST_CHOICES); week++) found.push(choice(week, 1, `Week ${week + 1}`));
  if (daysBetween(calendar.startDate, start) >= 7) found.push(choice(-1, 1, 'The week before'));
  return found.filter(({ value }, at) => found.findIndex((other) => other.value === value) === at);
}

/** Those to begin with: the ones that hold the worst day, else the first. */
export function usualDays(choices: readonly DaysChoice[], { impact: { worstDay } }: FeltDays): DaysChoice {
  const holds = ({ from, days }: DaysChoice) =>
    worstDay !== null && daysBetween(from, worstDay) >= 0 && daysBetween(from, worstDay) < days;
  return choices.find(holds) ?? choices[0]!;
}

// Dates in this form sort as text.
const latest = (one: string, other: string) => (one > other ? one : other);
const earliest = (one: string, other: string) => (one < other ? one : other);
