import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { History, Plan } from '../../../engine/plan';
import type { ViewOf } from '../../address';
import { Segments } from '../../charts';
import { InTurn, RunBar, Source } from '../../ui';
import { ComponentCharts } from './ComponentCharts';
import css from './demand.module.css';
import type { demandView } from './demand-view';
import { ForecastChart } from './ForecastChart';
import { ForecastReport } from './ForecastReport';
import { FindingsPanel } from './findings';
import { forecastSheets, forecastTable } from './forecast-table';
import { type Grain, stepName } from './history-lines';
import { TableDownloads } from './TableDownloads';
import { UseForStream } from './UseForStream';
import { useForecast } from './use-forecast';

type View = ViewOf<typeof demandView>;

interface Props {
  readonly plan: Plan;
  readonly history: History;
  readonly view: View;
  readonly setView: (change: Partial<View>) => void;
}

/** Forecasts a kept history: grain, horizon and holidays, then the fan, its parts, and how far to trust it. */
export function ForecastPanel({ plan, history, view, setView }: Props) {
  const market = plan.markets.find((one) => one.id === view.holidays);
  const hasIntervals = history.intervalMinutes < 1440;
  const settings = useMemo(
    () => ({
      grain: hasIntervals ? view.by : ('day' as const),
      horizonDays: Math.round(view.days),
      holidays: market?.holidays.map(({ date, name }) => ({ date, name })) ?? [],
    }),
    [hasIntervals, view.by, view.days, market],
  );
  const onGrain = useCallback((grain: Grain) => setView({ grain }), [setView]);
  const { data, stale, run, ...task } = useForecast(history, settings, view.forecast === 'shown');
  return (
    <div className={css.stack}>
      <div className={css.keep}>
        {hasIntervals && (
          <div>
            <div className={css.label}>Forecast by</div>
            <Segments
              label="Forecast by"
              choices={[
                { value: 'interval', label: stepName(history.intervalMinutes) },
                { value: 'day', label: 'day' },
              ]}
              value={view.by}
              onChange={(by) => setView({ by })}
            />
          </div>
        )}
        <NumberInput
          size="xs"
          w={130}
          label="Days ahead"
          min={1}
          max={1500}
          allowDecimal={false}
          clampBehavior="strict"
          value={view.days}
          onChange={(days) => typeof days === 'number' && days >= 1 && setView({ days })}
        />
        <NativeSelect
          size="xs"
          label="Holidays of"
          data={[
            { value: '', label: 'none' },
            ...plan.markets.map((one) => ({ value: one.id, label: `${one.name} (${one.holidays.length})` })),
          ]}
          value={view.holidays}
          onChange={(event) => setView({ holidays: event.currentTarget.value })}
        />
        <Button
          size="xs"
          disabled={task.running}
          onClick={() => (view.forecast === 'shown' ? run() : setView({ forecast: 'shown' }))}
        >
          Forecast
        </Button>
        {data && (
          <TableDownloads
            name={`${history.name} forecast`}
            what="Forecast"
            rows={() => forecastTable(history.name, data)}
            sheets={() => forecastSheets({ history, forecast: data, holidays: market?.name ?? '' })}
            disabled={stale}
          />
        )}
      </div>
      <RunBar {...task} retry={run} what="the forecast" />
      {data && (
        <InTurn>
          <ForecastChart
            history={history}
            holidays={settings.holidays}
            forecast={data}
            stale={stale}
            grain={view.grain}
            onGrain={onGrain}
          />
          <UseForStream plan={plan} history={history} />
          <ForecastReport forecast={data} stale={stale} />
          <FindingsPanel plan={plan} history={history} forecast={data} stale={stale} />
          <ComponentCharts history={history} forecast={data} stale={stale} />
          <Source provenance={data.provenance} />
        </InTurn>
      )}
    </div>
  );
}
