import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '../../../engine/plan';
import { Icon } from '../../ui';
import { AddDisruptionDialog } from './AddDisruptionDialog';

interface Props {
  readonly plan: Plan;
  readonly onAdded: (id: string) => void;
}

/** The way to a new disruption. */
export function AddDisruption({ plan, onAdded }: Props) {
  const [opened, setOpened] = useState(false);
  const [said, setSaid] = useState('');
  const added = (id: string, name: string) => {
    setSaid(`${name} is in the plan.`);
    onAdded(id);
  };
  return (
    <>
      <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setOpened(true)}>
        Add disruption
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {opened && <AddDisruptionDialog plan={plan} onAdded={added} close={() => setOpened(false)} />}
    </>
  );
}
