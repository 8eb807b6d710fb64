import { Button, NativeSelect } from '@mantine/core';
import type { Plan } from '../../../engine/plan';
import type { ViewOf } from '../../address';
import { Segments } from '../../charts';
import { addDays, DEFINITIONS, definitionLabel, formatDate, type ServiceLevelDefinition } from '../../format';
import css from './staffing.module.css';
import {
  DAY_CHOICES,
  FIGURES,
  GROUPINGS,
  HOLD_CHOICES,
  LUCK_CHOICES,
  MODEL_NAMES,
  SPANS,
  type staffingView,
} from './staffing-view';
import { groupChoices } from './stream-groups';
import { WeekPicker } from './WeekPicker';

type View = ViewOf<typeof staffingView>;

interface Props {
  readonly plan: Plan;
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
  /** Position of the week, and its first day. */
  readonly index: number;
  readonly from: string;
  readonly day: string;
  readonly onCsv: (() => void) | null;
}

/** What is looked at, and by which rule the requirement is found. */
export function StaffingControls({ plan, view, setView, index, from, day, onCsv }: Props) {
  const { startDate, weeks } = plan.calendar;
  const choices = groupChoices(plan, view.group);
  return (
    <>
      <div className={css.controls}>
        <Segments label="Span" choices={SPANS} value={view.span} onChange={(span) => setView({ span })} />
        {view.span !== 'horizon' && (
          <WeekPicker
            startDate={startDate}
            weeks={weeks}
            index={index}
            onWeek={(first) => setView({ week: first, day: null, at: '' })}
          />
        )}
        {view.span === 'day' && (
          <NativeSelect
            label="Day"
            size="xs"
            data={Array.from({ length: 7 }, (_, at) => addDays(from, at)).map((value) => ({
              value,
              label: formatDate(value),
            }))}
            value={day}
            onChange={(event) => setView({ day: event.currentTarget.value, at: '' })}
          />
        )}
        <Segments
          label="Grouped"
          choices={GROUPINGS}
          value={view.group}
          onChange={(group) => setView({ group, stream: '' })}
        />
        <NativeSelect
          label={view.group === 'skill' ? 'Skill' : 'Stream'}
          size="xs"
          data={[
            { value: '', label: view.group === 'skill' ? 'All skills together' : 'All streams together' },
            ...choices,
          ]}
          value={choices.some((choice) => choice.value === view.stream) ? view.stream : ''}
          onChange={(event) => setView({ stream: event.currentTarget.value })}
        />
      </div>
      <div className={css.controls}>
        <NativeSelect
          label="Requirement by"
          size="xs"
          data={Object.entries(MODEL_NAMES).map(([value, label]) => ({ value, label }))}
          value={view.model}
          onChange={(event) => setView({ model: event.currentTarget.value === 'erlang-c' ? 'erlang-c' : 'erlang-a' })}
        />
        <NativeSelect
          label="Service level counts"
          size="xs"
          className={css.definition}
          data={DEFINITIONS.map((value) => ({ value, label: definitionLabel(value) }))}
          value={view.counted}
          onChange={(event) => setView({ counted: event.currentTarget.value as ServiceLevelDefinition })}
        />
        <NativeSelect
          label="Targets hold on"
          size="xs"
          data={[...DAY_CHOICES]}
          value={view.days}
          onChange={(event) => setView({ days: event.currentTarget.value as View['days'] })}
        />
        {view.days !== 'forecast' && (
          <>
            <NativeSelect
              label="for"
              size="xs"
              data={[...HOLD_CHOICES]}
              value={view.hold}
              onChange={(event) => setView({ hold: event.currentTarget.value as View['hold'] })}
            />
            <NativeSelect
              label="Streams are busy"
              size="xs"
              data={[...LUCK_CHOICES]}
              value={view.luck}
              onChange={(event) => setView({ luck: event.currentTarget.value as View['luck'] })}
            />
          </>
        )}
        <Segments
          label="Figure in the heatmap"
          choices={FIGURES}
          value={view.figure}
          onChange={(figure) => setView({ figure })}
        />
        <Button size="xs" variant="default" disabled={!onCsv} onClick={() => onCsv?.()}>
          Week as CSV
        </Button>
      </div>
    </>
  );
}
