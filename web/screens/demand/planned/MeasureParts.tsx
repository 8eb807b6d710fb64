import { Button, Checkbox } from '@mantine/core';
import type { Measure, MeasureOf, Plan } from '../../../../engine/plan';
import { formatDate } from '../../../format';
import type { Editable } from '../../../state';
import { changeMeasure, putAt, valueAt } from './measure-actions';
import { addRolloutStep, OPTIONAL_PARTS } from './measure-parts';
import css from './planned.module.css';

interface Props {
  readonly plan: Plan;
  readonly measure: Measure;
}

/** Parts of a measure that come and go: what happens later, replies, who sends, steps of a rollout. */
export function MeasureParts({ plan, measure }: Props) {
  const parts = OPTIONAL_PARTS[measure.kind] ?? [];
  return (
    <>
      {parts.length > 0 && (
        <div className={css.submit}>
          {parts.map(({ key, label, make }) => (
            <Checkbox
              key={key}
              size="xs"
              label={label}
              checked={valueAt(measure, key) !== undefined}
              onChange={({ currentTarget: { checked } }) =>
                changeMeasure(measure, label, (draft) => putAt(draft, key, checked ? make(plan) : null))
              }
            />
          ))}
        </div>
      )}
      {measure.kind === 'pilot' && <Rollout measure={measure} />}
    </>
  );
}

/** Most steps that a rollout has. */
const MOST_STEPS = 60;

function Rollout({ measure }: { readonly measure: MeasureOf<'pilot'> }) {
  const { rollout } = measure;
  return (
    <div className={css.submit}>
      <Button
        size="compact-xs"
        variant="default"
        disabled={rollout.length >= MOST_STEPS}
        onClick={() => changeMeasure(measure, 'Another step', (draft) => addRolloutStep(draft as Draft))}
      >
        Add step
      </Button>
      {rollout.length > 1 &&
        rollout.map(({ date }, at) => (
          <Button
            key={date}
            size="compact-xs"
            variant="default"
            onClick={() =>
              changeMeasure(
                measure,
                `Step of ${formatDate(date)}`,
                (draft) => void (draft as Draft).rollout.splice(at, 1),
              )
            }
          >
            Remove step {at + 1}, {formatDate(date)}
          </Button>
        ))}
    </div>
  );
}

type Draft = Editable<MeasureOf<'pilot'>>;
