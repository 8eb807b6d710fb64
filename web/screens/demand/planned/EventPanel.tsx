import { Button, Menu } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { DemandEvent, Plan } from '../../../../engine/plan';
import { addDays, formatDay } from '../../../format';
import { endGesture } from '../../../state';
import { Timeline, type TimeSpan } from '../../../timeline';
import { Empty, Panel } from '../../../ui';
import { EventForm } from './EventForm';
import { addEvent, EVENT_KINDS, eventSpan, lastDay, setEventSpan } from './event-actions';
import { StepTable } from './StepTable';
import { selectionOf } from './selection';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
  readonly stream: string;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** Named events as bars over the plan, each with its contacts, on and off, and the picked one in full. */
export const EventPanel = memo(function EventPanel({ plan, answer, stale, stream, picked, onPick }: Props) {
  const events = plan.events ?? [];
  const event = events.find(({ id }) => id === picked);
  const items = useMemo(
    () =>
      (plan.events ?? []).map((one) => ({
        id: one.id,
        name: one.on ? one.name : `${one.name} (off)`,
        ...eventSpan(one, plan.calendar),
      })),
    [plan.events, plan.calendar],
  );
  const change = useCallback(
    (id: string, span: TimeSpan, gesture: string) => {
      const name = plan.events?.find((one) => one.id === id)?.name ?? id;
      setEventSpan(plan, id, span, `${name}, ${formatDay(span.start)}–${formatDay(span.end)}`, gesture);
    },
    [plan],
  );
  const add = (kind: DemandEvent['kind']) => {
    const { scope } = selectionOf(plan, stream);
    onPick(
      addEvent(plan, kind, scope ?? {}, addDays(plan.calendar.startDate, Math.floor(plan.calendar.weeks / 4) * 7)),
    );
  };
  return (
    <Panel
      title="Events"
      description="Campaigns, releases, launches: what is known to come. Drag a bar to another date, or its end to make it longer; arrow keys do the same, with Shift by a week."
      stale={stale}
      actions={
        <Menu>
          <Menu.Target>
            <Button size="compact-xs" variant="default">
              Add event
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(EVENT_KINDS) as DemandEvent['kind'][]).map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {EVENT_KINDS[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      {events.length === 0 ? (
        <Empty title="No events yet">
          Add a campaign, a release or a launch: it lifts contacts or handle time over its days.
        </Empty>
      ) : (
        <>
          <Timeline
            label="Events over the plan"
            items={items}
            from={plan.calendar.startDate}
            to={lastDay(plan.calendar)}
            picked={picked}
            onPick={onPick}
            onChange={change}
            onRest={endGesture}
          />
          <StepTable plan={plan} answer={answer} list="events" rows={events} picked={picked} onPick={onPick} />
          {event && <EventForm key={event.id} plan={plan} event={event} onPick={onPick} />}
        </>
      )}
    </Panel>
  );
});
