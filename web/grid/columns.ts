import { formatCount, formatNumber, formatPrice, formatShare } from '../format';
import type { CellValue, GridColumn } from './grid-column';

interface NumberFacts<Row> {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly path: string;
  readonly width?: number;
  readonly min?: number;
  readonly max?: number;
  readonly get: (row: Row) => number | null | undefined;
  readonly set: (row: Row, value: never) => void;
  readonly isFixed?: (row: Row) => boolean;
  readonly orNothing?: boolean;
}

function numbers<Row>(
  facts: NumberFacts<Row>,
  kind: 'number' | 'share',
  defaults: {
    readonly min: number;
    readonly max: number;
    readonly whole?: boolean;
    readonly write: (value: number) => string;
  },
): GridColumn<Row> {
  const {
    key,
    label,
    hint,
    path,
    width = 92,
    min = defaults.min,
    max = defaults.max,
    get,
    set,
    isFixed,
    orNothing,
  } = facts;
  return {
    key,
    label,
    hint,
    path,
    width,
    kind,
    min,
    max,
    whole: defaults.whole,
    orNothing,
    write: defaults.write,
    get: (row) => get(row) ?? null,
    // The plan's own types are branded; a value that was read in bounds is one.
    set: (row, value) => set(row, value as never),
    isFixed,
  };
}

export const countColumn = <Row>(facts: NumberFacts<Row>): GridColumn<Row> =>
  numbers(facts, 'number', { min: 0, max: 10_000_000, whole: true, write: (value) => formatCount(value) });

export const numberColumn = <Row>(facts: NumberFacts<Row> & { readonly decimals?: number }): GridColumn<Row> =>
  numbers(facts, 'number', { min: 0, max: 1e9, write: (value) => formatNumber(value, facts.decimals ?? 2) });

export const shareColumn = <Row>(facts: NumberFacts<Row>): GridColumn<Row> =>
  numbers(facts, 'share', { min: 0, max: 1, write: (value) => formatShare(value) });

export const moneyColumn = <Row>(currency: string, facts: NumberFacts<Row>): GridColumn<Row> =>
  numbers(facts, 'number', { min: 0, max: 1e9, write: (value) => formatPrice(value, currency) });

interface TextFacts<Row> {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly path: string;
  readonly width?: number;
  readonly allowed?: string;
  readonly pattern?: RegExp;
  readonly isAllowed?: (text: string) => boolean;
  readonly orNothing?: boolean;
  readonly most?: number;
  /** How a cell reads where that is more than its text, such as what nothing means. */
  readonly text?: (row: Row) => string;
  readonly isFixed?: (row: Row) => boolean;
  readonly get: (row: Row) => string;
  readonly set: (row: Row, value: string) => void;
}

export function textColumn<Row>(facts: TextFacts<Row>): GridColumn<Row> {
  const { set, width = 160, ...rest } = facts;
  return { ...rest, width, kind: 'text', set: (row, value) => set(row, value === null ? '' : String(value)) };
}

export function choiceColumn<Row>(
  facts: Omit<TextFacts<Row>, 'allowed' | 'pattern' | 'most' | 'text' | 'set'> & {
    readonly choices: readonly { readonly value: string; readonly label: string }[];
    readonly set: (row: Row, value: never) => void;
  },
): GridColumn<Row> {
  const { set, width = 140, ...rest } = facts;
  return { ...rest, width, kind: 'choice', set: (row, value) => set(row, value as never) };
}

export function shownColumn<Row>(
  key: string,
  label: string,
  path: string,
  get: (row: Row) => CellValue,
  width = 150,
  hint?: string,
  numeric = false,
): GridColumn<Row> {
  return { key, label, path, get, width, hint, numeric, kind: 'shown' };
}
