import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DemandEvent, EventCourse, Plan, ReasonScope } from '../../../../engine/plan';
import type { Editable } from '../../../state';
import { usePlanStore } from '../../../state';
import { NumberEntry, TextField } from '../../../ui';
import { changeEvent, EVENT_KINDS, removeEvent } from './event-actions';
import { isDay } from './is-day';
import css from './planned.module.css';
import { ScopeFields } from './ScopeFields';
import { Trust } from './Trust';

interface Props {
  readonly plan: Plan;
  readonly event: DemandEvent;
  readonly onPick: (id: string) => void;
}

const COURSES: Readonly<Record<EventCourse['kind'], string>> = {
  pulse: 'pulse: full at once, then fading',
  step: 'step: full at once, then over',
  ramp: 'ramp: rising, held, then fading',
};

const VOLUMES = { none: 'leaves contacts alone', multiply: 'multiplies contacts', add: 'adds contacts a day' } as const;

/** Everything about one event, each change a step that can be undone. */
export function EventForm({ plan, event, onPick }: Props) {
  const issues = usePlanStore((state) => state.issues);
  const { course, volume } = event;
  const change = (what: string, recipe: (draft: Editable<DemandEvent>) => void) => changeEvent(event, what, recipe);
  return (
    <fieldset className={css.form}>
      <legend>{event.name}</legend>
      <div className={css.fields}>
        <TextField
          label="Name"
          value={event.name}
          longest={120}
          isNeeded
          issue={issues.find(({ path }) => path.startsWith('events') && path.endsWith('.name'))}
          onChange={(name) =>
            change('Name', (draft) => {
              draft.name = name;
            })
          }
        />
        <NativeSelect
          size="xs"
          label="Kind"
          data={Object.entries(EVENT_KINDS).map(([value, label]) => ({ value, label }))}
          value={event.kind}
          onChange={({ currentTarget: { value } }) =>
            change('Kind', (draft) => {
              draft.kind = value as DemandEvent['kind'];
            })
          }
        />
        <TextInput
          size="xs"
          type="date"
          label="First day"
          value={event.startDate}
          onChange={({ currentTarget: { value } }) => {
            if (isDay(value))
              change('First day', (draft) => {
                draft.startDate = value;
              });
          }}
        />
        <NativeSelect
          size="xs"
          label="Course"
          data={Object.entries(COURSES).map(([value, label]) => ({ value, label }))}
          value={course.kind}
          onChange={({ currentTarget: { value } }) =>
            change('Course', (draft) => {
              draft.course = courseOf(value as EventCourse['kind'], course);
            })
          }
        />
        {course.kind === 'ramp' && (
          <NumberEntry
            label="Days of rising"
            value={course.rampDays}
            min={1}
            max={1500}
            isWhole
            onChange={(days) =>
              change('Rise', ({ course: own }) => {
                if (own.kind === 'ramp' && days !== null) own.rampDays = days;
              })
            }
          />
        )}
        <NumberEntry
          label={course.kind === 'pulse' ? 'Days at full strength' : 'Days at full strength (empty: for good)'}
          value={course.days ?? null}
          min={1}
          max={1500}
          isWhole
          isOptional={course.kind !== 'pulse'}
          onChange={(days) =>
            change('Length', ({ course: own }) => {
              if (days !== null) own.days = days;
              else if (own.kind !== 'pulse') delete own.days;
            })
          }
        />
        {course.kind !== 'step' && (
          <NumberEntry
            label="Half-life of fading, days"
            value={course.halfLifeDays}
            min={0}
            max={365}
            onChange={(days) =>
              change('Fading', ({ course: own }) => {
                if (own.kind !== 'step' && days !== null) own.halfLifeDays = days;
              })
            }
          />
        )}
        <NativeSelect
          size="xs"
          label="Contacts"
          data={Object.entries(VOLUMES)
            .filter(([kind]) => kind !== 'none' || event.handleTimeFactor !== undefined)
            .map(([value, label]) => ({ value, label }))}
          value={volume?.kind ?? 'none'}
          onChange={({ currentTarget: { value } }) =>
            change('Contacts', (draft) => {
              if (value === 'multiply') draft.volume = { kind: 'multiply', factor: 1.1 };
              else if (value === 'add') draft.volume = { kind: 'add', contactsPerDay: 100 };
              else delete draft.volume;
            })
          }
        />
        {volume?.kind === 'multiply' && (
          <NumberEntry
            label="Times as many contacts"
            value={volume.factor}
            min={0}
            max={50}
            onChange={(factor) =>
              change('Contacts', (draft) => {
                if (factor !== null) draft.volume = { kind: 'multiply', factor };
              })
            }
          />
        )}
        {volume?.kind === 'add' && (
          <NumberEntry
            label="Contacts a day"
            value={volume.contactsPerDay}
            min={0}
            max={1e9}
            onChange={(contactsPerDay) =>
              change('Contacts', (draft) => {
                if (contactsPerDay !== null) draft.volume = { kind: 'add', contactsPerDay };
              })
            }
          />
        )}
        <NumberEntry
          label="Times as long (empty: as usual)"
          value={event.handleTimeFactor ?? null}
          min={0.1}
          max={20}
          isOptional={volume !== undefined}
          onChange={(factor) =>
            change('Handle time', (draft) => {
              if (factor === null) delete draft.handleTimeFactor;
              else draft.handleTimeFactor = factor;
            })
          }
        />
      </div>
      <ScopeFields
        plan={plan}
        scope={event.scope}
        onChange={(scope: ReasonScope) =>
          change('Reach', (draft) => {
            draft.scope = structuredClone(scope);
          })
        }
      />
      <Trust of={event} onChange={change} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        onClick={() => {
          removeEvent(plan, event);
          onPick('');
        }}
      >
        Remove {event.name}
      </Button>
    </fieldset>
  );
}

/** Another course that keeps what both have. */
function courseOf(kind: EventCourse['kind'], old: EventCourse): EventCourse {
  const days = old.days;
  const halfLifeDays = old.kind === 'step' ? 0 : old.halfLifeDays;
  if (kind === 'pulse') return { kind, days: days ?? 7, halfLifeDays };
  if (kind === 'step') return days === undefined ? { kind } : { kind, days };
  return { kind, rampDays: 14, halfLifeDays, ...(days === undefined ? {} : { days }) };
}
