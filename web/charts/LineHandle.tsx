import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { LineLayout } from './line-layout';
import type { LineState } from './line-state';
import { readableWall } from './wall-time';

/** A point of a line that can be moved up and down. */
export interface LineHandleData {
  /** The line, and the position of the point on it. */
  readonly series: string;
  readonly index: number;
  /** What is moved, such as `Contacts of the week`. */
  readonly label: string;
  /** Another point is picked: by pressing on the chart, or with the left and right arrows. */
  readonly onIndex: (index: number) => void;
  /** The point is set, by letting it go or by an arrow key; one gesture has one name. */
  readonly onValue: (value: number, gesture: string) => void;
  /** The point is left: what follows is another gesture. */
  readonly onRest?: (() => void) | undefined;
}

interface Props {
  readonly handle: LineHandleData;
  readonly state: LineState;
  readonly layout: LineLayout;
}

/** The knob on a point of a line: drag it, or use the arrow keys (up and down by 1 %, with Shift by 10 %). */
export function LineHandle({ handle, state, layout }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  /** What was set last and hasn't come back with an answer yet: further keys go on from there. */
  const [sent, setSent] = useState<{ index: number; from: number; value: number } | null>(null);
  const series = state.data.series.find(({ id }) => id === handle.series);
  const shown = series?.values[handle.index];
  const at = state.at[handle.index];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a figure that comes back, or goes, ends the waiting for it
  useEffect(() => setSent(null), [shown]);
  if (shown === null || shown === undefined || Number.isNaN(shown) || at === undefined) return null;
  const stored = sent && sent.index === handle.index && sent.from === shown ? sent.value : shown;
  const set = (next: number, gesture: string) => {
    setSent({ index: handle.index, from: shown, value: next });
    handle.onValue(next, gesture);
  };
  const value = held ?? stored;
  const write = state.data.y.formatExact ?? state.data.y.format ?? String;
  const valueAt = (event: PointerEvent) => {
    const top = box.current?.getBoundingClientRect().top ?? 0;
    return Math.max(0, layout.y.invert(event.clientY - top));
  };
  const press = (event: KeyboardEvent) => {
    const up = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape') setHeld(null);
    if ((up === 0 && aside === 0) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (up !== 0) {
      const step = Math.max(1, stored * (event.shiftKey ? 0.1 : 0.01));
      set(Math.max(0, stored + up * step), `keys-${handle.series}-${handle.index}`);
    } else handle.onIndex(Math.min(state.at.length - 1, Math.max(0, handle.index + aside * (event.shiftKey ? 4 : 1))));
  };
  const x = layout.x(at);
  const y = Math.min(layout.plot.bottom, Math.max(layout.plot.top - 8, layout.y(value)));
  const words = `${readableWall(state.data.x[handle.index] ?? '')}: ${write(value)}`;
  return (
    <div ref={box} className="chart-handle-box">
      {held !== null && (
        <output className="chart-handle-words" style={{ left: Math.min(x + 14, layout.size.width - 170), top: y - 26 }}>
          {words}
        </output>
      )}
      <div
        className="chart-handle"
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={`${handle.label}. Up and down change it, left and right pick another`}
        aria-valuemin={0}
        aria-valuemax={Math.max(Math.round(state.yDomain[1]), Math.round(value))}
        aria-valuenow={Math.round(value)}
        aria-valuetext={words}
        title={`${words}. Drag up or down`}
        style={{ left: x, top: y }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(stored);
        }}
        onPointerMove={(event) => held !== null && setHeld(valueAt(event))}
        onPointerUp={(event) => {
          if (held === null) return;
          const next = valueAt(event);
          setHeld(null);
          if (Math.abs(layout.y(next) - layout.y(stored)) > 2) set(next, `drag-${event.timeStamp}`);
        }}
        onPointerCancel={() => setHeld(null)}
        onKeyDown={press}
        onBlur={() => {
          setSent(null);
          handle.onRest?.();
        }}
      />
    </div>
  );
}
