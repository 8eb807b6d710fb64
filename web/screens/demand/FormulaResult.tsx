import type { DriverPreview } from '../../../engine/answers';
import { formatCount, formatDay } from '../../format';
import css from './formula.module.css';

const WEEKS_SHOWN = 8;

/** What a formula gives: the first weeks, and the least, mean and most of the whole horizon. */
export function FormulaResult({ preview, stale }: { readonly preview: DriverPreview; readonly stale: boolean }) {
  const first = preview.weeks.slice(0, WEEKS_SHOWN);
  const given = preview.weeks.flatMap(({ contacts }) => (contacts === null ? [] : [contacts]));
  const mean = given.reduce((sum, contacts) => sum + contacts, 0) / given.length;
  return (
    <div aria-live="polite" className={css.result} data-stale={stale || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.scroll} aria-label="Contacts in the first weeks" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="row">Week from</th>
              {first.map(({ startDate }) => (
                <th key={startDate} scope="col">
                  {formatDay(startDate)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Contacts</th>
              {first.map(({ startDate, contacts }) => (
                <td key={startDate}>{formatCount(contacts)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {given.length === preview.weeks.length && (
        <p className={css.hint}>
          All {given.length} weeks: {formatCount(Math.min(...given))} at least, {formatCount(mean)} on average,{' '}
          {formatCount(Math.max(...given))} at most.
        </p>
      )}
    </div>
  );
}
