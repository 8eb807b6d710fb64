import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { type Crosshair, useCrosshairAt } from './crosshair';
import type { LineLayout } from './line-layout';
import { type LineState, nearestIndex } from './line-state';
import { readoutText } from './readout';

interface Props {
  readonly state: LineState;
  readonly layout: LineLayout;
  readonly crosshair: Crosshair;
  readonly title: string;
  /** Called with the position that was pressed on. */
  readonly onPick?: ((index: number) => void) | undefined;
  readonly children: ReactNode;
}

/** The moving line over a chart: a slider along time for mouse, touch, keyboard and screen readers. */
export function LineCursor({ state, layout, crosshair, title, onPick, children }: Props) {
  const at = useCrosshairAt(crosshair);
  const index = at === null ? -1 : nearestIndex(state.at, at);
  const inside = at !== null && at >= state.xDomain[0] && at <= state.xDomain[1];
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const found = nearestIndex(state.at, layout.x.invert(x));
    crosshair.set(state.at[found] ?? null);
    return found;
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = nextIndex(event, index, state.at.length);
    if (next === undefined) return;
    event.preventDefault();
    crosshair.set(next === null ? null : (state.at[next] ?? null));
  };
  return (
    <div
      className="chart-cursor"
      role="slider"
      tabIndex={0}
      aria-label={`${title}: read values along time`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, state.at.length - 1)}
      aria-valuenow={Math.max(0, index)}
      aria-valuetext={inside ? readoutText(state, index) : 'no moment chosen'}
      onPointerMove={point}
      onPointerDown={(event) => {
        const found = point(event);
        if (found >= 0) onPick?.(found);
      }}
      onPointerLeave={() => crosshair.set(null)}
      onKeyDown={press}
    >
      {children}
      {inside && index >= 0 && <Line state={state} layout={layout} index={index} />}
    </div>
  );
}

function Line({
  state,
  layout,
  index,
}: {
  readonly state: LineState;
  readonly layout: LineLayout;
  readonly index: number;
}) {
  const x = layout.x(state.at[index] ?? 0);
  return (
    <svg className="chart-overlay" width={layout.size.width} height={layout.size.height} aria-hidden="true">
      <line className="chart-crosshair" x1={x} x2={x} y1={layout.plot.top} y2={layout.plot.bottom} />
      {state.data.series.map((series) => {
        const value = series.values[index];
        if (value === null || value === undefined || Number.isNaN(value)) return null;
        const color = state.looks.get(series.id)?.color ?? 1;
        return (
          <circle
            key={series.id}
            className="chart-dot"
            cx={x}
            cy={layout.y(value)}
            r={3.5}
            fill={`var(--chart-${color})`}
          />
        );
      })}
    </svg>
  );
}

/** Where a key leads: a position, null to let go, undefined when the key is not ours. */
function nextIndex(event: KeyboardEvent, index: number, length: number): number | null | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const stride = event.shiftKey ? 7 : 1;
  const last = length - 1;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, index + stride);
    case 'ArrowLeft':
    case 'ArrowDown':
      return index < 0 ? last : Math.max(0, index - stride);
    case 'PageUp':
      return Math.min(last, Math.max(0, index) + Math.ceil(length / 10));
    case 'PageDown':
      return Math.max(0, index - Math.ceil(length / 10));
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
