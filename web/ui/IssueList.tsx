import type { Issue } from '../../engine/units';
import css from './ui.module.css';

const SHOWN = 50;

/** Everything that is wrong with an input: the place, what was found there, and what may stand there. */
export function IssueList({ issues, title }: { readonly issues: readonly Issue[]; readonly title: string }) {
  return (
    <div role="alert" className={css.issues}>
      <p className={css.issuesTitle}>{title}</p>
      {issues.length > 0 && (
        <ul>
          {issues.slice(0, SHOWN).map((issue, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: issues have no other identity, and the list is replaced whole
            <li key={at}>
              <strong>{issue.path}</strong>: found {issue.found}; allowed: {issue.allowed}
            </li>
          ))}
        </ul>
      )}
      {issues.length > SHOWN && <p>… and {issues.length - SHOWN} more.</p>}
    </div>
  );
}
