import type { History } from '../../../engine/plan';
import css from './demand.module.css';
import { historyTable } from './history-table';
import { TableDownloads } from './TableDownloads';

/** A kept history to take along, in columns that can be brought in again. */
export function HistoryDownloads({ history }: { readonly history: History }) {
  return (
    <div className={css.keep}>
      <TableDownloads name={`${history.name} history`} what="History" rows={() => historyTable(history)} />
    </div>
  );
}
