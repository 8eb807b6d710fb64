import type { DaysToHold, StaffAnswer, StaffStream } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { readableWall } from '../../charts';
import { formatFte, formatNumber, formatShare, signed } from '../../format';
import { type Column, DataTable, ExplanationView, Panel, RunBar } from '../../ui';
import { useAnswer } from '../../work';
import { StaffingCurve } from './StaffingCurve';
import css from './staffing.module.css';

interface Props {
  readonly plan: Plan;
  readonly answer: StaffAnswer;
  readonly interval: string;
  /** Those looked at. */
  readonly streams: readonly StaffStream[];
  readonly stream: StaffStream | null;
  readonly uncertainty: DaysToHold | undefined;
  readonly onStream: (id: string) => void;
}

/** One interval taken apart: every stream's need and cover, and how the chosen stream's need came about. */
export function IntervalPanel({ plan, answer, interval, streams, stream, uncertainty, onStream }: Props) {
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
      definition: answer.definition,
      uncertainty,
    },
    ask,
  );
  if (at < 0) return null;
  const open = streams.filter((one) => (one.open[at] ?? 0) > 0 || (one.requiredAgents[at] ?? 0) > 0);
  const netAt = (one: StaffStream) => (one.availableAgents[at] ?? 0) - (one.requiredAgents[at] ?? 0);
  return (
    <Panel
      title={readableWall(interval)}
      description="Every stream that takes contacts in this interval. Choose one to see how its requirement came about."
    >
      <DataTable
        label="Streams in this interval"
        rows={open}
        keyOf={(one) => one.id}
        picked={stream?.id}
        onPick={onStream}
        columns={[
          { key: 'name', label: 'Stream', sortBy: (one) => one.name, render: (one) => one.name },
          number('Contacts', (one) => one.contacts[at], formatNumber),
          number('With redials', (one) => one.offered[at], formatNumber),
          number('Required', (one) => one.requiredAgents[at], formatFte),
          number('Available', (one) => one.availableAgents[at], formatFte),
          {
            ...number('Net', netAt, (value) => signed(value, formatFte)),
            render: (one) => (
              <span className={netAt(one) < -0.05 ? css.short : undefined}>{signed(netAt(one), formatFte)}</span>
            ),
          },
          {
            ...number('Service level', (one) => one.serviceLevel[at], formatShare),
            hint: `With the agents on duty. ${answer.serviceLevelDefinition}`,
          },
          number('Occupancy', (one) => one.occupancy[at], formatShare),
        ]}
      />
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
          <StaffingCurve plan={plan} answer={answer} stream={stream} at={at} />
          {data && <ExplanationView explanation={data} stale={stale} />}
        </>
      )}
    </Panel>
  );
}

function number(
  label: string,
  value: (stream: StaffStream) => number | null | undefined,
  format: (value: number | null | undefined) => string,
): Column<StaffStream> {
  return {
    key: label,
    label,
    numeric: true,
    sortBy: (stream) => value(stream) ?? null,
    render: (stream) => format(value(stream)),
  };
}
