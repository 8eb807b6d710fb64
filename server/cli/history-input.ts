import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ByteSource, type Delimiter, type ImportInput, type SheetCell, sheetText } from '../../engine/answers';
import { InputFault, issue } from '../../engine/units';
import { readInput } from './input';
import type { Surroundings } from './verb';

/** A history to read: in pieces from a file, at once from standard input or a workbook. */
export interface HistoryInput {
  readonly input: ImportInput;
  /** What parts the cells, where that is known. */
  readonly delimiter?: Delimiter | undefined;
  close(): void;
}

/** The largest workbook that is unpacked. */
const MOST_WORKBOOK = 100_000_000;

/**
 * Opens a history for reading, a piece in memory at a time; a workbook's sheet (the first unless named) is read as text.
 *
 * Close it afterwards. A file that can't be read is an `InputFault`.
 */
export async function openHistory(
  file: string,
  sheet: string | undefined,
  around: Surroundings,
): Promise<HistoryInput> {
  if (file === '-') {
    const { bytes } = await readInput(file, around);
    return isWorkbook(bytes) ? fromWorkbook(bytes, sheet, file) : { input: bytes, close() {} };
  }
  const source = openFile(file, around);
  if (!source) return { input: (await readInput(file, around)).bytes, close() {} };
  if (!isWorkbook(source.read(0, Math.min(4, source.size)))) return { input: source, close: source.close };
  source.close();
  if (source.size > MOST_WORKBOOK) {
    throw new InputFault([
      issue(
        'input.size',
        file,
        `${Math.round(source.size / 1e6)} MB`,
        'a workbook of at most 100 MB; save the sheet as CSV',
      ),
    ]);
  }
  return fromWorkbook((await readInput(file, around)).bytes, sheet, file);
}

/** Null where it can't be opened as a file; reading it whole then says why. */
function openFile(file: string, around: Surroundings): (ByteSource & { close(): void }) | null {
  let handle: number;
  try {
    handle = openSync(resolve(around.workingFolder, file), 'r');
  } catch {
    return null;
  }
  const stat = fstatSync(handle);
  // A pipe has no places to read from.
  if (!stat.isFile()) {
    closeSync(handle);
    return null;
  }
  return {
    size: stat.size,
    read(from, to) {
      const bytes = new Uint8Array(to - from);
      let filled = 0;
      while (filled < bytes.length) {
        const got = readSync(handle, bytes, filled, bytes.length - filled, from + filled);
        if (got === 0)
          throw new InputFault([
            issue('input.file', file, 'a file that became shorter', 'a file that stays as it is while it is read'),
          ]);
        filled += got;
      }
      return bytes;
    },
    close: () => closeSync(handle),
  };
}

function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

async function fromWorkbook(bytes: Uint8Array, sheet: string | undefined, file: string): Promise<HistoryInput> {
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(Buffer.from(bytes)).catch(() => {
    throw new InputFault([
      issue('input.workbook', file, 'a ZIP file that is no Excel workbook', 'an .xlsx workbook, or a text file'),
    ]);
  });
  const found = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet);
  if (!found) {
    throw new InputFault([
      issue('option.choice', '--sheet', sheet, `a sheet of the workbook: ${sheets.map((one) => one.sheet).join(', ')}`),
    ]);
  }
  return { input: sheetText(found.data as unknown as readonly (readonly SheetCell[])[]), delimiter: '\t', close() {} };
}
