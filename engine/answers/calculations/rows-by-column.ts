import { InputFault, issue } from '../../units';
import type { CalculationTable, InputCell } from './calculation';

/**
 * A file's rows in the order of a calculation's columns, found by their names; and the columns that it does not use.
 *
 * Names are compared without regard to case, spaces and dashes, and may be the labels that screens show.
 */
export function rowsByColumn(
  table: CalculationTable,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly rows: InputCell[][]; readonly unused: readonly string[] } {
  const plain = header.map(plainly);
  const places = table.columns.map(({ name, label }) => {
    const byName = plain.indexOf(plainly(name));
    return byName >= 0 ? byName : plain.indexOf(plainly(label));
  });
  const issues = table.columns.flatMap(({ name, empty }, at) =>
    places[at]! < 0 && empty === undefined
      ? [
          issue(
            'calculation.column',
            `column ${name}`,
            undefined,
            `a header with ${table.columns.map((one) => one.name).join(', ')}`,
          ),
        ]
      : [],
  );
  if (issues.length > 0) throw new InputFault(issues);
  return {
    rows: rows.map((cells) => places.map((place) => (place < 0 ? null : (cells[place] ?? null)))),
    unused: header.filter((_, at) => !places.includes(at)),
  };
}

function plainly(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-_]+/g, '_');
}
