import { readJsonBytes } from '../text';
import { readInput } from './input';
import type { Surroundings } from './verb';

/** The JSON value of a file, or of standard input for `-`. */
export async function readJson(file: string, around: Surroundings): Promise<unknown> {
  return readJsonBytes((await readInput(file, around)).bytes);
}
