import { useCallback, useEffect, useMemo } from 'react';
import type { HistoryForecast } from '../../../engine/answers';
import type { History } from '../../../engine/plan';
import { type Task, useTask } from '../../work';

export interface ForecastSettings {
  readonly grain: 'interval' | 'day';
  readonly horizonDays: number;
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
}

/** Forecasts made lately: they depend on a history and settings alone, so no change of the plan undoes them. */
const made = new WeakMap<History, Map<string, HistoryForecast>>();
const MOST = 6;

interface ForecastTask extends Omit<Task<'forecast'>, 'run' | 'clear'> {
  readonly stale: boolean;
  readonly run: () => void;
}

/** The forecast of a history, made again when asked for with other settings. */
export function useForecast(history: History, settings: ForecastSettings, wanted: boolean): ForecastTask {
  const task = useTask('forecast');
  const key = JSON.stringify(settings);
  const known = made.get(history)?.get(key) ?? null;
  const options = useMemo(() => ({ history, ...(JSON.parse(key) as ForecastSettings) }), [history, key]);
  const { run: start } = task;
  const run = useCallback(() => {
    void start(options).then((answer) => {
      if (answer) remember(history, key, answer);
    });
  }, [start, options, history, key]);
  useEffect(() => {
    if (wanted && !made.get(history)?.has(key)) run();
  }, [wanted, history, key, run]);
  return {
    data: known ?? task.data,
    stale: known === null && task.data !== null,
    running: task.running && known === null,
    progress: task.progress,
    fault: known ? null : task.fault,
    stop: task.stop,
    run,
  };
}

function remember(history: History, key: string, answer: HistoryForecast): void {
  const answers = made.get(history) ?? new Map<string, HistoryForecast>();
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  made.set(history, answers);
}
