import { memo, useDeferredValue, useMemo } from 'react';
import type { Plan } from '../../../engine/plan';
import { useView } from '../../address';
import { CrosshairGroup } from '../../charts';
import { addDays, daysBetween, download } from '../../format';
import { usePlanStore } from '../../state';
import { Empty, InTurn, RunBar, Screen, Source } from '../../ui';
import { useAnswer } from '../../work';
import { BacklogPanel } from './BacklogPanel';
import { BusyDaysPanel } from './BusyDaysPanel';
import { CoverHeatmap } from './CoverHeatmap';
import { CoverLines } from './CoverLines';
import { coverOf, dayGrid } from './cover';
import { DayHeatmap, HorizonHeatmap } from './GroupHeatmap';
import { GroupTable } from './GroupTable';
import { HoursChart } from './HoursChart';
import { IntervalPanel } from './IntervalPanel';
import { StaffingControls } from './StaffingControls';
import { StaffingFigures } from './StaffingFigures';
import css from './staffing.module.css';
import { staffingCsv } from './staffing-csv';
import { MODEL_NAMES, staffingView, uncertaintyOf } from './staffing-view';
import { coverOfDay, groupsOf, weeklyHours } from './stream-groups';
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
  const past = view.day === null ? 0 : daysBetween(from, view.day);
  const day = past >= 0 && past < 7 ? addDays(from, past) : from;
  const options = { from, days: 7, model: view.model, definition: view.counted, uncertainty: uncertaintyOf(view) };
  const { data, stale, ...run } = useAnswer('staff', options);

  const shown = useMemo(() => {
    if (!data) return null;
    const groups = groupsOf(plan, data.streams, view.group);
    const chosen = groups.find((group) => group.id === view.stream) ?? null;
    const all = { id: '', name: view.group === 'skill' ? 'all skills' : 'all streams', streams: data.streams };
    const subject = chosen ?? all;
    return { groups, chosen, subject, cover: coverOf(data, subject.streams), grid: dayGrid(data) };
  }, [data, plan, view.group, view.stream]);
  const oneDay = useMemo(
    () => (data && shown && view.span === 'day' ? coverOfDay(data, shown.subject.streams, day) : null),
    [data, shown, view.span, day],
  );
  const hours = useMemo(() => (data && shown ? weeklyHours(shown.subject, data) : null), [data, shown]);
  const waiting = useMemo(
    () => plan.streams.flatMap(({ id, target }) => (target.kind === 'complete-within' ? [id] : [])),
    [plan],
  );
  const pickGroup = (stream: string) => setView({ stream });
  return (
    <CrosshairGroup>
      <StaffingControls
        plan={plan}
        view={view}
        setView={setView}
        index={index}
        from={from}
        day={day}
        onCsv={data && (() => download(`\uFEFF${staffingCsv(data)}`, `${plan.name} staffing ${from}`, 'csv'))}
      />
      <RunBar {...run} what="the staffing" />
      {data && shown && hours && (
        <InTurn key={view.span}>
          <StaffingFigures
            answer={data}
            subject={shown.subject}
            isAll={shown.chosen === null}
            index={view.span === 'horizon' ? null : index}
            stale={stale}
          />
          {view.span === 'week' && (
            <CoverHeatmap
              cover={shown.cover}
              grid={shown.grid}
              figure={view.figure}
              subject={shown.subject.name}
              stale={stale}
              selected={view.at}
              onPick={(interval) => setView({ at: interval })}
            />
          )}
          {view.span === 'day' && (
            <DayHeatmap
              answer={data}
              groups={shown.groups}
              by={view.group}
              figure={view.figure}
              stale={stale}
              day={day}
              onPick={(interval, group) => setView({ at: interval, stream: group })}
            />
          )}
          {view.span === 'horizon' && (
            <HorizonHeatmap
              answer={data}
              groups={shown.groups}
              by={view.group}
              figure={view.figure}
              stale={stale}
              startDate={startDate}
              onPick={(first) => setView({ span: 'week', week: first, day: null, at: '' })}
            />
          )}
          {view.at !== '' && view.span !== 'horizon' && (
            <IntervalPanel
              plan={plan}
              answer={data}
              interval={view.at}
              streams={view.group === 'skill' ? shown.subject.streams : data.streams}
              stream={shown.chosen?.streams.length === 1 ? (shown.chosen.streams[0] ?? null) : null}
              uncertainty={options.uncertainty}
              onStream={(stream) => setView({ group: 'stream', stream })}
            />
          )}
          {view.span === 'horizon' ? (
            <HoursChart
              hours={hours}
              labels={data.weeks.map((week) => week.label)}
              startDate={startDate}
              subject={shown.subject.name}
              stale={stale}
            />
          ) : (
            <CoverLines
              cover={oneDay ?? shown.cover}
              subject={shown.subject.name}
              span={oneDay ? 'day' : 'week'}
              stale={stale}
            />
          )}
          <GroupTable
            answer={data}
            groups={shown.groups}
            by={view.group}
            span={view.span}
            day={day}
            picked={view.stream}
            stale={stale}
            onPick={pickGroup}
          />
          {data.uncertainty && <BusyDaysPanel plan={plan} answer={data} busy={data.uncertainty} stale={stale} />}
          {view.span !== 'day' && (
            <WeeksChart
              weeks={data.weeks}
              startDate={startDate}
              week={view.span === 'week' ? from : null}
              stale={stale}
            />
          )}
          {(view.span === 'horizon' || shown.chosen !== null) && (
            <BacklogPanel streams={shown.subject.streams.map(({ id }) => id)} waiting={waiting} />
          )}
          <p className={css.note}>
            Service level: {data.serviceLevelDefinition}. {MODEL_NAMES[data.model]}.
          </p>
          <Source provenance={data.provenance} />
        </InTurn>
      )}
    </CrosshairGroup>
  );
});
