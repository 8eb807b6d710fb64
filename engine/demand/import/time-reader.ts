import { type Issue, issue } from '../../units';
import { clockMinutes, type DateOrder, hourMinutes, minutesOf, serialMinutes, timeParts } from './cells';
import { zoneShift } from './zone-shift';

export const ORDER_NAMES: Readonly<Record<DateOrder, string>> = {
  ymd: 'year-month-day',
  dmy: 'day-month-year',
  mdy: 'month-day-year',
};

/** 1970-01-01 to 2100-12-31, in minutes. */
const EARLIEST = 0;
const LATEST = 68_877_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const CACHED = 20_000;
/** What a number of days says by itself: no order, no zone. */
const SERIAL_PARTS = { a: 0, b: 0, yearFirst: true, zone: '' };

/** A row where a date could be read in one order only. */
interface OrderEvidence {
  readonly line: number;
  readonly cell: string;
}

/** How times are read. */
export interface TimeReading {
  readonly kind: 'wall' | 'steps';
  /** Dates are numbers of days, as a spreadsheet counts them. */
  readonly isSerial: boolean;
  /** Times of day are hours and minutes without a mark or a leading zero: 830 is half past eight, 15 a quarter past midnight. */
  readonly isHhmm: boolean;
  readonly order: DateOrder;
  /** Times without an offset of their own are written in this zone. */
  readonly writtenIn: string | undefined;
  /** The zone whose local time is wanted; as written without it. */
  readonly zone: string | undefined;
}

/** Reads times cell by cell: remembers what it has read, what zones it saw, and which rows allow one date order only. */
export class TimeReader {
  readonly zones = new Set<string>();
  dayFirst: OrderEvidence | null = null;
  monthFirst: OrderEvidence | null = null;
  private readonly known = new Map<string, number>();
  private readonly shift: (minutes: number, offset: string) => number;

  constructor(private readonly how: TimeReading) {
    this.shift = zoneShift(how.zone, how.writtenIn);
  }

  /** Minutes of wall time since 1970, or the running number; an issue where the cells hold none. */
  read(cell: string, clock: string | null, line: number, column: string): number | Issue {
    if (this.how.kind === 'steps') return this.readStep(cell, line, column);
    const key = clock === null ? cell : `${cell}\t${clock}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const found = this.readNew(cell, clock, line, column);
    if (typeof found === 'number') {
      if (this.known.size >= CACHED) this.known.clear();
      this.known.set(key, found);
    }
    return found;
  }

  private readNew(cell: string, clock: string | null, line: number, column: string): number | Issue {
    const place = `line ${line}, column ${column}`;
    const written = this.how.isSerial ? null : timeParts(cell);
    const parts = this.how.isSerial ? SERIAL_PARTS : written;
    if (!parts) return issue('import.time', place, cell, 'a date or time such as 2026-01-05 07:30 or 05.01.2026 07:30');
    if (!parts.yearFirst) {
      if (parts.a > 12 && parts.b <= 12) this.dayFirst ??= { line, cell };
      else if (parts.b > 12 && parts.a <= 12) this.monthFirst ??= { line, cell };
    }
    let minutes = written ? minutesOf(written, this.how.order) : serialMinutes(cell);
    if (clock !== null) {
      const ofDay = clockMinutes(clock);
      const plain = this.how.isHhmm ? clock.trim().padStart(4, '0') : clock;
      minutes += Number.isNaN(ofDay) ? hourMinutes(plain) : ofDay;
    }
    if (Number.isNaN(minutes)) {
      const also = clock === null ? '' : ` ${clock}`;
      return issue(
        'import.time',
        place,
        cell + also,
        `an existing date in the order ${ORDER_NAMES[this.how.order]} that the other rows have`,
      );
    }
    if (minutes < EARLIEST || minutes > LATEST) {
      return issue('import.year', place, cell, `a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
    }
    this.zones.add(parts.zone);
    return this.shift(minutes, parts.zone);
  }

  private readStep(cell: string, line: number, column: string): number | Issue {
    if (/^\s*-?\d{1,12}\s*$/.test(cell)) return Number(cell);
    return issue('import.step', `line ${line}, column ${column}`, cell, 'a whole number, one more each interval');
  }
}
