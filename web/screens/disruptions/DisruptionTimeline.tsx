import { Button } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { formatDay } from '../../format';
import { editPlan, endGesture } from '../../state';
import { Timeline, type TimeSpan } from '../../timeline';
import { Panel } from '../../ui';
import { duplicateDisruption, removalWords, removeDisruption } from './disruption-actions';
import { setSpan, spanOf } from './disruption-span';
import { HowHard } from './HowHard';
import { lastDayOf } from './plan-days';

interface Props {
  readonly plan: Plan;
  readonly picked: string;
  readonly onPick: (id: string) => void;
}

/** The plan's disruptions over its horizon. */
export const DisruptionTimeline = memo(function DisruptionTimeline({ plan, picked, onPick }: Props) {
  const one = plan.disruptions.find(({ id }) => id === picked);
  const removal = one ? removalWords(plan, one.id) : '';
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
      description="Drag a bar to another date, or its edges to make it longer or shorter; arrow keys do the same. The sliders set the picked one’s first effect; exact dates and effects stand below."
      actions={
        one && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Duplicate ${one.name}`}
              onClick={() => onPick(duplicateDisruption(plan, one))}
            >
              Duplicate
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Remove${removal}${removal && ':'} ${one.name}`}
              onClick={() => onPick(removeDisruption(plan, one))}
            >
              Remove{removal}
            </Button>
          </>
        )
      }
    >
      <Timeline
        label="Disruptions over the plan"
        items={items}
        from={plan.calendar.startDate}
        to={lastDayOf(plan.calendar)}
        picked={picked}
        onPick={onPick}
        onChange={change}
        onRest={endGesture}
      />
      {one && <HowHard disruption={one} />}
    </Panel>
  );
});
