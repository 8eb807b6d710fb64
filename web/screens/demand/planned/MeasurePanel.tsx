import { Button, Menu } from '@mantine/core';
import { memo, useState } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { MeasureKind, Plan } from '../../../../engine/plan';
import { Empty, Panel } from '../../../ui';
import { MeasureForm } from './MeasureForm';
import { addMeasure } from './measure-actions';
import { MEASURE_KINDS } from './measure-fields';
import { StepTable } from './StepTable';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly stale: boolean;
}

/** What is done about demand and what is known of its make-up, each with its net effect. */
export const MeasurePanel = memo(function MeasurePanel({ plan, answer, stale }: Props) {
  const [picked, setPicked] = useState('');
  const measures = plan.measures ?? [];
  const measure = measures.find(({ id }) => id === picked);
  return (
    <Panel
      title="Measures"
      description="Self-service, messages, new channels, pilots; and what contacts are made of. They are worked out kind by kind, in the order of the waterfall above, whichever stands first here. Shares are estimates: see their grade."
      stale={stale}
      actions={
        <Menu>
          <Menu.Target>
            <Button size="compact-xs" variant="default">
              Add measure
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(MEASURE_KINDS) as MeasureKind[]).map((kind) => (
              <Menu.Item key={kind} onClick={() => setPicked(addMeasure(plan, kind))}>
                {MEASURE_KINDS[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      {measures.length === 0 ? (
        <Empty title="No measures yet">Add one to see what it spares or costs, in contacts and in hours.</Empty>
      ) : (
        <>
          <StepTable plan={plan} answer={answer} list="measures" rows={measures} picked={picked} onPick={setPicked} />
          {measure && <MeasureForm key={measure.id} plan={plan} measure={measure} onPick={setPicked} />}
        </>
      )}
    </Panel>
  );
});
