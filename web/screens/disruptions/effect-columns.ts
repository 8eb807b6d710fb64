import { type Effect, effectSize, effectSizeField, type Plan } from '../../../engine/plan';
import { formatNumber, gradeLabel } from '../../format';
import type { GridColumn } from '../../grid';
import type { Editable } from '../../state';
import { effectSizeText, effectWords, scopeWords } from './effect-words';

const GRADES = ['filing', 'survey', 'opinion'] as const;

/** What can be seen and changed of an effect in a table. */
export function effectColumns(plan: Plan): GridColumn<Effect>[] {
  const days = (
    key: 'delayDays' | 'rampDays' | 'holdDays' | 'recoveryDays',
    label: string,
    hint: string,
  ): GridColumn<Effect> => ({
    key,
    label,
    hint,
    path: `curve.${key}`,
    width: 92,
    kind: 'number',
    min: 0,
    max: 1000,
    write: (value) => formatNumber(value, 2),
    get: (effect) => effect.curve[key],
    set: (effect, value) => {
      (effect as Editable<Effect>).curve[key] = Number(value);
    },
  });
  return [
    { key: 'what', label: 'Effect', path: 'kind', width: 226, kind: 'shown', get: effectWords },
    {
      key: 'where',
      label: 'On',
      path: 'scope',
      width: 190,
      kind: 'shown',
      get: (effect) => scopeWords(effect.scope, plan),
    },
    {
      key: 'size',
      label: 'Size',
      hint: 'Share lost at the height of the effect (type 40% or 0.4), or the factor on contacts or handle time',
      path: 'lossShare',
      width: 84,
      kind: 'number',
      min: 0,
      max: 50,
      write: String,
      get: (effect) => effectSize(effect)?.value ?? null,
      set: (effect, value) => {
        const field = effectSizeField(effect);
        if (field) (effect as unknown as Record<string, number>)[field] = Number(value);
      },
      isFixed: (effect) => effectSizeField(effect) === null,
      text: effectSizeText,
    },
    days('delayDays', 'Delay, days', 'From the start until the effect begins'),
    days('rampDays', 'Ramp, days', 'From nothing to full effect'),
    days('holdDays', 'Hold, days', 'At full effect'),
    days('recoveryDays', 'Recovery, days', 'From full effect to nothing'),
    {
      key: 'shape',
      label: 'Recovery shape',
      path: 'curve.recoveryShape',
      width: 110,
      kind: 'shown',
      get: (effect) => effect.curve.recoveryShape,
    },
    {
      key: 'source',
      label: 'Source',
      path: 'source',
      width: 320,
      kind: 'text',
      get: (effect) => effect.source ?? '',
      set: (effect, value) => {
        const draft = effect as Editable<Effect>;
        if (value === null || value === '') delete draft.source;
        else draft.source = String(value).slice(0, 4000);
      },
    },
    {
      key: 'grade',
      label: 'Grade',
      path: 'grade',
      width: 170,
      kind: 'choice',
      choices: [{ value: '', label: 'none given' }, ...GRADES.map((value) => ({ value, label: gradeLabel(value) }))],
      get: (effect) => effect.grade ?? '',
      set: (effect, value) => {
        const draft = effect as Editable<Effect>;
        const grade = GRADES.find((each) => each === value);
        if (grade) draft.grade = grade;
        else delete draft.grade;
      },
    },
  ];
}
