import type { z } from 'zod';
import { type Issue, issue } from '../units';

/** Zod's findings as the product's issues: each with its place, what stood there and what is allowed. */
export function schemaIssues(error: z.ZodError, document: unknown): Issue[] {
  return error.issues.flatMap((found) => convert(found, document));
}

function convert(found: z.core.$ZodIssue, document: unknown): Issue[] {
  const path = showPath(found.path, document);
  const value = valueAt(document, found.path);
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => {
        const place = path === '' ? shortKey(key) : `${path}.${shortKey(key)}`;
        return issue(
          'plan.unknown-key',
          place,
          key,
          'a key of the plan format',
          `${place}: this key is not known here`,
        );
      });
    case 'invalid_type':
      return value === undefined
        ? [
            issue(
              'plan.missing',
              path,
              undefined,
              article(found.expected),
              `${path}: missing; ${article(found.expected)} belongs here`,
            ),
          ]
        : [issue('plan.type', path, value, article(found.expected))];
    case 'too_small':
      return [
        issue(
          'plan.too-small',
          path,
          sized(value, found.origin),
          bound('at least', 'more than', found.minimum, found.inclusive, found.origin),
        ),
      ];
    case 'too_big':
      return [
        issue(
          'plan.too-large',
          path,
          sized(value, found.origin),
          bound('at most', 'less than', found.maximum, found.inclusive, found.origin),
        ),
      ];
    case 'invalid_value':
      return [issue('plan.choice', path, value, found.values.map(String).join(', '))];
    case 'invalid_format':
      return [issue('plan.format', path, value, found.message)];
    case 'invalid_union':
      return union(found, path, value, document);
    default:
      return [issue('plan.invalid', path, value, found.message)];
  }
}

function union(found: z.core.$ZodIssueInvalidUnion, path: string, value: unknown, document: unknown): Issue[] {
  const tag = 'discriminator' in found && typeof found.discriminator === 'string' ? found.discriminator : null;
  if (tag) {
    const choices =
      'options' in found && Array.isArray(found.options) ? found.options.map(String).join(', ') : 'a known kind';
    return [issue('plan.choice', path, value, choices)];
  }
  // An option that got the value's own type right is the one meant; what is wrong lies deeper, or in the amount.
  const meant = found.errors.find((option) => option.every((inner) => inner.path.length > 0 || !isAboutType(inner)));
  if (meant) return meant.flatMap((inner) => convert({ ...inner, path: [...found.path, ...inner.path] }, document));
  const allowed = [...new Set(found.errors.flat().map(choiceText))];
  return [issue('plan.choice', path, value, allowed.join(' or '))];
}

const isAboutType = (inner: z.core.$ZodIssue): boolean =>
  inner.code === 'invalid_type' || inner.code === 'invalid_value' || inner.code === 'invalid_union';

function choiceText(inner: z.core.$ZodIssue): string {
  if (inner.code === 'invalid_value') return inner.values.map(String).join(', ');
  return inner.code === 'invalid_type' ? article(inner.expected) : inner.message;
}

function sized(value: unknown, origin: string): unknown {
  if (origin === 'array' && Array.isArray(value)) return `${value.length} entries`;
  if (origin === 'string' && typeof value === 'string') return `${value.length} characters`;
  return value;
}

function bound(
  inclusiveWord: string,
  exclusiveWord: string,
  limit: number | bigint,
  inclusive: boolean | undefined,
  origin: string,
): string {
  const unit = origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '';
  return `${inclusive === false ? exclusiveWord : inclusiveWord} ${limit}${unit}`;
}

function article(type: string): string {
  const names: Record<string, string> = {
    array: 'a list',
    object: 'an object',
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return Object.hasOwn(names, type) ? (names[type] as string) : type;
}

const shortKey = (key: string) => (key.length > 60 ? `${key.slice(0, 59)}…` : key);

/** `streams[2].handleTime.meanSeconds`, with the entity's id where it has one: `streams[2 "voice-en"].…`. */
export function showPath(path: readonly PropertyKey[], document?: unknown): string {
  let text = '';
  let here: unknown = document;
  for (const step of path) {
    here = own(here, step);
    if (typeof step === 'number') {
      const id = own(here, 'id');
      text += typeof id === 'string' && id.length <= 64 ? `[${step} "${id}"]` : `[${step}]`;
    } else {
      text += text === '' ? shortKey(String(step)) : `.${shortKey(String(step))}`;
    }
  }
  return text;
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let here = document;
  for (const step of path) here = own(here, step);
  return here;
}

function own(holder: unknown, key: PropertyKey): unknown {
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return undefined;
  return (holder as Record<PropertyKey, unknown>)[key];
}
