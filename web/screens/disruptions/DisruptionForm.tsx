import { NumberInput, TextInput } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { Disruption, Effect, Plan } from '../../../engine/plan';
import { addDays, daysBetween, formatDay } from '../../format';
import { type CellChange, EditTable } from '../../grid';
import { editPlan, plainPath, usePlanStore } from '../../state';
import { Panel, TextField } from '../../ui';
import { rewordDisruption } from './disruption-actions';
import { setSpan, spanOf } from './disruption-span';
import css from './disruptions.module.css';
import { EffectTools } from './EffectTools';
import { effectColumns } from './effect-columns';
import { sizedByHand } from './effect-edits';
import { lastDayOf } from './plan-days';

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
  const issueAt = (path: string) => issues.find((issue) => isAt(plainPath(issue.path), `disruptions[${at}].${path}`));
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
        issueAt={(index, path) => issueAt(`effects[${index}].${path}`)}
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
