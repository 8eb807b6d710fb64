import {
  type ByteSource,
  type Delimiter,
  type HistoryPreview,
  type ImportCorrections,
  type ImportInput,
  previewHistory,
  type SheetCell,
  sheetText,
} from '../../engine/answers';
import { InputFault, issue, type RunControl } from '../../engine/units';

/** A file or pasted text on its way into a plan. */
export interface FileToRead {
  /** A file is handed over as it is and read in pieces by the worker. */
  readonly input: Blob | string;
  readonly corrections?: ImportCorrections | undefined;
  /** The sheet of a workbook; the first without it. */
  readonly sheet?: string | undefined;
  readonly source: string;
  readonly intervalMinutes: number;
}

export interface FilePreview extends HistoryPreview {
  /** Sheets of a workbook; none for text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

/** Reads part of a file at once; workers alone have it. */
declare const FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };

/** The largest workbook that is unpacked. */
const MOST_WORKBOOK = 100_000_000;

/** Previews a file without ever holding it in memory as a whole; a workbook's sheet is read as text. Runs in a worker. */
export async function previewFile(options: FileToRead, control: RunControl): Promise<FilePreview> {
  const { input, corrections = {}, source, intervalMinutes } = options;
  const preview = (from: ImportInput, delimiter?: Delimiter) =>
    previewHistory(
      { input: from, corrections: delimiter ? { ...corrections, delimiter } : corrections, source, intervalMinutes },
      control,
    );
  if (typeof input === 'string') return { ...preview(input), sheets: [], sheet: null };
  const file = blobSource(input);
  if (!isWorkbook(file)) return { ...preview(file), sheets: [], sheet: null };
  const sheets = await readSheets(input, source, control);
  const sheet = sheets.find(({ name }) => name === options.sheet) ?? fullest(sheets);
  const named = { sheets: sheets.map(({ name }) => name), sheet: sheet?.name ?? null };
  return { ...preview(sheetText(sheet?.rows ?? []), '\t'), ...named };
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** The first sheet, unless it is a cover: then the one with the most rows. */
function fullest(sheets: readonly Sheet[]): Sheet | undefined {
  const [first] = sheets;
  if (first && first.rows.length > 3) return first;
  return [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
}

/** The sheets of a workbook with all their cells. */
export async function readSheets(file: Blob, name: string, control: RunControl): Promise<readonly Sheet[]> {
  if (file.size > MOST_WORKBOOK) {
    const size = `${Math.round(file.size / 1e6)} MB`;
    throw new InputFault([issue('csv.workbook', name, size, 'a workbook of at most 100 MB; save the sheet as CSV')]);
  }
  control.onProgress?.(0.02, 'unpacking the workbook');
  const { default: readWorkbook } = await import('read-excel-file/web-worker');
  try {
    const found = await readWorkbook(file);
    return found.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Sheet['rows'] }));
  } catch {
    throw new InputFault([
      issue('csv.workbook', name, 'a ZIP file that is no Excel workbook', 'an .xlsx workbook, or a text file'),
    ]);
  }
}

function isWorkbook(file: ByteSource): boolean {
  const [a, b, c, d] = file.read(0, Math.min(4, file.size));
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

function blobSource(blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return { size: blob.size, read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to))) };
}

/** What of a preview can go over to the screen without being copied. */
export function movable({ series }: FilePreview): ArrayBuffer[] {
  return series.flatMap(({ grid }) =>
    [grid?.values, grid?.handled, grid?.handleTimeSeconds].flatMap((column) =>
      column ? [column.buffer as ArrayBuffer] : [],
    ),
  );
}
