/** One thing wrong with an input: where it stands, what was found, and what is allowed there. */
export interface Issue {
  /** Stable code for programs, such as `plan.unknown-key` or `csv.not-a-number`. */
  readonly code: string;
  /** The place in planner's words: `streams[2].handleTimeSeconds.mean`, or `row 14, column agents`. */
  readonly path: string;
  /** What stood there, shortened for display. */
  readonly found: string;
  /** What may stand there instead. */
  readonly allowed: string;
  /** The whole in one sentence. */
  readonly message: string;
}

/**
 * The caller's mistake: all that is wrong with an input, never only the first thing.
 *
 * The command line turns it into exit status 2, the server into a 4xx problem document, a screen into a list.
 */
export class InputFault extends Error {
  override readonly name = 'InputFault';
  constructor(
    readonly issues: readonly Issue[],
    summary = issues[0]?.message ?? 'The input is wrong.',
  ) {
    super(issues.length > 1 ? `${summary} (and ${issues.length - 1} more)` : summary);
  }
}

/** Builds an issue; the message names place, finding and allowed values unless one is given. */
export function issue(code: string, path: string, found: unknown, allowed: string, message?: string): Issue {
  const shown = showValue(found);
  return { code, path, found: shown, allowed, message: message ?? `${path}: found ${shown}, allowed is ${allowed}` };
}

/** What is wrong with a number that must lie between two ends, both allowed: nothing, or one issue at its place. */
export function rangeIssues(
  code: string,
  path: string,
  value: number,
  { least, most, whole = false }: { readonly least: number; readonly most: number; readonly whole?: boolean },
): Issue[] {
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return [];
  return [issue(code, path, value, `${whole ? 'a whole number, ' : ''}${least} to ${most}`)];
}

/** A value as a short, printable text: control characters made visible, long text cut. */
export function showValue(value: unknown, longest = 60): string {
  const text = typeof value === 'string' ? `"${value}"` : value === undefined ? 'nothing' : safeJson(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being replaced
  const visible = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '·');
  return visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible;
}

function safeJson(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
