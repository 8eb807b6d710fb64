import { Button, NativeSelect } from '@mantine/core';
import { memo, useDeferredValue, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { CrosshairGroup, Segments } from '../../charts';
import { addDays, daysBetween, download, formatCount, formatFte, signed } from '../../format';
import { usePlanStore } from '../../state';
import { Empty, Figure, Figures, InTurn, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { CoverHeatmap } from './CoverHeatmap';
import { CoverLines } from './CoverLines';
import { coverOf, dayGrid } from './cover';
import { IntervalPanel } from './IntervalPanel';
import css from './staffing.module.css';
import { staffingCsv } from './staffing-csv';
import { FIGURES, MODEL_NAMES, staffingView } from './staffing-view';
import { WeekPicker } from './WeekPicker';
import { WeeksChart } from './WeeksChart';

/** How many agents each interval needs, how many are there, and what that means in paid FTE and heads. */
export function StaffingScreen() {
  // Drawn in small steps after each change, so that a large plan doesn't hold up the hand.
  const plan = useDeferredValue(usePlanStore((state) => state.plan));
  return (
    <Screen
      title="Staffing"
      intro="Agents required in every interval against agents on duty: where you are short, where there is slack, and how many people that takes."
    >
      {plan ? <Staffing plan={plan} /> : <Empty title="No plan is open">Open one above to see its staffing.</Empty>}
    </Screen>
  );
}

const Staffing = memo(function Staffing({ plan }: { readonly plan: Plan }) {
  const [view, setView] = useView('staffing', staffingView);
  const { startDate, weeks } = plan.calendar;
  const wanted = view.week === null ? 0 : Math.floor(daysBetween(startDate, view.week) / 7);
  const index = Number.isFinite(wanted) ? Math.max(0, Math.min(weeks - 1, wanted)) : 0;
  const from = addDays(startDate, index * 7);
  const { data, stale, ...run } = useAnswer('staff', { from, days: 7, model: view.model });

  const chosen = data?.streams.find((stream) => stream.id === view.stream) ?? null;
  const shown = useMemo(() => {
    if (!data) return null;
    return { cover: coverOf(data, chosen ? [chosen] : data.streams), grid: dayGrid(data) };
  }, [data, chosen]);
  const subject = chosen?.name ?? 'all streams';
  const week = data?.weeks[index];
  return (
    <CrosshairGroup>
      <div className={css.controls}>
        <WeekPicker
          startDate={startDate}
          weeks={weeks}
          index={index}
          onWeek={(first) => setView({ week: first, at: '' })}
        />
        <NativeSelect
          label="Stream"
          size="xs"
          data={[
            { value: '', label: 'All streams together' },
            ...plan.streams.map((stream) => ({ value: stream.id, label: stream.name })),
          ]}
          value={plan.streams.some((stream) => stream.id === view.stream) ? view.stream : ''}
          onChange={(event) => setView({ stream: event.currentTarget.value })}
        />
        <NativeSelect
          label="Requirement by"
          size="xs"
          data={Object.entries(MODEL_NAMES).map(([value, label]) => ({ value, label }))}
          value={view.model}
          onChange={(event) => setView({ model: event.currentTarget.value === 'erlang-c' ? 'erlang-c' : 'erlang-a' })}
        />
        <Segments
          label="Figure in the heatmap"
          choices={FIGURES}
          value={view.figure}
          onChange={(figure) => setView({ figure })}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!data}
          onClick={() => data && download(`\uFEFF${staffingCsv(data)}`, `${plan.name} staffing ${from}`, 'csv')}
        >
          Week as CSV
        </Button>
      </div>
      <RunBar {...run} what="the staffing" />
      {data && shown && (
        <InTurn>
          {week && (
            <Figures>
              <Figure
                label="Required agent hours"
                value={formatCount(week.requiredAgentHours)}
                detail="All streams, this week, ready for contacts"
                stale={stale}
              />
              <Figure
                label="Required paid FTE"
                value={formatFte(week.requiredPaidFte)}
                detail="Agent hours divided by what shrinkage leaves of paid time"
                stale={stale}
              />
              <Figure
                label="Available paid FTE"
                value={formatFte(week.availablePaidFte)}
                detail={`${signed(week.availablePaidFte - week.requiredPaidFte, formatFte)} against the requirement`}
                stale={stale}
              />
              <Figure
                label="Heads needed"
                value={formatCount(week.heads)}
                detail="Rounded up once, after adding everything up"
                stale={stale}
              />
            </Figures>
          )}
          <CoverHeatmap
            {...shown}
            figure={view.figure}
            subject={subject}
            stale={stale}
            selected={view.at}
            onPick={(interval) => setView({ at: interval })}
          />
          {view.at !== '' && (
            <IntervalPanel
              answer={data}
              interval={view.at}
              stream={chosen}
              onStream={(stream) => setView({ stream })}
            />
          )}
          <CoverLines cover={shown.cover} subject={subject} stale={stale} />
          <WeeksChart weeks={data.weeks} startDate={startDate} week={from} stale={stale} />
          <p className={css.note}>
            Service level: {data.serviceLevelDefinition}. {MODEL_NAMES[data.model]}.
          </p>
          <Source provenance={data.provenance} />
        </InTurn>
      )}
    </CrosshairGroup>
  );
});
