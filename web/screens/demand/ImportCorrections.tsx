import { Button, NativeSelect } from '@mantine/core';
import { useId, useState } from 'react';
import type { ImportCorrections as Corrections, HistoryPreview } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { correctionFields } from './correction-fields';
import css from './demand.module.css';

interface Props {
  readonly plan: Plan;
  /** Of a refused file too: its columns are known, so that the guess that refused it can be corrected. */
  readonly preview: HistoryPreview;
  readonly corrections: Corrections;
  readonly onChange: (corrections: Corrections) => void;
}

const AUTO = '';

/** Every guess with what was found, each open to correction by one choice. */
export function ImportCorrections(props: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? props.preview.refused !== null;
  const count = Object.keys(props.corrections).length;
  const id = useId();
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setChosen(!open)}
      >
        Correct what was understood{count > 0 ? ` (${count} corrected)` : ''}
      </Button>
      <div id={id}>{open && <Choosers {...props} />}</div>
    </>
  );
}

function Choosers({ plan, preview, corrections, onChange }: Props) {
  const set = (change: Partial<Corrections>) => {
    const next = Object.entries({ ...corrections, ...change }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(next) as Corrections);
  };
  return (
    <div className={css.corrections}>
      {correctionFields({ plan, preview, corrections }).map(({ label, found, choices, value, correct }) => (
        <NativeSelect
          key={label}
          size="xs"
          label={label}
          data={[
            { value: AUTO, label: found === null ? 'as found' : `${found} (found)` },
            ...choices.map(([choice, name]) => ({ value: choice, label: name })),
          ]}
          value={value ?? AUTO}
          onChange={(event) => {
            const next = event.currentTarget.value;
            set(correct(next === AUTO ? undefined : next));
          }}
        />
      ))}
    </div>
  );
}
