import { InputFault, type Issue, issue } from '../../units';
import type { Explanation } from '../results';
import { UNIT_WORDS } from './build-answer';
import type { Calculation, CalculationInput, CalculationQuestion, InputCell, NumberBounds } from './calculation';

/** Fills in what was left out and checks the rest; throws one fault with all that is wrong, each with its place. */
export function readQuestion(calculation: Calculation, input: CalculationInput): CalculationQuestion {
  const issues: Issue[] = [];
  const given = input.fields ?? {};
  const known = new Set([...Object.keys(calculation.fields), ...Object.keys(calculation.choices)]);
  for (const name of Object.keys(given)) {
    if (!known.has(name)) issues.push(issue('calculation.unknown', name, given[name], [...known].join(', ')));
  }
  const values: Record<string, number | null> = {};
  for (const [name, field] of Object.entries(calculation.fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    values[name] = value === undefined ? field.usual : readNumber(issues, name, value, field);
  }
  const words: Record<string, string> = {};
  for (const [name, { choices }] of Object.entries(calculation.choices)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const found = choices.find((choice) => choice.value === value)?.value;
    if (value !== undefined && found === undefined) {
      issues.push(issue('calculation.choice', name, value, choices.map((choice) => choice.value).join(', ')));
    }
    words[name] = found ?? choices[0]!.value;
  }
  const rows = readRows(issues, calculation, input);
  if (issues.length > 0) throw new InputFault(issues);
  const question = { values, words, rows } as Pick<CalculationQuestion, 'values' | 'words' | 'rows'>;
  return { ...question, inputs: givenInputs(calculation, question) };
}

/** What was given, as inputs of an explanation. */
function givenInputs(
  { fields, choices, table }: Calculation,
  { values, words, rows }: Pick<CalculationQuestion, 'values' | 'words' | 'rows'>,
): Explanation['inputs'] {
  const given = (name: string, value: number | string, unit: string) => ({
    name,
    value,
    unit,
    source: 'your input',
    grade: 'as given',
  });
  const columns = table?.columns.map(({ label }) => label.toLowerCase()).join(', ');
  return [
    ...Object.entries(fields).map(([name, { label, group, unit, empty }]) => {
      const value: number | null = values[name] ?? null;
      const full = group === undefined ? label : `${group.split(':')[0]}: ${label.toLowerCase()}`;
      return given(full, value ?? empty ?? 'not given', value === null ? '' : UNIT_WORDS[unit]);
    }),
    ...Object.entries(choices).map(([name, choice]) =>
      given(choice.label, choice.choices.find(({ value }) => value === words[name])?.label ?? '', ''),
    ),
    ...(table ? [given(`${table.row}s`, rows.length, `rows of ${columns}`)] : []),
  ];
}

function readRows(
  issues: Issue[],
  { table }: Calculation,
  { rows, lineNumbers }: CalculationInput,
): Record<string, InputCell>[] {
  if (table === null) {
    if (rows && rows.length > 0) issues.push(issue('calculation.rows', 'table', rows.length, 'no table'));
    return [];
  }
  const used = rows ?? table.usual;
  if (used.length < table.least || used.length > table.most) {
    issues.push(issue('calculation.rows', 'table', `${used.length} rows`, `${table.least} to ${table.most} rows`));
    return [];
  }
  return used.map((cells, at) => {
    const line = lineNumbers?.[at] ?? at + 1;
    const record: Record<string, InputCell> = {};
    table.columns.forEach((column, place) => {
      const path = `row ${line}, column ${column.name}`;
      const cell = cells[place] ?? null;
      record[column.name] = column.text ? readText(issues, path, cell, column) : readNumber(issues, path, cell, column);
    });
    if (cells.length > table.columns.length) {
      const extra = cells.slice(table.columns.length).find((cell) => cell !== null && cell !== '');
      if (extra !== undefined) {
        issues.push(issue('calculation.extra-cell', `row ${line}`, extra, `${table.columns.length} cells`));
      }
    }
    return record;
  });
}

function readText(issues: Issue[], path: string, cell: InputCell, { empty }: NumberBounds): string | null {
  const text = cell === null ? '' : String(cell).trim();
  if (text === '' && empty !== undefined) return null;
  if (text === '' || text.length > 120)
    issues.push(issue('calculation.text', path, cell ?? undefined, 'a name of 1 to 120 characters'));
  return text;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readNumber(issues: Issue[], path: string, value: unknown, bounds: NumberBounds): number | null {
  const absent = value === null || (typeof value === 'string' && value.trim() === '');
  if (absent && bounds.empty !== undefined) return null;
  const number = typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : value;
  const ok =
    typeof number === 'number' &&
    number >= bounds.min &&
    number <= bounds.max &&
    (!bounds.above || number > bounds.min) &&
    (!bounds.whole || Number.isInteger(number));
  if (ok) return number;
  issues.push(issue('calculation.number', path, absent ? undefined : value, allowedWords(bounds)));
  return Number.NaN;
}

/** What a number may be, in words. */
export function allowedWords({ min, max, above, whole, empty }: NumberBounds): string {
  const from = above ? `above ${min}` : `from ${min}`;
  return `${whole ? 'a whole number' : 'a number'} ${from} to ${max}${empty === undefined ? '' : ', or nothing'}`;
}
