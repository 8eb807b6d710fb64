import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WeekLabel } from '../../../engine/calendar';
import type { Plan } from '../../../engine/plan';
import { parseNumber } from '../../format';
import { editPlan } from '../../state';
import css from './headcount.module.css';
import { changeRange, PLANNED_LABELS, partField, type RangeChange, type WeekField } from './week-edits';

interface FieldFacts {
  readonly value: WeekField;
  readonly label: string;
  readonly percent: boolean;
  readonly ends: readonly [number, number];
}

const ENDS = { attritionPerYear: [0, 50], inOffice: [0, 0.9], outOfOffice: [0, 0.9], extraHours: [-0.9, 0.6] } as const;

/** What can be changed over a stretch of weeks; the components of shrinkage where one team is looked at. */
function fieldsOf(plan: Plan, teams: readonly string[]): readonly FieldFacts[] {
  const shares = (['attritionPerYear', 'inOffice', 'outOfOffice', 'extraHours'] as const).map(
    (value): FieldFacts => ({ value, label: PLANNED_LABELS[value], percent: true, ends: ENDS[value] }),
  );
  const team = teams.length === 1 ? plan.teams.find(({ id }) => id === teams[0]) : undefined;
  const parts = (team?.shrinkageComponents ?? []).map(
    ({ id, name }): FieldFacts => ({ value: partField(id), label: name, percent: true, ends: [0, 0.9] }),
  );
  return [...shares, { value: 'hires', label: 'Hires a week', percent: false, ends: [0, 100_000] }, ...parts];
}

const WAYS = [
  { value: 'set', label: 'set to' },
  { value: 'scale', label: 'change by %' },
  { value: 'usual', label: 'back to usual' },
] as const;

interface Props {
  readonly plan: Plan;
  readonly weeks: readonly WeekLabel[];
  /** Ids of the teams that are changed, and what they are called together. */
  readonly teams: readonly string[];
  readonly name: string;
}

/** Fills a stretch of weeks at once, or raises and lowers it by a percentage. */
export function RangeTool({ plan, weeks, teams, name }: Props) {
  const fields = fieldsOf(plan, teams);
  const [chosen, setChosen] = useState<WeekField>('attritionPerYear');
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('set');
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(weeks.length - 1);
  const [text, setText] = useState('');
  const facts = fields.find((one) => one.value === chosen) ?? fields[0]!;
  const field = facts.value;
  const [trouble, setTrouble] = useState<string | null>(null);
  const apply = () => {
    const change = read(text, way, facts);
    if (typeof change === 'string') return setTrouble(change);
    setTrouble(null);
    const last = Math.max(from, to);
    const span =
      from === last ? (weeks[from]?.label ?? '') : `${weeks[from]?.label ?? ''} to ${weeks[last]?.label ?? ''}`;
    editPlan(`${facts.label} of ${name}, ${span}`, (draft) => {
      const chosen = draft.teams.filter((team) => teams.includes(team.id));
      changeRange(chosen, plan.calendar, field, from, last, change);
    });
  };
  const choices = weeks.map((week) => ({ value: String(week.index), label: week.label }));
  return (
    <form
      className={css.range}
      aria-label="Change a stretch of weeks"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <NativeSelect
        label="Change"
        size="xs"
        data={fields.map(({ value, label }) => ({ value, label }))}
        value={field}
        onChange={(event) => setChosen(fields.find((one) => one.value === event.currentTarget.value)?.value ?? field)}
      />
      <NativeSelect
        label="from"
        size="xs"
        data={choices}
        value={String(from)}
        onChange={(event) => setFrom(Number(event.currentTarget.value))}
      />
      <NativeSelect
        label="to"
        size="xs"
        data={choices}
        value={String(Math.max(from, to))}
        onChange={(event) => setTo(Number(event.currentTarget.value))}
      />
      <NativeSelect
        label="how"
        size="xs"
        data={WAYS.map(({ value, label }) => ({ value, label }))}
        value={way}
        onChange={(event) => setWay(WAYS.find((one) => one.value === event.currentTarget.value)?.value ?? way)}
      />
      {way !== 'usual' && (
        <TextInput
          label={way === 'scale' ? '± %' : facts.percent ? '%' : 'heads'}
          size="xs"
          className={css.amount}
          inputMode="decimal"
          value={text}
          error={trouble}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Button size="xs" type="submit" variant="default">
        Apply to {teams.length === 1 ? name : `${teams.length} teams`}
      </Button>
    </form>
  );
}

/** What was typed as a change, or what is wrong with it. */
function read(text: string, way: RangeChange['kind'], facts: FieldFacts): RangeChange | string {
  if (way === 'usual') return { kind: 'usual' };
  const value = parseNumber(text.replace('%', '').trim());
  if (value === null) return 'a number';
  if (way === 'scale') return value >= -100 && value <= 1000 ? { kind: 'scale', percent: value } : '−100 to 1,000';
  const real = facts.percent ? value / 100 : value;
  const [least, most] = facts.ends;
  if (real >= least && real <= most) return { kind: 'set', value: real };
  return facts.percent ? `${least * 100} to ${most * 100}` : `${least} to ${most}`;
}
