import { useComputedColorScheme } from '@mantine/core';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cellAt, type HeatLayout, heatLayout } from './heat-layout';
import { cellFill, heatPalette, heatSvg, paintHeat } from './heat-paint';
import { type HeatData, heatState } from './heat-state';

/** A cell by the positions of its day and its time of day. */
export interface HeatPlace {
  readonly day: number;
  readonly time: number;
}

export interface HeatHandle {
  readonly toSvg: () => SVGSVGElement | null;
}

interface Props {
  readonly data: HeatData;
  readonly width: number;
  readonly title: string;
  /** Ends of the color scale in words, such as `short` and `to spare`. */
  readonly scaleWords: readonly [low: string, high: string];
  readonly selected?: HeatPlace | null | undefined;
  /** Click, Enter or Space on a cell. */
  readonly onPick?: ((place: HeatPlace) => void) | undefined;
  /** For the frame's downloads. */
  readonly handle?: RefObject<HeatHandle | null> | undefined;
}

/**
 * Figures by day and interval as colors, with numbers in the cells where they fit; grey where closed.
 *
 * Use for net staffing (signed, centered on zero) or for amounts. Painted on a canvas; arrow keys walk the cells, and a
 * line of text reads out the cell in words.
 */
export function Heatmap({ data, width, title, scaleWords, selected, onPick, handle }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const state = useMemo(() => heatState(data), [data]);
  const layout = useMemo(() => heatLayout(state, width), [state, width]);
  const scheme = useComputedColorScheme('light');
  const [place, setPlace] = useState<HeatPlace | null>(null);
  const shown = place ?? selected ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what the palette reads
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = Math.max(1, window.devicePixelRatio || 1);
    element.width = Math.round(layout.width * scale);
    element.height = Math.round(layout.height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintHeat(context, layout, heatPalette(element));
  }, [layout, scheme]);
  useImperativeHandle(
    handle,
    () => ({ toSvg: () => (canvas.current ? heatSvg(layout, heatPalette(canvas.current)) : null) }),
    [layout],
  );

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAt(layout, state, event.clientX - box.left, event.clientY - box.top);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = shown ?? { day: 0, time: state.from };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onPick?.(here);
      return;
    }
    if (event.key === 'Escape') setPlace(null);
    const step = stepOf(event.key, layout.daysAcross);
    if (!step) return;
    event.preventDefault();
    setPlace({
      day: clamp(here.day + (place || selected ? step.day : 0), 0, data.days.length - 1),
      time: clamp(here.time + (place || selected ? step.time : 0), state.from, state.to - 1),
    });
  };

  return (
    <div>
      <div className="chart-legend">
        <ScaleKey scale={data.scale} words={scaleWords} />
        <span aria-live="polite">{shown ? data.describe(shown.day, shown.time) : hint(onPick !== undefined)}</span>
      </div>
      <div
        className="chart-cursor chart-heat"
        role="application"
        aria-roledescription="heatmap"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk its cells
        tabIndex={0}
        aria-label={`${title}: ${data.days.length} ${data.rowLabels ? 'rows' : 'days'} by ${state.to - state.from} ${data.rowLabels ? 'columns' : 'intervals'}. Arrow keys walk the cells${onPick ? ', Enter explains one' : ''}.`}
        onPointerMove={(event) => setPlace(point(event))}
        onPointerLeave={() => setPlace(null)}
        onClick={(event) => {
          const found = point(event as unknown as PointerEvent<HTMLDivElement>);
          if (found) onPick?.(found);
        }}
        onKeyDown={press}
      >
        <canvas ref={canvas} style={{ width: layout.width, height: layout.height, display: 'block' }} />
        <Marks layout={layout} from={state.from} place={place} selected={selected ?? null} />
      </div>
    </div>
  );
}

function hint(canPick: boolean): string {
  return canPick ? 'Point at a cell to read it, click it for how it came about' : 'Point at a cell to read it';
}

interface MarksProps {
  readonly layout: HeatLayout;
  readonly from: number;
  readonly place: HeatPlace | null;
  readonly selected: HeatPlace | null;
}

function Marks({ layout, from, place, selected }: MarksProps) {
  const box = ({ day, time }: HeatPlace) => ({
    x: layout.left + (layout.daysAcross ? day : time - from) * layout.cellWidth,
    y: layout.top + (layout.daysAcross ? time - from : day) * layout.cellHeight,
    width: layout.cellWidth,
    height: layout.cellHeight,
  });
  return (
    <svg className="chart-overlay" width={layout.width} height={layout.height} aria-hidden="true">
      {selected && <rect {...box(selected)} className="chart-heat-selected" />}
      {place && <rect {...box(place)} className="chart-heat-place" />}
    </svg>
  );
}

function ScaleKey({ scale, words }: { readonly scale: HeatData['scale']; readonly words: readonly [string, string] }) {
  const box = useRef<HTMLSpanElement>(null);
  const scheme = useComputedColorScheme('light');
  const [colors, setColors] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what the palette reads
  useEffect(() => {
    if (!box.current) return;
    const palette = heatPalette(box.current);
    const steps = scale === 'signed' ? [-1, -0.5, -0.15, 0.15, 0.5, 1] : [0.05, 0.25, 0.5, 0.75, 1];
    setColors([...steps, null].map((strength) => cellFill(strength, palette)));
  }, [scale, scheme]);
  return (
    <span className="chart-heat-key" ref={box}>
      {words[0]}
      {colors.slice(0, -1).map((color) => (
        <i key={color} style={{ background: color }} />
      ))}
      {words[1]}
      <i style={{ background: colors.at(-1), marginInlineStart: 8 }} /> closed
    </span>
  );
}

function stepOf(key: string, daysAcross: boolean): HeatPlace | null {
  const along = daysAcross ? { day: 1, time: 0 } : { day: 0, time: 1 };
  const down = daysAcross ? { day: 0, time: 1 } : { day: 1, time: 0 };
  if (key === 'ArrowRight') return along;
  if (key === 'ArrowDown') return down;
  if (key === 'ArrowLeft') return { day: -along.day, time: -along.time };
  if (key === 'ArrowUp') return { day: -down.day, time: -down.time };
  return null;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
