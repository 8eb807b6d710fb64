import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { daysBetween, formatDate, formatDays } from '../format';
import { dragSpan, type Hold, positionOf, type TimelineItem, type TimeSpan } from './time-scale';
import css from './timeline.module.css';

interface Props {
  readonly item: TimelineItem;
  readonly from: string;
  readonly to: string;
  readonly ticks: readonly string[];
  readonly isPicked: boolean;
  readonly onPick: (id: string) => void;
  readonly onChange: (id: string, span: TimeSpan, gesture: string) => void;
  readonly onRest: () => void;
}

/** A plan that takes longer than this to draw has been changed by somebody else meanwhile. */
const FRESH_MS = 1000;

/** One item of the timeline. While it is dragged only the bar follows; the change is made when it is let go. */
export function TimelineBar({ item, from, to, ticks, isPicked, onPick, onChange, onRest }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<{ hold: Hold; x: number; moved: boolean } | null>(null);
  const [preview, setPreview] = useState<TimeSpan | null>(null);
  /** Where the last key has put it, until that is drawn: keys that follow fast go on from there. */
  const sent = useRef<{ span: TimeSpan; at: number } | null>(null);
  useEffect(() => {
    if (sent.current?.span.start === item.start && sent.current.span.end === item.end) sent.current = null;
  }, [item.start, item.end]);
  const span = preview ?? item;
  const left = Math.max(0, positionOf(span.start, from, to));
  const right = Math.min(100, positionOf(span.end, from, to) + 100 / Math.max(1, daysBetween(from, to) + 1));
  const length = daysBetween(span.start, span.end) + 1;
  const words = `${formatDate(span.start)} – ${formatDate(span.end)}, ${formatDays(length)}`;

  const spanAt = (event: PointerEvent): TimeSpan | null => {
    const held = drag.current;
    const width = track.current?.getBoundingClientRect().width ?? 0;
    if (!held || width === 0) return null;
    const days = Math.round(((event.clientX - held.x) / width) * (daysBetween(from, to) + 1));
    if (days !== 0) held.moved = true;
    return dragSpan(item, held.hold, days, from, to);
  };
  const hold = (kind: Hold) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { hold: kind, x: event.clientX, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const next = spanAt(event);
      if (next && drag.current?.moved) setPreview(next);
    },
    onPointerUp: (event: PointerEvent) => {
      const next = spanAt(event);
      const moved = drag.current?.moved ?? false;
      drag.current = null;
      setPreview(null);
      if (next && moved && (next.start !== item.start || next.end !== item.end)) {
        onChange(item.id, next, `drag-${item.id}-${event.timeStamp}`);
      }
      onPick(item.id);
    },
    onPointerCancel: () => {
      drag.current = null;
      setPreview(null);
    },
    onBlur: onRest,
    onKeyDown: (event: KeyboardEvent) => {
      const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (event.key === 'Escape' && drag.current) {
        drag.current = null;
        setPreview(null);
      }
      if (way === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const isFresh = sent.current !== null && event.timeStamp - sent.current.at < FRESH_MS;
      const base = isFresh && sent.current ? sent.current.span : item;
      const next = dragSpan(base, kind, way * (event.shiftKey ? 7 : 1), from, to);
      if (next.start === base.start && next.end === base.end) return;
      sent.current = { span: next, at: event.timeStamp };
      onChange(item.id, next, `keys-${kind}-${item.id}`);
    },
  });

  return (
    <li className={css.row} data-picked={isPicked || undefined}>
      <button type="button" className={css.name} aria-pressed={isPicked} onClick={() => onPick(item.id)}>
        {item.name}
      </button>
      <div ref={track} className={css.track}>
        {ticks.map((tick) => (
          <span key={tick} className={css.line} style={{ left: `${positionOf(tick, from, to)}%` }} />
        ))}
        <div className={css.span} style={{ left: `${left}%`, width: `${Math.max(0.4, right - left)}%` }}>
          <button
            type="button"
            className={css.bar}
            aria-label={`${item.name}: ${words}. Arrow keys move it`}
            title={`${item.name}: ${words}`}
            {...hold('move')}
          />
          <button
            type="button"
            className={css.edge}
            data-edge="start"
            aria-label={`Start of ${item.name}: ${formatDate(span.start)}`}
            {...hold('start')}
          />
          <button
            type="button"
            className={css.edge}
            data-edge="end"
            aria-label={`End of ${item.name}: ${formatDate(span.end)}`}
            {...hold('end')}
          />
        </div>
        {preview && (
          <output className={css.preview} style={{ left: `${Math.min(70, left)}%` }}>
            {words}
          </output>
        )}
      </div>
    </li>
  );
}
