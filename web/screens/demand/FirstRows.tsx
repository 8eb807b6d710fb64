import type { HistoryPreview } from '../../../engine/answers';
import css from './import.module.css';

/** The first rows as they stand in the file, with the file's own line numbers. */
export function FirstRows({ preview }: { readonly preview: HistoryPreview }) {
  const { allColumns, firstRows, firstLine } = preview;
  if (firstRows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached with the keyboard
    <section className={css.rows} aria-label="The first rows of the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {allColumns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {firstRows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and are replaced together
            <tr key={at}>
              <th scope="row">{firstLine + at}</th>
              {row.map((cell, column) => (
                <td key={allColumns[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
