import { type Issue, issue } from '../units';

/** The columns that a case may have, by their plain names. */
export const CASE_COLUMNS = [
  'model',
  'arrivals_per_hour',
  'handle_time_s',
  'agents',
  'patience_s',
  'target_s',
  'capacity',
  'handle_time_cv',
  'patience_cv',
  'service_level_target',
  'max_occupancy',
  'max_abandonment',
  'max_asa_s',
  'max_blocking',
  'max_agents',
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

/** The models of a case, and how they may be written. */
export type CaseModel = 'B' | 'C' | 'A' | 'MMnK';
const MODEL_NAMES: readonly (readonly [string, CaseModel])[] = [
  ['b', 'B'],
  ['c', 'C'],
  ['a', 'A'],
  ['mmnk', 'MMnK'],
  ['mmck', 'MMnK'],
  ['mmnkm', 'MMnK'],
  ['mmn', 'C'],
  ['mmc', 'C'],
  ['mmnm', 'A'],
  ['mmcm', 'A'],
];

/** A header as a plain name: no byte-order mark, lower case, words joined by underscores. */
export function plainName(header: string): string {
  return header
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-_]+/g, '_');
}

/** One row on its way to numbers; every wrong cell is noted with its line and column. */
export class CaseCells {
  constructor(
    private readonly cells: readonly string[],
    private readonly positions: ReadonlyMap<string, number>,
    private readonly line: number,
    private readonly issues: Issue[],
  ) {}

  text(column: CaseColumn): string {
    const position = this.positions.get(column);
    return position === undefined ? '' : (this.cells[position] ?? '').trim();
  }

  wrong(column: CaseColumn, allowed: string, found: unknown = this.text(column)): void {
    const shown = found === '' ? 'nothing' : found;
    const path = `row ${this.line}, column ${column}`;
    const made = issue('erlang.wrong-cell', path, found, allowed);
    this.issues.push(
      shown === 'nothing'
        ? { ...made, found: 'nothing', message: `${path}: found nothing, allowed is ${allowed}` }
        : made,
    );
  }

  model(): CaseModel | null {
    const plain = this.text('model')
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .replace(/^erlang/, '');
    const found = MODEL_NAMES.find(([name]) => name === plain)?.[1];
    if (found === undefined) this.wrong('model', 'B, C, A or MMnK');
    return found ?? null;
  }

  /** A number within bounds, undefined where the cell is empty, NaN where it is wrong (and noted). */
  number(column: CaseColumn, bounds: Bounds): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (bounds.infinity && /^\+?(inf|infinity|∞)$/i.test(text)) return Number.POSITIVE_INFINITY;
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    const above = bounds.aboveZero ? value > 0 : value >= (bounds.least ?? 0);
    const fits = above && value <= bounds.most && (!bounds.whole || Number.isInteger(value));
    if (!fits) this.wrong(column, bounds.allowed);
    return fits ? value : Number.NaN;
  }

  /** A number that must be there. */
  needed(column: CaseColumn, bounds: Bounds): number {
    const value = this.number(column, bounds);
    if (value === undefined) this.wrong(column, bounds.allowed);
    return value ?? Number.NaN;
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

interface Bounds {
  readonly most: number;
  readonly least?: number;
  readonly allowed: string;
  readonly aboveZero?: boolean;
  readonly whole?: boolean;
  readonly infinity?: boolean;
}

const PLAIN = 'written like 1500 or 1.5e3';
export const BOUNDS = {
  rate: { most: 1e9, allowed: `a number of contacts an hour from 0 to 1e9, ${PLAIN}` },
  time: { most: 1e9, aboveZero: true, allowed: `a number of seconds above 0 and up to 1e9, ${PLAIN}` },
  seconds: { most: 1e9, allowed: `a number of seconds from 0 to 1e9, ${PLAIN}` },
  patience: { most: Number.MAX_VALUE, infinity: true, allowed: `a number of seconds from 0, ${PLAIN}, or inf` },
  agents: { most: 1e7, allowed: `a number of agents from 0 to 1e7, whole or fractional, ${PLAIN}` },
  heads: { most: 1e7, whole: true, allowed: 'a whole number of agents from 0 to 1e7' },
  places: { most: 1e7, whole: true, allowed: 'a whole number of places from 0 to 1e7, at least the agents' },
  handleSpread: { most: 3, allowed: 'standard deviation over mean, 0 to 3; 1, or nothing, for the exponential one' },
  patienceSpread: { most: 5, allowed: 'standard deviation over mean, 0 to 5; 1, or nothing, for the exponential one' },
  noSpread: { most: 1, least: 1, allowed: '1, or nothing: this model has exponential times only' },
  share: { most: 1, allowed: 'a share from 0 to 1, such as 0.8' },
} satisfies Record<string, Bounds>;
