import { parseJson } from '../../engine/plan';
import { InputFault, issue } from '../../engine/units';

/** Plans nest about eight levels deep; anything far beyond is an attack on recursion. */
const DEEPEST = 64;

/** JSON from bytes that nobody has looked at yet; the fault's code is `json.encoding`, `json.syntax` or `json.depth`. */
export function readJsonBytes(bytes: Uint8Array): unknown {
  const value = parseJson(utf8Of(bytes));
  if (isDeeperThan(value, DEEPEST)) {
    throw new InputFault([issue('json.depth', 'the document', 'deeper nesting', `at most ${DEEPEST} levels`)]);
  }
  return value;
}

function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault([issue('json.encoding', 'the document', 'bytes that are not UTF-8', 'UTF-8 text')]);
  }
}

/** Whether a JSON value nests deeper than so many levels; walks level by level, so that depth costs no stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    const below: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) for (const inner of Object.values(item)) below.push(inner);
    }
    if (below.length === 0) return false;
    level = below;
  }
  return true;
}
