import { memo, useMemo } from 'react';
import type { ChartSize } from './chart-types';
import { type FanFacts, fanData } from './fan-data';
import { LineChart } from './LineChart';

interface Props {
  readonly facts: FanFacts;
  readonly size: ChartSize;
  readonly title: string;
}

/** History, forecast, its prediction bands and, if wanted, the backtest over what then happened. */
export const FanChart = memo(function FanChart({ facts, size, title }: Props) {
  const data = useMemo(() => fanData(facts), [facts]);
  return <LineChart data={data} size={size} title={title} />;
});
