import { formatMonth } from '../format';
import { TimelineBar } from './TimelineBar';
import { monthTicks, positionOf, type TimelineItem, type TimeSpan } from './time-scale';
import css from './timeline.module.css';

interface Props {
  readonly label: string;
  readonly items: readonly TimelineItem[];
  /** First and last day shown. */
  readonly from: string;
  readonly to: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
  /** After a drag or a key; steps of one gesture carry the same `gesture`. */
  readonly onChange: (id: string, span: TimeSpan, gesture: string) => void;
  /** When a bar or edge that the arrow keys moved is left: what follows is another gesture. */
  readonly onRest: () => void;
}

/**
 * What happens when: a bar for each item. Drag a bar to move it, its edges to resize it; with the keyboard the arrows do
 * the same on a bar or an edge (with Shift by a week).
 */
export function Timeline({ label, items, from, to, picked, onPick, onChange, onRest }: Props) {
  const ticks = monthTicks(from, to, 12);
  return (
    <section className={css.timeline} aria-label={label}>
      <div className={css.axis} aria-hidden="true">
        {ticks.map((tick, at) => (
          <span
            key={tick}
            className={css.tick}
            data-minor={at % 3 !== 0 || undefined}
            style={{ left: `${positionOf(tick, from, to)}%` }}
          >
            {formatMonth(tick)}
          </span>
        ))}
      </div>
      <ul className={css.rows}>
        {items.map((item) => (
          <TimelineBar
            key={item.id}
            item={item}
            from={from}
            to={to}
            ticks={ticks}
            isPicked={picked === item.id}
            onPick={onPick}
            onChange={onChange}
            onRest={onRest}
          />
        ))}
      </ul>
    </section>
  );
}
