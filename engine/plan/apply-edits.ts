import { InputFault, issue } from '../units';
import { readPlan } from './read-plan';
import type { Edit, Plan } from './schema';

type Holder = Record<string, unknown> | unknown[];

/**
 * The plan with some values set differently, checked again as a whole.
 *
 * A path names fields and entities by id, so that it survives reordering: `teams/manila-voice/attritionPerYear`,
 * `streams/voice-en/handleTime/meanSeconds`, `policies/limits/0/maxShare`. A null value under a list's id removes the
 * entity; an object under an id that isn't there adds it.
 *
 * Errors: `InputFault` naming the path that leads nowhere, or whatever the edited plan breaks. The plan given is left as it was.
 */
export function applyEdits(plan: Plan, edits: readonly Edit[]): Plan {
  if (edits.length === 0) return plan;
  const copy = JSON.parse(JSON.stringify(plan)) as Record<string, unknown>;
  for (const [at, edit] of edits.entries()) setValue(copy, edit, `edits[${at}].path`);
  return readPlan(copy);
}

function setValue(root: Record<string, unknown>, edit: Edit, place: string): void {
  const steps = edit.path.split('/');
  let holder: Holder = root;
  for (const step of steps.slice(0, -1)) {
    const next: unknown = get(holder, step);
    if (typeof next !== 'object' || next === null) throw nowhere(edit.path, step, place);
    holder = next as Holder;
  }
  const last = steps.at(-1) as string;
  if (Array.isArray(holder)) {
    const index = indexOf(holder, last);
    const isEntity = typeof edit.value === 'object' && edit.value !== null;
    if (index < 0 && !isEntity) throw nowhere(edit.path, last, place);
    if (index < 0) holder.push(edit.value);
    else if (edit.value === null && isNamed(holder[index])) holder.splice(index, 1);
    else holder[index] = edit.value;
    return;
  }
  if (last === '__proto__') throw nowhere(edit.path, last, place);
  holder[last] = edit.value;
}

function get(holder: Holder, step: string): unknown {
  if (Array.isArray(holder)) return holder[indexOf(holder, step)];
  return Object.hasOwn(holder, step) ? holder[step] : undefined;
}

/** The place of an entity by its id (`stream` for routing rules), or of an entry by its number. */
function indexOf(list: readonly unknown[], step: string): number {
  const named = list.findIndex((entry) => isNamed(entry) && (entry.id ?? entry.stream) === step);
  if (named >= 0 || list.some(isNamed)) return named;
  const index = /^\d{1,6}$/.test(step) ? Number(step) : -1;
  return index < list.length ? index : -1;
}

function isNamed(entry: unknown): entry is { readonly id?: string; readonly stream?: string } {
  return typeof entry === 'object' && entry !== null && (Object.hasOwn(entry, 'id') || Object.hasOwn(entry, 'mode'));
}

function nowhere(path: string, step: string, place: string): InputFault {
  const message = `${place}: "${path}" leads nowhere; there is no "${step}" there`;
  return new InputFault([issue('plan.edit-path', place, path, 'fields and ids of this plan, joined by /', message)]);
}
