import type { HistoryPreview } from '../../../engine/answers';
import { IssueList } from '../../ui';
import { FirstRows } from './FirstRows';

interface Props {
  readonly preview: HistoryPreview;
  readonly refused: NonNullable<HistoryPreview['refused']>;
}

/** Why a file is not taken, row by row, beside its first rows: a wrong guess is corrected below. */
export function ImportRefusal({ preview, refused }: Props) {
  return (
    <>
      <IssueList title={refused.message} issues={refused.issues} />
      <FirstRows preview={preview} />
    </>
  );
}
