import { useEffect } from 'react';
import type { HistoryGrid, KeepAs } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import { useTask } from '../../work';
import { differenceWords } from './difference-words';
import css from './import.module.css';

interface Props {
  readonly history: History;
  readonly grid: HistoryGrid;
  readonly upload: KeepAs;
}

/** What an upload would change in the history that it is laid over, said before it is. */
export function OverlayDifference({ history, grid, upload }: Props) {
  const { data, run, fault } = useTask('overlay', true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the upload's words change nothing
  useEffect(() => {
    void run({ ...upload, grid, history: history.id });
  }, [history, grid, run]);
  const difference = data?.differences.at(-1);
  if (fault) return <p className={css.summary}>{fault.message}</p>;
  return (
    <p className={css.summary} role="status">
      {difference ? `Over ${history.name}: ${differenceWords(difference)}` : ''}
    </p>
  );
}
