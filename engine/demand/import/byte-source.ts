/** Bytes that are read piece by piece, such as a file of a few hundred megabytes that never lies in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from a place up to another; both lie within the size. */
  read(from: number, to: number): Uint8Array;
}

/** A text, the bytes of a file, or a way to read them in pieces. */
export type ImportInput = string | Uint8Array | ByteSource;

/** How an input's text is cut into pieces: characters of a text, bytes of anything else. */
export const PIECE = 1 << 20;

/** Bytes, or characters of a text. */
export function sizeOf(input: ImportInput): number {
  return typeof input === 'string' || input instanceof Uint8Array ? input.length : input.size;
}

/** Some of an input's bytes; a text has none. */
export function bytesOf(input: Exclude<ImportInput, string>, from: number, to: number): Uint8Array {
  return input instanceof Uint8Array ? input.subarray(from, to) : input.read(from, Math.min(to, input.size));
}
