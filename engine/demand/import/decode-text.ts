import { checkpoint, InputFault, issue, type RunControl } from '../../units';
import { bytesOf, type ImportInput, PIECE, sizeOf } from './byte-source';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'text';

/** Bytes beyond which a file is refused before it is read. */
export const MOST_BYTES = 1_000_000_000;

/** How an input's bytes are read as text, and how many lines they hold. */
export interface MeasuredText {
  readonly encoding: Encoding;
  readonly lines: number;
}

/** Beginnings of files that are no text, and what they are. */
const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'an Excel workbook or other ZIP file (save it as CSV first)'],
  [[0x1f, 0x8b], 'a gzip file (unpack it first)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (save it as CSV first)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
];

/**
 * Finds out how the bytes of a text file are to be read: UTF-8 with or without byte-order mark, UTF-16 either way round,
 * else Windows-1252; and counts its lines.
 *
 * Refuses empty input, binary input and more than 1 GB. `encoding` overrules. One pass, a piece in memory at a time.
 * Source: Unicode 15.1, sec. 23.8 (byte-order mark). Cost: O(bytes).
 */
export function measureText(input: ImportInput, encoding?: Encoding, control?: RunControl): MeasuredText {
  const size = sizeOf(input);
  if (size > MOST_BYTES) {
    throw new InputFault([
      issue('csv.too-large', 'file', `${Math.round(size / 1e6)} MB`, 'at most 1 GB; cut the file by year or by queue'),
    ]);
  }
  const measured = typeof input === 'string' ? measureString(input) : measureBytes(input, encoding, control);
  const head = decodeHead(input, measured.encoding);
  if (head.trim() === '' && isBlank(input, measured.encoding)) {
    throw new InputFault([issue('csv.empty', 'file', 'an empty file', 'a table: a header and a row a line')]);
  }
  if (hasControls(head)) throw binary('control characters as in a program or picture');
  return measured;
}

/** The first quarter of a megabyte as text, without a byte-order mark. */
export function decodeHead(input: ImportInput, encoding: Encoding): string {
  for (const piece of textPieces(input, encoding, 1 << 18)) return piece;
  return '';
}

/** An input's text in pieces of about a megabyte; a character is never cut. */
export function* textPieces(input: ImportInput, encoding: Encoding, piece = PIECE): Generator<string> {
  const size = sizeOf(input);
  const decoder = typeof input === 'string' ? null : new TextDecoder(encoding === 'text' ? 'utf-8' : encoding);
  for (let from = 0; from < size; from += piece) {
    const to = Math.min(size, from + piece);
    if (typeof input === 'string') yield input.slice(from === 0 && input.startsWith('\uFEFF') ? 1 : from, to);
    else yield decoder!.decode(bytesOf(input, from, to), { stream: to < size });
  }
}

/** A stretch from the middle of an input as text; its first and last line may be cut. */
export function textAt(input: ImportInput, encoding: Encoding, from: number, length: number): string {
  const to = Math.min(sizeOf(input), from + length);
  if (typeof input === 'string') return input.slice(from, to);
  return new TextDecoder(encoding === 'text' ? 'utf-8' : encoding).decode(bytesOf(input, from - (from % 2), to));
}

function measureString(text: string): MeasuredText {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return { encoding: 'text', lines };
}

function measureBytes(
  input: Exclude<ImportInput, string>,
  chosen: Encoding | undefined,
  control: RunControl | undefined,
): MeasuredText {
  const size = sizeOf(input);
  const encoding = chosen ?? encodingByStart(bytesOf(input, 0, Math.min(size, 4096)));
  const strict = encoding === null ? new TextDecoder('utf-8', { fatal: true }) : null;
  let isUtf8 = true;
  let lines = 1;
  for (let from = 0; from < size; from += PIECE) {
    checkpoint(control, from / size, 'looking through the file');
    const bytes = bytesOf(input, from, from + PIECE);
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
    if (!strict || !isUtf8) continue;
    try {
      strict.decode(bytes, { stream: from + PIECE < size });
    } catch {
      isUtf8 = false;
    }
  }
  return { encoding: encoding ?? (isUtf8 ? 'utf-8' : 'windows-1252'), lines };
}

/** The encoding that a file's first bytes give away; null for UTF-8 or Windows-1252, which only the whole file tells apart. */
function encodingByStart(bytes: Uint8Array): Encoding | null {
  for (const [start, what] of MAGIC) if (start.every((b, i) => bytes[i] === b)) throw binary(what);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = zerosByPlace(bytes);
  if (odd > 0.3 && even < 0.05) return 'utf-16le';
  if (even > 0.3 && odd < 0.05) return 'utf-16be';
  if (even + odd > 0) throw binary('zero bytes');
  return null;
}

/** Share of zero bytes at even and odd places. */
function zerosByPlace(bytes: Uint8Array): [number, number] {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const half = Math.max(1, bytes.length / 2);
  return [zeros[0]! / half, zeros[1]! / half];
}

function isBlank(input: ImportInput, encoding: Encoding): boolean {
  for (const piece of textPieces(input, encoding)) if (piece.trim() !== '') return false;
  return true;
}

function hasControls(text: string): boolean {
  const n = Math.min(text.length, 4096);
  let odd = 0;
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if ((c < 32 && c !== 9 && c !== 10 && c !== 13) || c === 0xfffd) odd += 1;
  }
  return odd > n * 0.01;
}

function binary(what: string): InputFault {
  return new InputFault([issue('csv.binary', 'file', what, 'a text file: CSV, semicolon or tab separated')]);
}
