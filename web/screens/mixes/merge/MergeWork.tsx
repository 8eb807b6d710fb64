import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type MergeMapping, type MergeOptions, proposedMapping } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { writePath } from '../../../address';
import { addPlan, usePlanStore } from '../../../state';
import { NumberEntry, RunBar } from '../../../ui';
import { useTask } from '../../../work';
import { MappingEditor } from './MappingEditor';
import { MergeResult } from './MergeResult';
import css from './merge.module.css';

interface Props {
  readonly plan: Plan;
  readonly second: Plan;
}

/** What is the same in two plans, their union in figures, and keeping it. */
export function MergeWork({ plan, second }: Props) {
  const planKey = usePlanStore((state) => state.planKey);
  const [mapping, setMapping] = useState<MergeMapping>(() => proposedMapping(plan, { second }));
  const [rate, setRate] = useState<number | null>(null);
  const options = useMemo((): MergeOptions => ({ second, mapping, rate: rate ?? undefined }), [second, mapping, rate]);
  const figures = useTask('merge', true);
  const union = useTask('mergedPlan', true);
  const [asked, setAsked] = useState<{ options: MergeOptions; planKey: string } | null>(null);
  const [, navigate] = useLocation();
  const stale = asked !== null && (asked.options !== options || asked.planKey !== planKey);
  const work = () => {
    setAsked({ options, planKey });
    void figures.run(options);
  };
  const keep = async () => {
    const made = await union.run(options);
    if (!made) return;
    try {
      const id = await addPlan(made, `${plan.name} merged with ${second.name}`);
      notifications.show({ message: `Kept as a new plan: ${made.name}` });
      navigate(writePath(id, 'overview'));
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <>
      <MappingEditor plan={plan} second={second} mapping={mapping} onChange={setMapping} />
      <div className={css.controls}>
        {second.currency !== plan.currency && (
          <NumberEntry
            label={`${plan.currency} for one ${second.currency}`}
            value={rate}
            min={1e-6}
            max={1e9}
            isOptional
            width={170}
            onChange={setRate}
          />
        )}
        <Button size="xs" onClick={work} disabled={figures.running}>
          {figures.data && stale ? 'Put them together anew' : 'Put them together'}
        </Button>
        <Button size="xs" variant="default" onClick={() => void keep()} disabled={union.running}>
          Keep as a new plan
        </Button>
      </div>
      <RunBar {...figures} retry={work} what="both footprints and their union" />
      {union.fault && <RunBar {...union} running={false} retry={() => void keep()} what="the union" />}
      {figures.data && <MergeResult answer={figures.data} stale={stale || figures.running} />}
    </>
  );
}
