import { type FlowRecords, STREAM_COUNT, STREAM_COUNTS } from '../../simulate';

/** What a week of a sampled year is shown by, over all streams: contacts lost, answered within target, and judged. */
export const WEEK_COUNTS = 3;
const COUNTED = [STREAM_COUNT.lost, STREAM_COUNT.withinTarget, STREAM_COUNT.judged] as const;

/** Adds what some days of a stream count to rows of `WEEK_COUNTS` a week, or takes it off; days after the rows' end are left out. */
export function addWeeks(
  rows: Float64Array,
  records: FlowRecords,
  stream: number,
  fromDay: number,
  toDay: number,
  sign: 1 | -1,
): void {
  const end = Math.min(toDay, (rows.length / WEEK_COUNTS) * 7);
  for (let day = fromDay; day < end; day++) {
    const row = Math.floor(day / 7) * WEEK_COUNTS;
    const from = (stream * records.days + day) * STREAM_COUNTS;
    for (let at = 0; at < WEEK_COUNTS; at++) {
      rows[row + at] = rows[row + at]! + sign * records.streams[from + COUNTED[at]!]!;
    }
  }
}
