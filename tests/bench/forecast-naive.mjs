import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './forecast-table.mjs';

/**
 * Seasonal naive forecasts of a folder's tasks, in the scorer's columns, with bands of no width.
 *
 * The value of the same time of the week in the last week that has one; of a whole period of steps, or the last value,
 * where there are no dates or a row is a week.
 */
export function naiveForecasts(tasksFolder, out) {
  for (const task of table(readFileSync(join(tasksFolder, 'tasks.csv'), 'utf8'))) {
    mkdirSync(join(out, task.task), { recursive: true });
    for (let k = 1; k <= Number(task.origins); k++) {
      const name = `origin${String(k).padStart(2, '0')}`;
      const read = (file) => table(readFileSync(join(tasksFolder, task.task, file), 'utf8'));
      const past = new Map();
      for (const { series, timestamp, value } of read(`${name}.csv`)) {
        if (!past.has(series)) past.set(series, new Map());
        past.get(series).set(placeOf(timestamp), Number(value));
      }
      const lines = read(`${name}_future.csv`).map(({ series, timestamp }) => {
        const value = before(past.get(series), placeOf(timestamp), periodOf(task, timestamp));
        return [series, timestamp, value, value, value, value, value].join(',');
      });
      writeFileSync(
        join(out, task.task, `${name}.csv`),
        `${['series,timestamp,mean,lo80,hi80,lo95,hi95', ...lines].join('\n')}\n`,
      );
    }
  }
}

/** Minutes, or the running number. */
function placeOf(stamp) {
  return /^\d+$/.test(stamp)
    ? Number(stamp)
    : Date.parse(`${stamp.replace(' ', 'T')}${stamp.length > 10 ? 'Z' : ''}`) / 60_000;
}

function periodOf(task, stamp) {
  return /^\d+$/.test(stamp) ? Number(task.mase_period) : 7 * 1440;
}

function before(values, place, period) {
  const first = Math.min(...values.keys());
  for (let at = place - period; at >= first; at -= period) if (values.has(at)) return values.get(at);
  return [...values.values()].at(-1);
}
