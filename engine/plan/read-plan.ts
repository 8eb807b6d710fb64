import { parse as parseWithPlaces } from '@humanwhocodes/momoa';
import { InputFault, type Issue, issue } from '../units';
import { crossCheck } from './checks';
import { migrate } from './migrations';
import { type Plan, planSchema } from './schema';
import { schemaIssues } from './schema-issues';

/** How many issues a fault carries at most; a document that is no plan at all would have thousands. */
const MOST_ISSUES = 500;

/**
 * A plan from an unknown document: migrated, checked field by field, then checked against itself.
 *
 * Use at every door: file, request, database, address. Inside, pass the `Plan` it returns.
 *
 * Errors: `InputFault` with every issue, each with path, what was found and what is allowed.
 * Cost: linear in the document.
 *
 * @example readPlan({}) // throws InputFault: "format: missing; ..."
 */
export function readPlan(document: unknown): Plan {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new InputFault([issue('plan.type', 'the document', document, 'an object with the keys of a plan')]);
  }
  const holder = document as Record<string, unknown>;
  if (!Object.hasOwn(holder, 'format') || holder.format !== 'ballast-plan') {
    const found = Object.hasOwn(holder, 'format') ? holder.format : undefined;
    throw new InputFault([
      issue(
        'plan.format',
        'format',
        found,
        '"ballast-plan"',
        'format: this is not a Ballast plan (format must be "ballast-plan")',
      ),
    ]);
  }
  const current = migrate(holder);
  const parsed = planSchema.safeParse(current);
  const issues: Issue[] = parsed.success ? crossCheck(parsed.data) : schemaIssues(parsed.error, current);
  if (Object.hasOwn(current, '__proto__')) {
    issues.push(
      issue(
        'plan.unknown-key',
        '__proto__',
        '__proto__',
        'a key of the plan format',
        '__proto__: this key is not known here',
      ),
    );
  }
  if (issues.length > 0) throw new InputFault(issues.slice(0, MOST_ISSUES));
  return (parsed as { data: Plan }).data;
}

/** A plan from JSON text; a syntax error names its line and column. */
export function readPlanText(text: string): Plan {
  return readPlan(parseJson(text));
}

/** JSON text to a value; the fault of a syntax error names line and column. */
export function parseJson(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const place = placeOf(body);
    throw new InputFault([
      issue(
        'json.syntax',
        place,
        body.trim() === '' ? 'an empty document' : 'text that is no JSON',
        'a JSON document',
        `${place}: not JSON (${reason})`,
      ),
    ]);
  }
}

/** Asks a parser that keeps count of lines, because the platform's own doesn't say where it stopped. */
function placeOf(text: string): string {
  try {
    parseWithPlaces(text, { mode: 'json' });
  } catch (error) {
    const { line, column } = error as { readonly line?: number; readonly column?: number };
    if (line !== undefined && column !== undefined) return `line ${line}, column ${column}`;
  }
  return 'the document';
}
