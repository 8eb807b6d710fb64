import { Table } from '@mantine/core';
import type { StaffAnswer, StaffStream } from '../../../engine/answers';
import { readableWall } from '../../charts';
import { formatFte, formatNumber, formatShare, signed } from '../../format';
import { Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';
import { ExplanationView } from './ExplanationView';
import css from './staffing.module.css';

interface Props {
  readonly answer: StaffAnswer;
  readonly interval: string;
  readonly stream: StaffStream | null;
  readonly onStream: (id: string) => void;
}

/** One interval taken apart: every stream's need and cover, and how the chosen stream's need came about. */
export function IntervalPanel({ answer, interval, stream, onStream }: Props) {
  const at = answer.intervals.indexOf(interval);
  const day = interval.slice(0, 10);
  const ask = stream !== null && at >= 0;
  const { data, stale, ...run } = useAnswer(
    'requirement',
    {
      stream: stream?.id ?? '',
      day,
      intervalOfDay: at - answer.intervals.findIndex((one) => one.startsWith(day)),
      model: answer.model,
    },
    ask,
  );
  if (at < 0) return null;
  const open = answer.streams.filter((one) => (one.open[at] ?? 0) > 0 || (one.requiredAgents[at] ?? 0) > 0);
  return (
    <Panel
      title={readableWall(interval)}
      description="Every stream that takes contacts in this interval. Choose one to see how its requirement came about."
    >
      <div className={css.scroll}>
        <Table highlightOnHover verticalSpacing={4} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Stream</Table.Th>
              <Table.Th ta="right">Contacts</Table.Th>
              <Table.Th ta="right">Required</Table.Th>
              <Table.Th ta="right">Available</Table.Th>
              <Table.Th ta="right">Net</Table.Th>
              <Table.Th ta="right">Within target</Table.Th>
              <Table.Th ta="right">Occupancy</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open.map((one) => {
              const net = (one.availableAgents[at] ?? 0) - (one.requiredAgents[at] ?? 0);
              return (
                <Table.Tr key={one.id} data-chosen={one.id === stream?.id || undefined}>
                  <Table.Td>
                    <button
                      type="button"
                      className={css.link}
                      aria-pressed={one.id === stream?.id}
                      onClick={() => onStream(one.id)}
                    >
                      {one.name}
                    </button>
                  </Table.Td>
                  <Table.Td ta="right">{formatNumber(one.contacts[at])}</Table.Td>
                  <Table.Td ta="right">{formatFte(one.requiredAgents[at])}</Table.Td>
                  <Table.Td ta="right">{formatFte(one.availableAgents[at])}</Table.Td>
                  <Table.Td ta="right" className={net < -0.05 ? css.short : undefined}>
                    {signed(net, formatFte)}
                  </Table.Td>
                  <Table.Td ta="right">{formatShare(one.serviceLevel[at])}</Table.Td>
                  <Table.Td ta="right">{formatShare(one.occupancy[at])}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      {open.length === 0 && <p>Nothing is open in this interval.</p>}
      {stream && (
        <>
          <h3 className={css.subtitle}>{stream.name}</h3>
          <p className={css.note}>
            Promise: {stream.target.text}. At work:{' '}
            {stream.bySite
              .filter((site) => (site.availableAgents[at] ?? 0) > 0.05)
              .map((site) => `${site.name} ${formatFte(site.availableAgents[at])}`)
              .join(', ') || 'nobody'}
            .
          </p>
          <RunBar {...run} what="the explanation" />
          {data && <ExplanationView explanation={data} stale={stale} />}
        </>
      )}
    </Panel>
  );
}
