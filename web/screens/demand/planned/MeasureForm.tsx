import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Measure, Plan, ReasonScope } from '../../../../engine/plan';
import { NumberEntry, TextField } from '../../../ui';
import { isDay } from './is-day';
import { MeasureParts } from './MeasureParts';
import { changeMeasure, putAt, removeMeasure, valueAt } from './measure-actions';
import { fieldsOf, type MeasureField } from './measure-fields';
import css from './planned.module.css';
import { ScopeFields } from './ScopeFields';
import { SegmentTable } from './SegmentTable';
import { Trust } from './Trust';

interface Props {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly onPick: (id: string) => void;
}

/** Everything about one measure, each change a step that can be undone. */
export function MeasureForm({ plan, measure, onPick }: Props) {
  return (
    <fieldset className={css.form}>
      <legend>{measure.name}</legend>
      <div className={css.fields}>
        <TextField
          label="Name"
          value={measure.name}
          longest={120}
          isNeeded
          issue={undefined}
          onChange={(name) =>
            changeMeasure(measure, 'Name', (draft) => {
              draft.name = name;
            })
          }
        />
        {fieldsOf(measure).map((field) => (
          <Field key={field.path} plan={plan} measure={measure} field={field} />
        ))}
      </div>
      <MeasureParts plan={plan} measure={measure} />
      {measure.kind === 'drift' && <SegmentTable plan={plan} measure={measure} />}
      {'scope' in measure && (
        <ScopeFields
          plan={plan}
          scope={measure.scope}
          onChange={(scope: ReasonScope) =>
            changeMeasure(measure, 'Reach', (draft) => void putAt(draft, 'scope', structuredClone(scope)))
          }
        />
      )}
      <Trust of={measure} onChange={(what, recipe) => changeMeasure(measure, what, recipe)} />
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        onClick={() => {
          removeMeasure(measure);
          onPick('');
        }}
      >
        Remove {measure.name}
      </Button>
    </fieldset>
  );
}

interface FieldProps {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly field: MeasureField;
}

function Field({ plan, measure, field }: FieldProps) {
  const { path, label, type, isOptional = false } = field;
  const value = valueAt(measure, path);
  const set = (next: unknown) => changeMeasure(measure, label, (draft) => putAt(draft, path, next));
  switch (type) {
    case 'date':
      return (
        <TextInput
          size="xs"
          type="date"
          label={label}
          value={String(value)}
          onChange={({ currentTarget }) => isDay(currentTarget.value) && set(currentTarget.value)}
        />
      );
    case 'switch':
      return (
        <Checkbox
          size="xs"
          mt={24}
          label={label}
          checked={value === true}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      );
    case 'stream':
    case 'market':
    case 'event': {
      const list = type === 'stream' ? plan.streams : type === 'market' ? plan.markets : (plan.events ?? []);
      const items = list.map(({ id, name }) => ({ value: id, label: name }));
      return (
        <NativeSelect
          size="xs"
          label={label}
          data={isOptional ? [{ value: '', label: 'no event: evenly' }, ...items] : items}
          value={String(value ?? '')}
          onChange={({ currentTarget }) => set(currentTarget.value === '' ? null : currentTarget.value)}
        />
      );
    }
    default:
      return (
        <NumberEntry
          label={label}
          value={typeof value === 'number' ? value : null}
          scale={type === 'share' ? 100 : 1}
          min={field.min ?? 0}
          max={field.max ?? 1e9}
          isWhole={type === 'whole'}
          isOptional={isOptional}
          onChange={(next) => {
            if (next !== null || isOptional) set(next);
          }}
        />
      );
  }
}
