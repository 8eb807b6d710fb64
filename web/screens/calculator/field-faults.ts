import type { Issue } from '../../../engine/units';
import { FIELDS, FIGURES, type FigureName } from '../../queue';

/** What is wrong, at the field where it can be mended; the rest, which has no field, apart. */
export interface FieldFaults {
  readonly byField: ReadonlyMap<FigureName, string>;
  readonly rest: readonly Issue[];
}

/** Puts the engine's issues at their fields, in the units in which the fields are typed. */
export function fieldFaults(issues: readonly Issue[]): FieldFaults {
  const byField = new Map<FigureName, string>();
  const rest: Issue[] = [];
  for (const issue of issues) {
    const names = issue.path
      .split(',')
      .map((path) => FIGURES.find((name) => FIELDS[name].input === path.trim()))
      .filter((name) => name !== undefined);
    if (names.length === 0) rest.push(issue);
    for (const name of names) {
      const write = FIELDS[name].percent ? inPercent : (text: string) => text;
      byField.set(name, `Found ${write(String(issue.found))}; allowed: ${write(issue.allowed)}`);
    }
  }
  return { byField, rest };
}

/** Shares in words as per cents: `a share from 0 to below 1` is `0 % to below 100 %`. */
export function inPercent(text: string): string {
  return text
    .replace(/^a share (from )?/, '')
    .replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, (number) => `${Number((Number(number) * 100).toPrecision(12))} %`);
}
