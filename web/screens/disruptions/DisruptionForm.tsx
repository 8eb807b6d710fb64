import { NumberInput, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { Disruption, Effect, Plan } from '../../../engine/plan';
import { addDays, daysBetween, formatDay, formatNumber, gradeLabel } from '../../format';
import { type CellChange, EditTable, type GridColumn } from '../../grid';
import { type Editable, editPlan, usePlanStore } from '../../state';
import { Panel } from '../../ui';
import { rewordDisruption } from './disruption-actions';
import { setSpan, spanOf } from './disruption-span';
import css from './disruptions.module.css';
import { EffectTools } from './EffectTools';
import { sizedByHand } from './effect-edits';
import { effectSize, effectSizeText, effectWords, scopeWords } from './effect-words';
import { lastDayOf } from './plan-days';
import { TextField } from './TextField';

/** Exact dates of a disruption, and what its effects are. */
export const DisruptionForm = memo(function DisruptionForm({
  plan,
  disruption,
}: {
  readonly plan: Plan;
  readonly disruption: Disruption;
}) {
  const issues = usePlanStore((state) => state.issues);
  const span = spanOf(disruption);
  const at = plan.disruptions.indexOf(disruption);
  const last = lastDayOf(plan.calendar);
  const [effectAt, setEffectAt] = useState(0);
  const picked = Math.min(effectAt, disruption.effects.length - 1);
  const issueAt = (path: string) => issues.find((issue) => issue.path === `disruptions[${at}].${path}`);
  const columns = useMemo(() => effectColumns(plan), [plan]);
  const change = (start: string, end: string) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(start) || daysBetween(start, end) < 0) return;
    editPlan(`${disruption.name}, ${formatDay(start)}–${formatDay(end)}`, (draft) =>
      setSpan(draft, disruption.id, { start, end }),
    );
  };
  const onChange = (changes: readonly CellChange<Effect>[]) => {
    const [first] = changes;
    if (!first) return;
    editPlan(`${first.column.label} of ${disruption.name}`, (draft) => {
      const target = draft.disruptions.find((each) => each.id === disruption.id);
      for (const { index, column, value } of changes) {
        const effect = target?.effects[index];
        if (!effect) continue;
        column.set?.(effect as Effect, value);
        if (column.key === 'size') sizedByHand(effect);
      }
    });
  };
  const length = daysBetween(span.start, span.end) + 1;
  return (
    <Panel
      title={`Dates and effects: ${disruption.name}`}
      description="Pick an effect to change what it is and where it strikes. Effects rise over the ramp, hold, then pass over the recovery; all days count from the start. Longer or shorter changes how long every effect holds."
    >
      <div className={css.words}>
        <TextField
          label="Name"
          value={disruption.name}
          longest={120}
          isNeeded
          issue={issueAt('name')}
          onChange={(name) => rewordDisruption(disruption, 'name', name)}
        />
        <TextField
          label="Description"
          value={disruption.description}
          longest={4000}
          lines
          issue={issueAt('description')}
          onChange={(description) => rewordDisruption(disruption, 'description', description)}
        />
      </div>
      <div className={css.dates}>
        <TextInput
          label="Start"
          type="date"
          size="xs"
          value={span.start}
          min={plan.calendar.startDate}
          max={last}
          error={
            issueAt('startDate') && `found ${issueAt('startDate')?.found}; allowed: ${issueAt('startDate')?.allowed}`
          }
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value >= plan.calendar.startDate && value <= last) change(value, addDays(value, length - 1));
          }}
        />
        <TextInput
          label="Last day of any effect"
          type="date"
          size="xs"
          value={span.end}
          min={span.start}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value >= span.start) change(span.start, value);
          }}
        />
        <NumberInput
          label="Days"
          size="xs"
          w={110}
          min={1}
          max={1000}
          allowDecimal={false}
          value={length}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1 && value <= 1000)
              change(span.start, addDays(span.start, value - 1));
          }}
        />
      </div>
      <EditTable
        label={`Effects of ${disruption.name}`}
        columns={columns}
        rows={disruption.effects}
        keyOf={(effect) => String(disruption.effects.indexOf(effect))}
        onChange={onChange}
        issueAt={(index, path) =>
          issues.find(({ path: found }) => isAt(found, `disruptions[${at}].effects[${index}].${path}`))
        }
        picked={String(picked)}
        onPick={(key) => setEffectAt(Number(key))}
        maxHeight={360}
      />
      <EffectTools plan={plan} disruption={disruption} at={picked} onPick={setEffectAt} />
    </Panel>
  );
});

/** Whether an issue stands in a field or in a part of it. */
const isAt = (found: string, field: string): boolean => found === field || found.startsWith(`${field}.`);

const GRADES = ['filing', 'survey', 'opinion'] as const;

function effectColumns(plan: Plan): GridColumn<Effect>[] {
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
    { key: 'what', label: 'Effect', path: 'kind', width: 190, kind: 'shown', get: effectWords },
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
      get: effectSize,
      set: (effect, value) => {
        const draft = effect as Editable<Effect>;
        if (draft.kind === 'capacity') draft.lossShare = Number(value) as typeof draft.lossShare;
        else if (draft.kind !== 'work-at-home') draft.factor = Number(value);
      },
      isFixed: (effect) => effect.kind === 'work-at-home',
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
