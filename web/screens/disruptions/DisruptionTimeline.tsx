import { memo, useCallback, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { addDays, formatDay } from '../../format';
import { editPlan, endGesture } from '../../state';
import { Timeline, type TimeSpan } from '../../timeline';
import { Panel } from '../../ui';
import { setSpan, spanOf } from './disruption-span';

interface Props {
  readonly plan: Plan;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** The plan's disruptions over its horizon. */
export const DisruptionTimeline = memo(function DisruptionTimeline({ plan, picked, onPick }: Props) {
  const items = useMemo(
    () => plan.disruptions.map((each) => ({ id: each.id, name: each.name, ...spanOf(each) })),
    [plan.disruptions],
  );
  const change = useCallback(
    (id: string, span: TimeSpan, gesture: string) => {
      const name = items.find((item) => item.id === id)?.name ?? id;
      editPlan(
        `${name}, ${formatDay(span.start)}–${formatDay(span.end)}`,
        (draft) => setSpan(draft, id, span),
        gesture,
      );
    },
    [items],
  );
  return (
    <Panel
      title="When"
      description="Drag a bar to another date, or its edges to make it longer or shorter; arrow keys do the same. Exact dates and effects stand below."
    >
      <Timeline
        label="Disruptions over the plan"
        items={items}
        from={plan.calendar.startDate}
        to={addDays(plan.calendar.startDate, plan.calendar.weeks * 7 - 1)}
        picked={picked}
        onPick={onPick}
        onChange={change}
        onRest={endGesture}
      />
    </Panel>
  );
});
