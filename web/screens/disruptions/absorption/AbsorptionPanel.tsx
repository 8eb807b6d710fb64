import { memo, useCallback, useMemo, useState } from 'react';
import type { RunResult, StressCase } from '../../../../engine/answers';
import type { Plan } from '../../../../engine/plan';
import { ChartFrame, type ChartTable } from '../../../charts';
import { formatCount, formatDate, formatFte } from '../../../format';
import { type MapArc, OverflowMap } from '../../../map';
import { DayPlayer } from './DayPlayer';
import { plannedSites, playbackDays, sitesOn } from './playback';
import { WhoAbsorbs } from './WhoAbsorbs';

interface Props {
  readonly plan: Plan;
  readonly base: RunResult;
  readonly found: StressCase;
  readonly stale: boolean;
}

/** Where people are missing day by day, who answers instead, and what nobody does. */
export const AbsorptionPanel = memo(function AbsorptionPanel({ plan, base, found, stale }: Props) {
  const [first, last] = useMemo(() => playbackDays(base, found), [base, found]);
  const struck = Math.min(last, Math.max(first, base.days.indexOf(found.startDate) + 1));
  const [picked, setPicked] = useState<{ readonly case: string; readonly day: number } | null>(null);
  const key = `${found.id} ${found.startDate}`;
  const day = picked?.case === key ? Math.min(last, Math.max(first, picked.day)) : struck;
  const setDay = useCallback((next: number) => setPicked({ case: key, day: next }), [key]);
  const sites = useMemo(() => plannedSites(plan, base, first, last), [plan, base, first, last]);
  const now = useMemo(() => sitesOn(found.run, day), [found, day]);
  const usual = useMemo(() => sitesOn(base, day), [base, day]);
  const week = found.weeklyAbsorption.find((each) => each.week === Math.floor(day / 7));
  const arcs = useMemo(
    (): MapArc[] => (week?.arcs ?? []).map(({ from, to, contacts }) => ({ from, to, size: contacts })),
    [week],
  );
  const nameOf = useCallback((id: string) => plan.sites.find((site) => site.id === id)?.name ?? id, [plan]);
  const table = useCallback(
    (): ChartTable => ({
      columns: [
        { label: 'Site' },
        { label: 'Planned this day', unit: 'FTE', format: formatFte },
        { label: 'There this day', unit: 'FTE', format: formatFte },
        { label: 'Contacts handed on, this week', format: formatCount },
        { label: 'Contacts taken over, this week', format: formatCount },
      ],
      rows: sites.map(({ id, name }) => [
        name,
        usual.get(id) ?? 0,
        now.get(id) ?? 0,
        sum(arcs.filter(({ from, to }) => from === id && to !== id)),
        sum(arcs.filter(({ from, to }) => to === id && from !== id)),
      ]),
    }),
    [sites, usual, now, arcs],
  );
  const date = base.days[day] ?? '';
  return (
    <>
      <ChartFrame
        title={`Who is missing, who absorbs: ${formatDate(date)}`}
        description={`Outline: people as planned, by productive FTE. Filled: people there on this day. Arcs: contacts that another site answers instead, in the week of this day: ${formatCount(week?.takenOver ?? 0)} taken over, ${formatCount(week?.stranded ?? 0)} stranded, which nobody answers.`}
        table={table}
        height={230}
        stale={stale}
      >
        {({ width }) => (
          <OverflowMap
            sites={sites}
            now={now}
            arcs={arcs}
            width={width}
            height={Math.round(Math.min(380, Math.max(230, width * 0.5)))}
            title={`People at each site on ${formatDate(date)}, and contacts that others answer`}
          />
        )}
      </ChartFrame>
      <DayPlayer first={first} last={last} day={day} onDay={setDay} dateOf={(at) => formatDate(base.days[at] ?? '')} />
      <WhoAbsorbs found={found} nameOf={nameOf} stale={stale} />
    </>
  );
});

const sum = (arcs: readonly MapArc[]) => arcs.reduce((all, { size }) => all + size, 0);
