import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan } from '../../../../engine/plan';
import { addDays, formatDate } from '../../../format';
import { useLibrary } from '../../../work';
import css from '../concentration.module.css';
import { struckName } from './use-struck';

interface Props {
  readonly plan: Plan;
  readonly struck: readonly string[];
  /** Those of them that strike nothing here. */
  readonly missed: readonly string[];
  readonly onChange: (struck: readonly string[]) => void;
}

/** Adds disruptions of the library to the bills, without putting them into the plan. */
export function LibraryPick({ plan, struck, missed, onChange }: Props) {
  const library = useLibrary();
  const { startDate, weeks } = plan.calendar;
  const last = addDays(startDate, weeks * 7 - 1);
  const [picked, setPicked] = useState('');
  const [start, setStart] = useState(plan.disruptions[0]?.startDate ?? startDate);
  const entry = library?.find(({ id }) => id === picked) ?? library?.[0];
  const isDay = start >= startDate && start <= last;
  const labelOf = (name: string) => {
    const [id, date = ''] = name.split('@');
    return `${library?.find((each) => each.id === id)?.label ?? id}, ${formatDate(date)}`;
  };
  return (
    <>
      <div className={css.controls}>
        <NativeSelect
          label="From the library"
          size="xs"
          data={(library ?? []).map(({ id, label }) => ({ value: id, label }))}
          value={entry?.id ?? ''}
          onChange={(event) => setPicked(event.currentTarget.value)}
        />
        <TextInput
          label="Starts on"
          type="date"
          size="xs"
          value={start}
          min={startDate}
          max={last}
          error={isDay ? undefined : `A day from ${startDate} to ${last}`}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!entry || !isDay}
          onClick={() => entry && onChange([...struck, struckName(entry.id, start)])}
        >
          Add to the bills
        </Button>
      </div>
      {struck.length > 0 && (
        <ul className={css.chips} aria-label="From the library">
          {struck.map((name) => (
            <li key={name}>
              {labelOf(name)}
              {missed.includes(name) && ': strikes nothing in this plan'}
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Remove ${labelOf(name)}`}
                onClick={() => onChange(struck.filter((each) => each !== name))}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
