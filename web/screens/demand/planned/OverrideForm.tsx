import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DemandAnswer } from '../../../../engine/answers';
import type { DemandOverride, Plan } from '../../../../engine/plan';
import { daysBetween, formatCount, parseNumber } from '../../../format';
import { lastDay } from './event-actions';
import { lastAuthor, setOverride } from './override-actions';
import css from './planned.module.css';
import { daysOf } from './planned-lines';
import type { Selection } from './selection';

interface Props {
  readonly plan: Plan;
  readonly answer: DemandAnswer;
  readonly selection: Selection;
}

type How = 'percent' | 'week' | 'day' | 'handle-time';

/** Sets contacts of the selection over a range of days, by a per cent or to a number each week or day; or its handle time. */
export function OverrideForm({ plan, answer, selection }: Props) {
  const last = lastDay(plan.calendar);
  const [from, setFrom] = useState(plan.calendar.startDate);
  const [until, setUntil] = useState(answer.days[Math.min(6, answer.days.length - 1)] ?? last);
  const [how, setHow] = useState<How>('percent');
  const [text, setText] = useState('');
  const [author, setAuthor] = useState(() => lastAuthor(plan));
  const [reason, setReason] = useState('');
  const isPercent = how === 'percent' || how === 'handle-time';
  const change = readChange(text, how);
  const [first, end] = [daysBetween(plan.calendar.startDate, from), daysBetween(plan.calendar.startDate, until)];
  const inPlan = from >= plan.calendar.startDate && until <= last && end >= first;
  const there = inPlan
    ? daysOf(answer.streams, selection, 'contacts')
        .subarray(first, end + 1)
        .reduce((sum, value) => sum + value, 0)
    : null;
  const isReady = inPlan && change !== null && author.trim() !== '' && reason.trim() !== '' && selection.scope !== null;
  return (
    <form
      className={css.form}
      aria-label="New override"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || !change || !selection.scope || there === null) return;
        setOverride(plan, {
          scope: selection.scope,
          from,
          until,
          change,
          author: author.trim(),
          reason: reason.trim(),
          contactsThen: how === 'handle-time' ? null : there,
        });
        setText('');
        setReason('');
      }}
    >
      <div className={css.fields}>
        <TextInput
          size="xs"
          type="date"
          label="From"
          value={from}
          min={plan.calendar.startDate}
          max={last}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="date"
          label="Until"
          value={until}
          min={from}
          max={last}
          error={inPlan ? undefined : `a day of the plan, not before ${from}`}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label="Change"
          data={[
            { value: 'percent', label: 'by per cent' },
            { value: 'week', label: 'to contacts a week' },
            { value: 'day', label: 'to contacts a day' },
            { value: 'handle-time', label: 'handle time by per cent' },
          ]}
          value={how}
          onChange={(event) => setHow(event.currentTarget.value as How)}
        />
        <TextInput
          size="xs"
          label={isPercent ? 'Per cent' : 'Contacts'}
          placeholder={isPercent ? '+10' : '4,200'}
          inputMode="decimal"
          value={text}
          error={text !== '' && change === null ? ALLOWED[how] : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Who"
          maxLength={120}
          value={author}
          onChange={(event) => setAuthor(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          label="Why"
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <div className={css.submit}>
        <Button type="submit" size="xs" disabled={!isReady}>
          Override
        </Button>
        <span className={css.hint}>
          {selection.scope === null
            ? 'Choose one line on the chart above first: all together, a channel, a market or a stream.'
            : `${selection.label}: ${formatCount(there)} contacts in these days as planned.`}
        </span>
      </div>
    </form>
  );
}

const ALLOWED: Readonly<Record<How, string>> = {
  percent: '−100 to 10,000',
  week: '0 or more',
  day: '0 or more',
  'handle-time': '−90 to 900',
};

/** What was typed as a change: "+10", "-5 %", "4,200"; null where it can't stand. */
function readChange(text: string, how: How): DemandOverride['change'] | null {
  const plain = how === 'percent' || how === 'handle-time' ? text.trim().replace(/%$/, '') : text;
  const value = parseNumber(plain);
  if (value === null) return null;
  if (how === 'handle-time') return value >= -90 && value <= 900 ? { kind: how, percent: value } : null;
  if (how === 'percent') return value >= -100 && value <= 10_000 ? { kind: 'percent', percent: value } : null;
  return value >= 0 && value <= 1e9 ? { kind: 'set', contacts: value, each: how } : null;
}
