import { RandomStream } from './random-stream';

/** Which source of chance a stream feeds; the same name always gives the same numbers. */
export interface StreamName {
  /** The seed that the user sees and repeats; a whole number. */
  readonly seed: number;
  /** Number of the replication, from 0. */
  readonly replication?: number;
  /** What is random: an id of a stream, a site, a provider. */
  readonly entity: string;
  /** What about it: `arrivals`, `handle-time`, `patience`. */
  readonly purpose: string;
}

/**
 * The random stream that belongs to a name: a function of (seed, replication, entity, purpose) and nothing else.
 *
 * Use for every draw of a model; two plans that share names share luck (common random numbers), and the number of
 * workers can't change an answer. The name is hashed to 128 bits, which start the generator: two names start at
 * unrelated places of one cycle of 2^128 - 1 numbers, so that a million streams of 2^40 numbers overlap with a
 * probability below 2^-45.
 *
 * Source: L'Ecuyer, Munger, Oreshkin & Simard, Random numbers for parallel computers, Math. Comput. Simul. 135 (2017),
 * section 4 (random seeding and its overlap probability); the mixer is the 32-bit finalizer of MurmurHash3 (Appleby 2011).
 * Units: none. Valid: seed and replication any finite numbers. Cost: about a microsecond.
 *
 * @example namedStream({ seed: 7, entity: 'voice-us', purpose: 'arrivals' }).nextUint32() // 479693734
 */
export function namedStream(name: StreamName): RandomStream {
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  absorbNumber(words, name.seed);
  absorbNumber(words, name.replication ?? 0);
  absorbText(words, name.entity);
  absorbText(words, name.purpose);
  return new RandomStream(finish(words, 0), finish(words, 1), finish(words, 2), finish(words, 3));
}

function absorbNumber(words: number[], value: number): void {
  const split = new Uint32Array(new Float64Array([value + 0]).buffer);
  absorb(words, split[0]!);
  absorb(words, split[1]!);
}

function absorbText(words: number[], text: string): void {
  absorb(words, text.length);
  for (let i = 0; i < text.length; i++) absorb(words, text.charCodeAt(i));
}

/** Four lanes with different multipliers, each mixed with its neighbor, so that no pair of names collides in all. */
function absorb(words: number[], value: number): void {
  for (let i = 0; i < 4; i++) {
    const neighbor = words[(i + 1) & 3]!;
    words[i] = mix((words[i]! ^ Math.imul(value + i + 1, MULTIPLIERS[i]!)) + Math.imul(neighbor, 5));
  }
}

const MULTIPLIERS = [0xcc9e2d51, 0x1b873593, 0x85ebca6b, 0xc2b2ae35] as const;

function finish(words: readonly number[], i: number): number {
  return mix(words[i]! + Math.imul(words[(i + 2) & 3]!, 0x27d4eb2f));
}

function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) | 0;
}
