import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputFault, issue } from '../../engine/units';
import type { Surroundings } from './verb';

/** The largest input that is read at all. */
const MOST_BYTES = 512 * 1024 * 1024;

/** An input and the name that messages call it by. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads a file, or standard input for `-`. */
export async function readInput(file: string, around: Surroundings): Promise<Input> {
  if (file === '-') {
    if (around.stdin.isTTY) around.stderr.write('Reading from the keyboard; end with Ctrl-D.\n');
    return { name: 'standard input', bytes: await gather(around.stdin as AsyncIterable<Uint8Array>) };
  }
  const path = resolve(around.workingFolder, file);
  try {
    const handle = await open(path);
    try {
      const { size } = await handle.stat();
      if (size > MOST_BYTES) throw tooLarge(file);
      return { name: file, bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw unreadable(file, error as NodeJS.ErrnoException);
  }
}

async function gather(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    size += bytes.length;
    if (size > MOST_BYTES) throw tooLarge('standard input');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function tooLarge(name: string): InputFault {
  const limit = `at most ${MOST_BYTES / 1024 / 1024} MB`;
  return new InputFault([issue('input.size', name, 'more than that', limit)]);
}

function unreadable(file: string, error: NodeJS.ErrnoException): InputFault {
  const found = new Map([
    ['ENOENT', 'no such file'],
    ['EISDIR', 'a folder'],
    ['EACCES', 'a file that may not be read'],
  ]).get(error.code ?? '');
  const message = `${file}: ${found ?? `cannot be read (${error.code})`}; a file is needed, or - for standard input`;
  return new InputFault([issue('input.file', file, found ?? error.code, 'a file that can be read, or -', message)]);
}
