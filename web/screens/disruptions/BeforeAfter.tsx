import { NativeSelect } from '@mantine/core';
import { memo, useCallback, useMemo } from 'react';
import type { ContactsAnswer, KpiSeries, Kpis, LuckAnswer, RunResult, StressCase } from '../../../engine/answers';
import { ChartFrame, CrosshairGroup, LineChart, type LineChartData, lineTable, Segments } from '../../charts';
import { dayNumber, figures, formatCompact, formatCount, formatShare } from '../../format';
import { RunBar } from '../../ui';
import type { Answer, AnswerOf } from '../../work';
import { luckBandsOf, type Simulated, simulatedBand, simulatedLine } from './before-after-lines';
import css from './disruptions.module.css';

type Played = AnswerOf<'playbooks'>['playbooks'][number];

interface Props {
  readonly base: RunResult;
  readonly found: StressCase;
  readonly stale: boolean;
  readonly stream: string;
  readonly range: 'around' | 'whole';
  readonly setView: (change: { stream?: string; range?: 'around' | 'whole'; luck?: 'hide' | 'show' }) => void;
  /** What busy and quiet days make of it, all streams together; worked out when it is to be shown. */
  readonly luck: Answer<AnswerOf<'luck'>>;
  readonly showLuck: boolean;
  /** The picked playbook's days; null without one. */
  readonly played: Played | null;
  /** The disrupted days contact by contact, as far as they were simulated. */
  readonly refined: ContactsAnswer | null;
}

const RANGES = [
  { value: 'around', label: 'Around the disruption' },
  { value: 'whole', label: 'Whole horizon' },
] as const;

const LUCK = [
  { value: 'hide', label: 'Expected days' },
  { value: 'show', label: 'With bands' },
] as const;

const CURVES = [
  {
    figure: 'serviceLevel',
    title: 'Served within target, a day',
    description: 'Share of the day’s contacts served within their own stream’s target.',
    format: formatShare,
    max: 1,
  },
  {
    figure: 'backlog',
    title: 'Backlog, end of the day',
    description: 'Deferrable contacts (email, back office) not yet finished.',
    format: formatCompact,
    max: undefined,
  },
  {
    figure: 'abandonment',
    title: 'Abandoned, a day',
    description: 'Share of the day’s contacts whose customers hung up or went away.',
    format: formatShare,
    max: 1,
  },
] as const satisfies readonly {
  figure: keyof Kpis;
  title: string;
  description: string;
  format: (value: number) => string;
  max: number | undefined;
}[];

/** The plan left alone and struck, day by day, on one time range and with one crosshair. */
export const BeforeAfter = memo(function BeforeAfter(props: Props) {
  const { base, found, stale, stream, range, setView, played, luck, showLuck, refined } = props;
  const bands = showLuck && !luck.stale ? luck.data : null;
  const streams = useMemo(
    () => [{ value: '', label: 'All streams' }, ...base.streams.map(({ id, name }) => ({ value: id, label: name }))],
    [base],
  );
  const at = base.streams.findIndex((each) => each.id === stream);
  const before = base.streams[at]?.daily ?? base.daily;
  const after = (at >= 0 ? found.run.streams[at]?.daily : undefined) ?? found.run.daily;
  const answered = at >= 0 ? played?.streams.find(({ id }) => id === stream)?.daily : played?.daily;
  const simulated = useMemo(
    () =>
      refined && {
        days: refined.days,
        runs: refined.replications,
        levels: refined.streams.find(({ id }) => id === stream)?.daily ?? refined.daily,
      },
    [refined, stream],
  );
  const [first, last] = useMemo(() => daysShown(base.days, found, range), [base.days, found, range]);
  return (
    <section aria-label="Before and after">
      <div className={css.controls}>
        <NativeSelect
          aria-label="Stream shown"
          data={streams}
          value={at >= 0 ? stream : ''}
          onChange={(event) => setView({ stream: event.currentTarget.value })}
          size="xs"
          w={260}
        />
        <Segments label="Time shown" value={range} onChange={(value) => setView({ range: value })} choices={RANGES} />
        <Segments
          label="Luck of busy and quiet days"
          value={showLuck ? 'show' : 'hide'}
          onChange={(value) => setView({ luck: value })}
          choices={LUCK}
        />
      </div>
      {showLuck && <RunBar {...luck} what="busy and quiet days" />}
      {bands && (
        <p className={css.source}>
          Bands: eight in ten of {bands.replications} draws of how busy each day is, the same with and without the
          disruption; contacts lost for good between {formatCount(bands.contactsLost.low)} and{' '}
          {formatCount(bands.contactsLost.high)}.
        </p>
      )}
      <CrosshairGroup>
        <div className={css.curves}>
          {CURVES.map((curve) => (
            <Curve
              key={curve.figure}
              curve={curve}
              days={base.days}
              before={before}
              after={after}
              answered={answered ?? null}
              playbook={played?.name ?? ''}
              luck={at >= 0 ? null : bands}
              simulated={curve.figure === 'serviceLevel' ? simulated : null}
              first={first}
              last={last}
              found={found}
              stale={stale}
            />
          ))}
        </div>
      </CrosshairGroup>
    </section>
  );
});

function Curve(props: {
  readonly curve: (typeof CURVES)[number];
  readonly days: readonly string[];
  readonly before: KpiSeries;
  readonly after: KpiSeries;
  readonly answered: KpiSeries | null;
  readonly playbook: string;
  readonly luck: LuckAnswer | null;
  readonly simulated: Simulated | null;
  readonly first: number;
  readonly last: number;
  readonly found: StressCase;
  readonly stale: boolean;
}) {
  const { curve, days, before, after, answered, playbook, luck, simulated, first, last, found, stale } = props;
  const data = useMemo((): LineChartData => {
    const cut = (series: KpiSeries) => figures(series, curve.figure).slice(first, last + 1);
    return {
      x: days.slice(first, last + 1),
      series: [
        { id: 'after', label: `With ${found.name}`, values: cut(after), color: 2 },
        ...(answered
          ? [{ id: 'answered', label: `With “${playbook}”`, values: cut(answered), color: 3 as const }]
          : []),
        { id: 'before', label: 'Plan left alone', values: cut(before), color: 1, dash: 'dashed', weight: 'thin' },
        ...(simulated ? [simulatedLine(simulated, days, first, last)] : []),
      ],
      bands: [
        ...(luck ? luckBandsOf(luck, curve.figure, days, first, last) : []),
        ...(simulated && simulated.runs > 1 ? [simulatedBand(simulated, days, first, last)] : []),
      ],
      markers: [{ id: 'span', label: found.name, from: found.startDate, until: found.endDate }],
      y: {
        label: curve.figure === 'backlog' ? 'Contacts' : 'Share',
        min: 0,
        max: curve.max,
        format: curve.format,
        ...(curve.figure === 'backlog' ? { formatExact: formatCount } : {}),
      },
    };
  }, [curve, days, before, after, answered, playbook, luck, simulated, first, last, found]);
  const table = useCallback(() => lineTable(data), [data]);
  return (
    <ChartFrame
      title={curve.title}
      description={curve.description}
      table={table}
      height={curve.figure === 'serviceLevel' ? 250 : 200}
      order={3}
      stale={stale}
    >
      {(size) => <LineChart data={data} size={size} title={curve.title} />}
    </ChartFrame>
  );
}

/** Two weeks before the start to three after everything is back, or all of it. */
function daysShown(days: readonly string[], found: StressCase, range: 'around' | 'whole'): [number, number] {
  const end = days.length - 1;
  if (range === 'whole') return [0, end];
  const zero = dayNumber(days[0] ?? '');
  const start = dayNumber(found.startDate) - zero;
  const over = dayNumber(found.impact.recoveredOn ?? found.endDate) - zero;
  return [Math.max(0, start - 14), Math.min(end, Math.max(over, start + 7) + 21)];
}
