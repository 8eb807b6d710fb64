import type { History } from '../../../engine/plan';
import { isoWall, wallMinutes } from '../../charts';
import type { Cell } from '../../format';

/** A history as one long table, in columns that can be imported again. */
export function historyTable(history: History): readonly (readonly Cell[])[] {
  const { name, start, intervalMinutes, values, handled, handleTimeSeconds } = history;
  const from = wallMinutes(start);
  const head = [
    'series',
    'timestamp',
    'offered',
    ...(handled ? ['handled'] : []),
    ...(handleTimeSeconds ? ['average handle time (s)'] : []),
  ];
  const rows = values.map((value, at): Cell[] => {
    const stamp = isoWall(from + at * intervalMinutes);
    return [
      name,
      intervalMinutes >= 1440 ? stamp.slice(0, 10) : stamp.replace('T', ' '),
      value,
      ...(handled ? [handled[at]] : []),
      ...(handleTimeSeconds ? [handleTimeSeconds[at]] : []),
    ];
  });
  return [head, ...rows];
}
