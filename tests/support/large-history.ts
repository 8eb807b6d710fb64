import { closeSync, openSync, writeSync } from 'node:fs';

/** What a large file holds, counted while it was written. */
export interface LargeHistory {
  readonly rows: number;
  readonly series: number;
  readonly contacts: number;
  readonly bytes: number;
}

const STEP_MS = 300_000;

/**
 * Writes a made-up export of so many rows: queues, five-minute intervals, offered, handled, mean handle time.
 *
 * Rows come by time, as exports have them, one a queue; about 75 bytes each.
 */
export function writeLargeHistory(path: string, rows: number, series = 50): LargeHistory {
  const file = openSync(path, 'w');
  let state = 17;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let contacts = 0;
  let bytes = 0;
  const write = (text: string) => {
    bytes += writeSync(file, text);
  };
  write('Interval start,Queue name,Channel,Calls offered,Calls handled,Avg handle time (s)\n');
  const start = Date.UTC(2025, 0, 6);
  let block: string[] = [];
  for (let row = 0; row < rows; row++) {
    const queue = row % series;
    const at = new Date(start + Math.floor(row / series) * STEP_MS).toISOString();
    const offered = Math.floor(random() * 40);
    const handled = Math.floor(offered * (0.8 + 0.2 * random()));
    contacts += offered;
    block.push(
      `${at.slice(0, 10)} ${at.slice(11, 16)},Queue of customers ${queue + 1},voice,${offered},${handled},${(200 + random() * 200).toFixed(1)}\n`,
    );
    if (block.length === 20_000) {
      write(block.join(''));
      block = [];
    }
  }
  write(block.join(''));
  closeSync(file);
  return { rows, series, contacts, bytes };
}
