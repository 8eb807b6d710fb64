import type { HistoryPreview } from '../../../engine/answers';
import { IssueList } from '../../ui';
import css from './demand.module.css';
import { FirstRows } from './FirstRows';
import { TableDownloads } from './TableDownloads';

interface Props {
  readonly preview: HistoryPreview;
  readonly refused: NonNullable<HistoryPreview['refused']>;
}

/** Issues beyond which the list on screen stops, and a download helps. */
const MANY = 10;

/** Why a file is not taken, row by row, beside its first rows: a wrong guess is corrected below. */
export function ImportRefusal({ preview, refused }: Props) {
  const { message, issues } = refused;
  return (
    <>
      <IssueList title={message} issues={issues} />
      {issues.length > MANY && (
        <div className={css.keep}>
          <TableDownloads
            name="rows in error"
            what="Errors"
            rows={() => [
              ['place', 'found', 'allowed'],
              ...issues.map(({ path, found, allowed }) => [path, found, allowed]),
            ]}
          />
        </div>
      )}
      <FirstRows preview={preview} />
    </>
  );
}
