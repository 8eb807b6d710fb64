import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { History } from '../../../../engine/plan';
import css from '../demand.module.css';
import { spanOf } from '../history-lines';
import { isDay } from '../planned';
import { decide } from './decision-actions';

interface Props {
  readonly history: History;
  readonly author: string;
}

/** Days that nothing was found in and that the planner knows were not business as usual. */
export function LeaveOutForm({ history, author: last }: Props) {
  const span = spanOf(history);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [author, setAuthor] = useState(last);
  const [reason, setReason] = useState('');
  const end = until === '' ? from : until;
  const inHistory = isDay(from) && isDay(end) && from >= span.from && end <= span.to && end >= from;
  const isReady = inHistory && author.trim() !== '';
  const day = (label: string, value: string, min: string, set: (text: string) => void) => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={value}
      min={min}
      max={span.to}
      onChange={({ currentTarget }) => set(currentTarget.value)}
      error={value !== '' && from !== '' && !inHistory ? `a day of the history: ${span.from} to ${span.to}` : undefined}
    />
  );
  return (
    <form
      className={css.keep}
      aria-label={`Leave days of ${history.name} out`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const why = reason.trim();
        decide(history, {
          kind: 'days',
          from,
          until: end,
          decision: 'leave-out',
          author: author.trim(),
          ...(why === '' ? {} : { reason: why }),
        });
        setFrom('');
        setUntil('');
        setReason('');
      }}
    >
      {day('Leave out from', from, span.from, setFrom)}
      {day('until', until, from === '' ? span.from : from, setUntil)}
      <TextInput
        size="xs"
        label="Who decides"
        maxLength={120}
        value={author}
        onChange={({ currentTarget }) => setAuthor(currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Because"
        maxLength={4000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={!isReady}>
        Leave out
      </Button>
    </form>
  );
}
