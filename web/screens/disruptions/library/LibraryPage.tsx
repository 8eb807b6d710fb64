import type { LibraryDisruption } from '../../../../engine/disruption';
import { gradeLabel } from '../../../format';
import css from './library.module.css';

/** A library disruption in plain language: what happens, what history says, what is assumed, where it is weak. */
export function LibraryPage({ entry }: { readonly entry: LibraryDisruption }) {
  const { page } = entry;
  return (
    <div className={css.page}>
      <p>{page.happens}</p>
      <h3>What history says</h3>
      <p>{page.history}</p>
      <h3>What it assumes</h3>
      <p>{page.assumes}</p>
      <h3>Where it is weak</h3>
      <p>{page.weak}</p>
      <p className={css.source}>
        {entry.source} ({gradeLabel(entry.grade)})
      </p>
    </div>
  );
}
