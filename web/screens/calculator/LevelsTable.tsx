import type { NamedServiceLevel, QueueCalculation } from '../../../engine/answers';
import { formatCount } from '../../format';
import { duration, exactShare } from '../../queue';
import { DataTable, Panel } from '../../ui';

interface Props {
  readonly levels: readonly NamedServiceLevel[];
  readonly picked: string;
  /** Nobody gives up, so that all five are one. */
  readonly alike: boolean;
  readonly stale: boolean;
  readonly onPick: (definition: NamedServiceLevel['definition']) => void;
}

/** The same queue counted in the five ways; choosing one makes it the one that the target is about. */
export function LevelsTable({ levels, picked, alike, stale, onPick }: Props) {
  return (
    <Panel
      title="Five service levels of the same queue"
      description={
        alike
          ? 'Where nobody gives up, all five are one; with a patience they part.'
          : 'Choose the one that your reports use; the target then means that one.'
      }
      stale={stale}
    >
      <DataTable
        label="Service level by definition"
        rows={levels}
        keyOf={(level) => level.definition}
        picked={picked}
        onPick={(key) => {
          const found = levels.find((level) => level.definition === key);
          if (found) onPick(found.definition);
        }}
        columns={[
          { key: 'label', label: 'Definition', render: (level) => level.label },
          { key: 'value', label: 'Service level', numeric: true, render: (level) => exactShare(level.value) },
        ]}
      />
    </Panel>
  );
}

/** How long the patient and the less lucky wait. */
export function WaitsTable({
  waits,
  stale,
}: {
  readonly waits: QueueCalculation['waitQuantiles'];
  readonly stale: boolean;
}) {
  return (
    <Panel title="Waits" description="So long, or less, waits this share of contacts." stale={stale}>
      <DataTable
        label="Wait by share of contacts"
        rows={waits}
        keyOf={(wait) => String(wait.share)}
        columns={[
          { key: 'share', label: 'Share', render: (wait) => `${Math.round(wait.share * 100)} %` },
          { key: 'all', label: 'Everyone', numeric: true, render: (wait) => duration(wait.everyoneSeconds) },
          {
            key: 'answered',
            label: 'Answered',
            numeric: true,
            render: (wait) => duration(wait.answeredSeconds),
          },
        ]}
      />
    </Panel>
  );
}

/** Agents by the number of chats that each holds at once. */
export function ConcurrencyTable({
  rows,
  chosen,
  stale,
}: {
  readonly rows: QueueCalculation['byConcurrency'];
  readonly chosen: number;
  readonly stale: boolean;
}) {
  return (
    <Panel
      title="Agents by chats at once"
      description="Each further chat lengthens all that an agent holds, so the gain runs out."
      stale={stale}
    >
      <DataTable
        label="Agents by chats at once"
        rows={rows}
        keyOf={(row) => String(row.concurrency)}
        picked={String(chosen)}
        columns={[
          { key: 'chats', label: 'Chats at once', render: (row) => String(row.concurrency) },
          { key: 'agents', label: 'Agents', numeric: true, render: (row) => formatCount(row.agents) },
          { key: 'paid', label: 'Paid', numeric: true, render: (row) => formatCount(row.paidHeads) },
          { key: 'level', label: 'Service level', numeric: true, render: (row) => exactShare(row.serviceLevel) },
          {
            key: 'busy',
            label: 'Places in use',
            numeric: true,
            render: (row) => exactShare(row.occupancy),
          },
        ]}
      />
    </Panel>
  );
}
