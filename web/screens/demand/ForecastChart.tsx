import { memo, useMemo, useState } from 'react';
import type { ForecastColumns, HistoryForecast } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import {
  ChartFrame,
  FanChart,
  type FanFacts,
  fanData,
  lineTable,
  Segments,
  type TimedFigures,
  Toggle,
} from '../../charts';
import { formatCompact, formatCount, formatShare } from '../../format';
import { KIND_WORDS } from './findings';
import { GRAIN_NAMES, type Grain, historyAtGrain, openWeekdays, stepName, withoutClosedDays } from './history-lines';

interface Props {
  readonly history: History;
  /** Named days that the forecast knows; those in sight are marked. */
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly forecast: HistoryForecast;
  readonly stale: boolean;
  readonly grain: Grain;
  readonly onGrain: (grain: Grain) => void;
}

/** History and forecast with its bands, and the held-out test over what then happened. */
export const ForecastChart = memo(function ForecastChart(props: Props) {
  const { history, holidays, forecast, stale, grain: wanted, onGrain } = props;
  const [whole, setWhole] = useState(false);
  const [tested, setTested] = useState(true);
  const grains = offered(forecast.grainMinutes);
  const grain = grains.includes(wanted) ? wanted : (grains[0] ?? 'day');
  const facts = useMemo((): FanFacts => {
    const open = openWeekdays(history);
    const shown = (figures: TimedFigures) => (grain === 'day' ? withoutClosedDays(figures, open) : figures);
    const columns = columnsAt(forecast, grain);
    const ahead = (values: Float64Array) => shown({ x: columns.timestamps, values: openOnly(columns, values) });
    const past = shown(historyAtGrain(history, historyGrain(history, grain)));
    const keep = whole ? past.x.length : Math.max(RECENT[grain], 3 * columns.timestamps.length);
    const from = Math.max(0, past.x.length - keep);
    const held = tested && forecast.heldOut ? columnsAt({ ...forecast, ...forecast.heldOut }, grain) : null;
    const step = grain === 'interval' ? stepName(forecast.grainMinutes) : grain;
    return {
      history: { x: past.x.slice(from), values: Array.from(past.values).slice(from) },
      forecast: ahead(columns.mean),
      bands: columns.bands.map(({ level, lo, hi }) => ({ level, lower: ahead(lo).values, upper: ahead(hi).values })),
      markers:
        grain === 'week'
          ? []
          : [
              ...findingMarks(forecast, past.x[from]),
              ...holidayMarks(holidays, past.x[from], columns.timestamps.at(-1)),
            ],
      backtest: held ? shown({ x: held.timestamps, values: openOnly(held, held.mean) }) : undefined,
      y: {
        label: `Contacts per ${step}`,
        format: (value) => formatCompact(value),
        formatExact: (value) => formatCount(value),
      },
    };
  }, [history, holidays, forecast, grain, whole, tested]);
  const title = `Forecast of ${history.name}`;
  return (
    <ChartFrame
      title={title}
      description={`${bandWords(forecast)} The backtest line is what the same method said before the history’s last stretch had happened.`}
      height={300}
      stale={stale}
      table={() => lineTable(fanData(facts), grain === 'interval' ? 'Interval' : 'From')}
      actions={
        <>
          {forecast.heldOut && <Toggle label="Backtest" checked={tested} onChange={setTested} />}
          <Toggle label="Whole history" checked={whole} onChange={setWhole} />
          <Segments
            label="Steps of the chart"
            choices={grains.map((one) => ({ value: one, label: GRAIN_NAMES[one] }))}
            value={grain}
            onChange={onGrain}
          />
        </>
      }
    >
      {(size) => <FanChart facts={facts} size={size} title={title} />}
    </ChartFrame>
  );
});

/** What the bands promise, and how they have kept it so far: in the backtest, over all horizons. */
function bandWords({ steps, report }: HistoryForecast): string {
  const levels = steps.bands.map(({ level }) => level);
  const listed = (items: readonly (string | number)[]) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
  const promise = `The bands should hold the contacts on ${listed(levels)} of 100 steps like these.`;
  const coverage = report.scores.at(-1)?.coverage ?? [];
  if (coverage.length === 0) return `${promise} They could not be tried on so short a history.`;
  return `${promise} Coverage so far: ${listed(coverage.map(({ share }) => formatShare(share)))} in ${report.trials} trials on the past.`;
}

/** More marks than this would hide the chart. */
const MOST_MARKS = 12;
const MOST_FINDINGS = 5;

/** What was found in the history that is in sight, the latest of it. */
function findingMarks({ report }: HistoryForecast, from = '9') {
  return report.cleaned
    .filter((note) => note.until >= from.slice(0, 10))
    .slice(-MOST_FINDINGS)
    .map((note) => ({
      id: note.id,
      label: note.kept ? `${KIND_WORDS[note.kind]}, restored` : KIND_WORDS[note.kind],
      from: note.from,
      until: note.until,
    }));
}

/** Holidays between two days, the latest of them where there are too many. */
function holidayMarks(holidays: Props['holidays'], from = '9', to = '0') {
  return holidays
    .filter(({ date }) => date >= from.slice(0, 10) && date <= to.slice(0, 10))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(-MOST_MARKS)
    .map(({ date, name }) => ({ id: `${date} ${name}`, label: name, from: date }));
}

/** Least steps of history that are shown beside a forecast. */
const RECENT: Readonly<Record<Grain, number>> = { interval: 7 * 48, day: 84, week: 52 };

function offered(minutes: number): readonly Grain[] {
  if (minutes < 1440) return ['interval', 'day', 'week'];
  return minutes === 1440 ? ['day', 'week'] : ['week'];
}

function columnsAt(
  { steps, days, weeks, grainMinutes }: Pick<HistoryForecast, 'steps' | 'days' | 'weeks' | 'grainMinutes'>,
  grain: Grain,
): ForecastColumns {
  if (grain === 'interval') return steps;
  if (grain === 'week' && grainMinutes <= 1440) return weeks;
  return grain === 'week' ? steps : days;
}

/** A weekly history has no days to show. */
function historyGrain(history: History, grain: Grain): Grain {
  return history.intervalMinutes > 1440 ? 'interval' : grain;
}

/** Closed steps are forecast as 0 without any band; a chart leaves them out, as it does in the history. */
function openOnly(columns: ForecastColumns, values: Float64Array): number[] {
  const widest = columns.bands.at(-1);
  return Array.from(values, (value, at) =>
    columns.mean[at] === 0 && (widest?.hi[at] ?? 0) === 0 ? Number.NaN : value,
  );
}
