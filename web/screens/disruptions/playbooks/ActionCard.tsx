import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { openingHoursIssue } from '../../../../engine/calendar';
import { targetKey } from '../../../../engine/disruption';
import type { Plan, Playbook, PlaybookAction } from '../../../../engine/plan';
import { FigureField } from '../FigureField';
import { ACTION_FORMS, scopeChoices } from './action-forms';
import { changeAction, removeAction } from './playbook-edits';
import css from './playbooks.module.css';

interface Props {
  readonly plan: Plan;
  readonly book: Playbook;
  readonly at: number;
  readonly action: PlaybookAction;
}

/** One action of a playbook: whom it reaches, its figures, and a way to take it out. */
export function ActionCard({ plan, book, at, action }: Props) {
  const { label, fields } = ACTION_FORMS[action.kind];
  const values = action as unknown as Readonly<Record<string, number | undefined>>;
  const title = `${at + 1}. ${label}`;
  const set = (change: object, what: string) => changeAction(book, at, change, what);
  return (
    <fieldset className={css.action}>
      <legend>{title}</legend>
      <div className={css.fields}>
        <Reach plan={plan} action={action} set={set} />
        {fields.map((field) => (
          <FigureField
            key={`${field.key} ${values[field.key]}`}
            label={field.label}
            value={values[field.key] ?? field.absent ?? null}
            scale={field.scale}
            min={field.min}
            max={field.max}
            decimals={field.decimals}
            lazy
            onChange={(value) => {
              if (value !== null) set({ [field.key]: value }, field.label.replace(/, .*$/, '').toLowerCase());
            }}
          />
        ))}
      </div>
      <Button
        size="compact-xs"
        variant="default"
        disabled={book.actions.length < 2}
        title={book.actions.length < 2 ? 'A playbook has one action at least' : undefined}
        aria-label={`Remove ${title}`}
        onClick={() => removeAction(book, at)}
      >
        Remove
      </Button>
    </fieldset>
  );
}

type SetFields = (change: object, what: string) => void;

/** Whom or what an action reaches. */
function Reach({ plan, action, set }: { plan: Plan; action: PlaybookAction; set: SetFields }) {
  const streams = plan.streams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {'scope' in action && (
        <NativeSelect
          size="xs"
          label={action.kind === 'shift-channel' || action.kind === 'callback' ? 'Contacts of' : 'Where'}
          data={scopeChoices(plan, action.kind).map(({ group, items }) => ({
            group,
            items: items.map(({ value, label }) => ({ value, label })),
          }))}
          value={targetKey(action.scope)}
          onChange={({ currentTarget: { value } }) => {
            const found = scopeChoices(plan, action.kind)
              .flatMap(({ items }) => items)
              .find((each) => each.value === value);
            if (found) set({ scope: found.scope }, 'reach');
          }}
        />
      )}
      {action.kind === 'surge' && (
        <NativeSelect
          size="xs"
          label="Team"
          data={plan.teams.map(({ id, name }) => ({ value: id, label: name }))}
          value={action.team}
          onChange={({ currentTarget }) => set({ team: currentTarget.value }, 'team')}
        />
      )}
      {action.kind === 'priority' && (
        <NativeSelect
          size="xs"
          label="Stream"
          data={streams}
          value={action.stream}
          onChange={({ currentTarget }) => set({ stream: currentTarget.value }, 'stream')}
        />
      )}
      {action.kind === 'shift-channel' && (
        <NativeSelect
          size="xs"
          label="To"
          data={streams}
          value={action.to}
          onChange={({ currentTarget }) => set({ to: currentTarget.value }, 'target')}
        />
      )}
      {action.kind === 'cross-skill' && (
        <NativeSelect
          size="xs"
          label="Skill"
          data={[...new Set(plan.streams.map(({ skill }) => skill))]}
          value={action.skill}
          onChange={({ currentTarget }) => set({ skill: currentTarget.value }, 'skill')}
        />
      )}
      {action.kind === 'work-at-home' && (
        <NativeSelect
          size="xs"
          label="Grade"
          data={[
            { value: 'emergency', label: 'Improvised' },
            { value: 'engineered', label: 'Prepared' },
          ]}
          value={action.conversion}
          onChange={({ currentTarget }) => set({ conversion: currentTarget.value }, 'grade')}
        />
      )}
      {action.kind === 'hours' && <HoursField value={action.openingHours} set={set} />}
    </>
  );
}

/** Opening hours become part of the plan when the field is left and they read; what doesn't read is said in place. */
function HoursField({ value, set }: { value: string; set: SetFields }) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : openingHoursIssue(typed);
  return (
    <TextInput
      size="xs"
      label="Open"
      value={typed ?? value}
      maxLength={200}
      error={wrong}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        if (typed === null || wrong) return;
        if (typed.trim() !== value) set({ openingHours: typed.trim() }, 'hours');
        setTyped(null);
      }}
    />
  );
}
