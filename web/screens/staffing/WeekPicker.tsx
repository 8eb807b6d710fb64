import { Button, NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { addDays, formatDate } from '../../format';
import css from './staffing.module.css';

interface Props {
  readonly startDate: string;
  readonly weeks: number;
  readonly index: number;
  readonly onWeek: (firstDay: string) => void;
}

/** Chooses a week of the plan: by list, or one step back and forth. */
export function WeekPicker({ startDate, weeks, index, onWeek }: Props) {
  const list = useMemo(
    () =>
      Array.from({ length: weeks }, (_, at) => {
        const first = addDays(startDate, at * 7);
        return { value: first, label: `${at + 1}: ${formatDate(first)}` };
      }),
    [startDate, weeks],
  );
  const go = (to: number) => onWeek(addDays(startDate, Math.max(0, Math.min(weeks - 1, to)) * 7));
  return (
    <div className={css.week}>
      <NativeSelect
        label="Week of the plan"
        size="xs"
        data={list}
        value={addDays(startDate, index * 7)}
        onChange={(event) => onWeek(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" aria-label="Week before" disabled={index <= 0} onClick={() => go(index - 1)}>
        ‹
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label="Week after"
        disabled={index >= weeks - 1}
        onClick={() => go(index + 1)}
      >
        ›
      </Button>
    </div>
  );
}
