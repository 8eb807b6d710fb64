import { parseJson } from '../../engine/plan';
import { InputFault, issue } from '../../engine/units';

/** Plans nest about eight levels deep; anything far beyond is an attack on recursion. */
const DEEPEST = 64;

/** JSON from bytes that nobody has looked at yet; the fault's code is `json.encoding`, `json.syntax` or `json.depth`. */
export function readJsonBytes(bytes: Uint8Array): unknown {
  const text = utf8Of(bytes);
  if (isDeeperThan(text, DEEPEST)) {
    throw new InputFault([issue('json.depth', 'the document', 'deeper nesting', `at most ${DEEPEST} levels`)]);
  }
  return parseJson(text);
}

function utf8Of(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault([issue('json.encoding', 'the document', 'bytes that are not UTF-8', 'UTF-8 text')]);
  }
}

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
const OPENING = new Set(['[', '{'].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([']', '}'].map((sign) => sign.charCodeAt(0)));

/** Whether brackets outside of texts nest deeper than so many levels; looked at before parsing, which may recurse. */
function isDeeperThan(text: string, levels: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) inText = false;
    } else if (sign === QUOTE) inText = true;
    else if (OPENING.has(sign)) {
      depth += 1;
      if (depth > levels) return true;
    } else if (CLOSING.has(sign)) depth -= 1;
  }
  return false;
}
