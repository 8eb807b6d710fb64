import { once } from 'node:events';
import { type Cell, csvLine } from './csv';
import type { Surroundings } from './verb';

/** Lines written at once; a pipe is given time to drain between them. */
const CHUNK = 2000;

/** Writes a table as CSV. */
export async function writeCsv(
  around: Surroundings,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  let text = csvLine(columns);
  let lines = 1;
  for (const row of rows) {
    text += csvLine(row);
    lines += 1;
    if (lines % CHUNK !== 0) continue;
    await write(around.stdout, text);
    text = '';
  }
  if (text !== '') await write(around.stdout, text);
}

/** Writes a value as JSON; typed arrays become lists, and what is no finite number becomes null. */
export async function writeJson(around: Surroundings, value: unknown): Promise<void> {
  await write(around.stdout, `${JSON.stringify(value, plain, 2)}\n`);
}

function plain(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<number>);
  if (value instanceof Map) return [...value];
  return value;
}

async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
