import { Button } from '@mantine/core';
import type { Issue } from '../../engine/units';
import { IssueList } from './IssueList';
import css from './ui.module.css';
import { useWatched, type Watchable } from './use-watched';

interface Props {
  readonly running: boolean;
  readonly progress: Watchable<{ readonly share: number; readonly label: string } | null>;
  readonly fault: { readonly kind: string; readonly message: string; readonly issues: readonly Issue[] } | null;
  readonly stop: () => void;
  readonly retry: () => void;
  /** What is being worked out, such as "the sweep". */
  readonly what: string;
}

/** Progress with Stop while something is worked out; what went wrong, and another try, when it ended without an answer. */
export function RunBar({ running, progress, fault, stop, retry, what }: Props) {
  if (running) {
    return <Running progress={progress} stop={stop} what={what} />;
  }
  if (!fault) return null;
  if (fault.kind === 'stopped') {
    return (
      <div className={css.run} role="status">
        <span className={css.runLabel}>Stopped before {what} was ready.</span>
        <Button size="compact-xs" variant="default" onClick={retry}>
          Work it out
        </Button>
      </div>
    );
  }
  return (
    <div>
      <IssueList title={fault.message} issues={fault.issues} />
      {fault.kind !== 'input' && (
        <Button size="compact-xs" variant="default" onClick={retry} mt={6}>
          Try again
        </Button>
      )}
    </div>
  );
}

function Running({ progress, stop, what }: Pick<Props, 'progress' | 'stop' | 'what'>) {
  const now = useWatched(progress);
  const percent = Math.round((now?.share ?? 0) * 100);
  return (
    <div className={css.run}>
      <div
        className={css.runBar}
        role="progressbar"
        aria-label={`Working out ${what}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div style={{ width: `${Math.max(3, percent)}%` }} />
      </div>
      <span className={css.runLabel}>
        {percent > 0 ? `${percent} %` : ''} {now?.label ?? `Working out ${what} …`}
      </span>
      <Button size="compact-xs" variant="default" onClick={stop}>
        Stop
      </Button>
    </div>
  );
}
