import { NativeSelect } from '@mantine/core';
import type { DemandEvent, Measure } from '../../../../engine/plan';
import { gradeLabel } from '../../../format';
import { TextField } from '../../../ui';
import css from './planned.module.css';

type About = Pick<DemandEvent | Measure, 'note' | 'source' | 'grade'>;
type Grade = NonNullable<About['grade']>;

interface Props {
  readonly of: About;
  readonly onChange: (what: string, recipe: (draft: Draft) => void) => void;
}

interface Draft {
  note?: string | undefined;
  source?: string | undefined;
  grade?: Grade | undefined;
}

const GRADES: readonly Grade[] = ['filing', 'survey', 'opinion'];

/** Where an estimate comes from, and how far to trust it. */
export function Trust({ of, onChange }: Props) {
  const words = (key: 'note' | 'source', label: string) => (
    <TextField
      label={label}
      value={of[key] ?? ''}
      longest={4000}
      issue={undefined}
      onChange={(text) =>
        onChange(label, (draft) => {
          if (text === '') delete draft[key];
          else draft[key] = text;
        })
      }
    />
  );
  return (
    <div className={css.fields}>
      {words('note', 'Note')}
      {words('source', 'Source')}
      <NativeSelect
        size="xs"
        label="Grade"
        data={[{ value: '', label: 'not stated' }, ...GRADES.map((value) => ({ value, label: gradeLabel(value) }))]}
        value={of.grade ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange('Grade', (draft) => {
            if (value === '') delete draft.grade;
            else draft.grade = value as Grade;
          })
        }
      />
    </div>
  );
}
