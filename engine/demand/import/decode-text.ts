import { InputFault, issue } from '../../units';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'text';

/** Bytes beyond which a file is refused before it is read. */
export const MOST_BYTES = 400_000_000;

/** Text of a file, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
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
 * Decodes the bytes of a text file: UTF-8 with or without byte-order mark, UTF-16 either way round, else Windows-1252.
 *
 * Refuses empty input, binary input and more than 400 MB, before anything large is allocated.
 * Source: Unicode 15.1, sec. 23.8 (byte-order mark). Cost: O(bytes).
 */
export function decodeText(input: string | Uint8Array): DecodedText {
  if (input.length > MOST_BYTES) {
    throw new InputFault([
      issue(
        'csv.too-large',
        'file',
        `${Math.round(input.length / 1e6)} MB`,
        'at most 400 MB; cut the file by year or by queue',
      ),
    ]);
  }
  const decoded =
    typeof input === 'string' ? { text: input.replace(/^\uFEFF/, ''), encoding: 'text' as const } : decodeBytes(input);
  if (decoded.text.trim() === '')
    throw new InputFault([issue('csv.empty', 'file', 'an empty file', 'a table: a header and a row a line')]);
  if (hasControls(decoded.text)) throw binary('control characters as in a program or picture');
  return decoded;
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  for (const [start, what] of MAGIC) if (start.every((b, i) => bytes[i] === b)) throw binary(what);
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const [even, odd] = zerosByPlace(bytes);
  if (odd > 0.3 && even < 0.05) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (even > 0.3 && odd < 0.05) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (even + odd > 0) throw binary('zero bytes');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Share of zero bytes at even and odd places of the first 4 kB. */
function zerosByPlace(bytes: Uint8Array): [number, number] {
  const zeros = [0, 0];
  const n = Math.min(bytes.length, 4096);
  for (let i = 0; i < n; i++) if (bytes[i] === 0) zeros[i % 2]! += 1;
  return [zeros[0]! / Math.max(1, n / 2), zeros[1]! / Math.max(1, n / 2)];
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
