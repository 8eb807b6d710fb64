import { Button, NativeSelect } from '@mantine/core';
import { memo, useEffect, useRef, useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import { listPlans, type PlanSummary } from '../../../state';
import { Icon, IssueList, Panel } from '../../../ui';
import type { MixView } from '../mix-view';
import { MergeWork } from './MergeWork';
import css from './merge.module.css';
import { useSecondPlan } from './use-second-plan';

interface Props {
  readonly plan: Plan;
  /** Id of the kept plan that is chosen; nothing when empty. */
  readonly other: string;
  readonly onChange: (next: Partial<MixView>) => void;
}

/** Another plan's footprint and this one's as one: what is the same, and what that changes. */
export const MergePanel = memo(function MergePanel({ plan, other, onChange }: Props) {
  const [plans, setPlans] = useState<readonly PlanSummary[]>([]);
  const file = useRef<HTMLInputElement>(null);
  const second = useSecondPlan(other);
  useEffect(() => {
    let isOver = false;
    listPlans()
      .then((list) => {
        if (!isOver) setPlans(list);
      })
      .catch(() => {});
    return () => {
      isOver = true;
    };
  }, []);
  const choices = plans.filter(({ id }) => id !== plan.id);
  return (
    <Panel
      title="Merger with another footprint"
      description="Two companies’ sites, teams and work as one: say what is the same in both, and see cost, service, concentration and limits before and after."
    >
      <div className={css.controls}>
        <NativeSelect
          label="The other plan"
          size="xs"
          className={css.other}
          data={[
            { value: '', label: second.plan && other === '' ? `${second.plan.name} (file)` : 'Choose a kept plan' },
            ...choices.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={choices.some(({ id }) => id === other) ? other : ''}
          onChange={({ currentTarget: { value } }) => onChange({ with: value })}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="folder" size={14} />}
          onClick={() => file.current?.click()}
        >
          Or a plan file …
        </Button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label="File of the other plan"
          onChange={(event) => {
            const [picked] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (!picked) return;
            onChange({ with: '' });
            second.takeFile(picked);
          }}
        />
      </div>
      {second.reading && <p className={css.note}>Reading the other plan …</p>}
      {second.trouble && <IssueList title={second.trouble.title} issues={second.trouble.issues} />}
      {second.plan && <MergeWork key={second.plan.name} plan={plan} second={second.plan} />}
    </Panel>
  );
});
