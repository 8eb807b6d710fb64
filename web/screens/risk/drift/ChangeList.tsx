import { memo } from 'react';
import type { RevisionChange } from '../../../../engine/answers';
import { formatPoints } from '../../../format';
import css from '../risk.module.css';

/** Causes and sites named of each change, and points below which nothing is said. */
const NAMED = 3;
const WORTH_SAYING = 0.05;

/** What moved the score most, from each revision to the next. */
export const ChangeList = memo(function ChangeList({ changes }: { readonly changes: readonly RevisionChange[] }) {
  return (
    <>
      <h3 className={css.subhead}>What moved it</h3>
      <ul className={css.stories}>
        {changes.map((change) => (
          <li key={change.to}>
            <p>{sentence(change)}</p>
          </li>
        ))}
      </ul>
    </>
  );
});

function sentence({ from, to, points, causes, sites }: RevisionChange): string {
  const said = (list: readonly { readonly name: string; readonly points: number }[]) =>
    list
      .filter((one) => Math.abs(one.points) >= WORTH_SAYING)
      .slice(0, NAMED)
      .map((one) => `${one.name} ${formatPoints(one.points)}`)
      .join(', ');
  const [why, where] = [said(causes), said(sites)];
  const whole = `From ${from} to ${to}: ${formatPoints(points.value)}`;
  if (why === '') return `${whole}; no cause moved it by as much as ${WORTH_SAYING} points.`;
  return `${whole}. ${why}.${where === '' ? '' : ` Hazards at ${where}.`}`;
}
