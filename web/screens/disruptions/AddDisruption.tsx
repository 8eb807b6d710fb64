import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
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
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    // The dialog gives the focus back only when it stays mounted.
    requestAnimationFrame(() => button.current?.focus());
  };
  const added = (id: string, name: string) => {
    setSaid(`${name} is in the plan.`);
    onAdded(id);
  };
  return (
    <>
      <Button ref={button} size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => setOpened(true)}>
        Add disruption
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {opened && <AddDisruptionDialog plan={plan} onAdded={added} close={close} />}
    </>
  );
}
