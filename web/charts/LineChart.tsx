import { memo, useMemo } from 'react';
import type { ChartSize, LineChartData } from './chart-types';
import { useCrosshair } from './crosshair';
import { LineCursor } from './LineCursor';
import { LineHandle, type LineHandleData } from './LineHandle';
import { LineLegend } from './LineLegend';
import { LinePlot } from './LinePlot';
import { lineLayout } from './line-layout';
import { lineState } from './line-state';

interface Props {
  readonly data: LineChartData;
  readonly size: ChartSize;
  /** Names the chart to screen readers; the frame's title. */
  readonly title: string;
  /** A point that can be moved; pressing on the chart picks another. */
  readonly handle?: LineHandleData | undefined;
}

/**
 * Lines over time with bands, named dates and limits; the legend reads out the moment pointed at.
 *
 * Use inside a `ChartFrame`, which gives the size. Mouse, touch and arrow keys move the crosshair, which every chart in
 * the same `CrosshairGroup` shares. Keep `data` stable between renders (`useMemo`).
 */
export const LineChart = memo(function LineChart({ data, size, title, handle }: Props) {
  const state = useMemo(() => lineState(data), [data]);
  const { width, height } = size;
  const layout = useMemo(() => lineLayout(state, { width, height }), [state, width, height]);
  const crosshair = useCrosshair();
  return (
    <div className="chart-line-box">
      <LineLegend state={state} crosshair={crosshair} />
      <div className="chart-handled">
        <LineCursor state={state} layout={layout} crosshair={crosshair} title={title} onPick={handle?.onIndex}>
          <LinePlot layout={layout} title={title} />
        </LineCursor>
        {handle && <LineHandle handle={handle} state={state} layout={layout} />}
      </div>
    </div>
  );
});
