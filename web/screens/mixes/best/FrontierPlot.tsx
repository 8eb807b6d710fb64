import { type KeyboardEvent, memo, type PointerEvent, useMemo } from 'react';
import { type ChartSize, GridLines, NumberAxis } from '../../../charts';
import { formatCount, formatMoney } from '../../../format';
import css from './best.module.css';
import { type FrontierDot, frontierLayout } from './frontier-layout';

interface Props {
  readonly dots: readonly FrontierDot[];
  readonly size: ChartSize;
  readonly title: string;
  readonly currency: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

/** Mixes by what they lose and what they cost: a line of those that nothing beats, today's as a diamond; a click or an arrow key picks one. */
export const FrontierPlot = memo(function FrontierPlot({ dots, size, title, currency, picked, onPick }: Props) {
  const money = useMemo(() => (value: number) => formatMoney(value, currency), [currency]);
  const layout = useMemo(() => frontierLayout(dots, size, formatCount, money), [dots, size, money]);
  const order = useMemo(() => [...layout.dots].sort((a, b) => b.risk - a.risk), [layout]);
  const at = Math.max(
    0,
    order.findIndex(({ id }) => id === picked),
  );
  const shown = order[at];
  const words = shown
    ? `${shown.name}: ${money(shown.cost)}, ${formatCount(shown.risk)} contacts lost in the worst twentieth of years`
    : '';
  const press = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: at - 1,
      ArrowDown: at + 1,
      ArrowLeft: at + 1,
      ArrowUp: at - 1,
      Home: order.length - 1,
      End: 0,
    }[event.key];
    const next = to === undefined ? undefined : order[to];
    if (to === undefined) return;
    event.preventDefault();
    if (next) onPick(next.id);
  };
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const away = (dot: (typeof order)[number]) => Math.hypot(dot.x - x, dot.y - y);
    const [nearest] = [...order].sort((a, b) => away(a) - away(b));
    if (nearest && away(nearest) < 40) onPick(nearest.id);
  };
  const { plot } = layout;
  return (
    <div className="chart-line-box">
      <p className={css.readout}>{words}</p>
      <div
        className="chart-cursor"
        role="slider"
        tabIndex={0}
        aria-label={`${title}: pick a mix`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, order.length - 1)}
        aria-valuenow={at}
        aria-valuetext={words}
        onKeyDown={press}
        onPointerDown={point}
      >
        <svg
          className="chart-svg"
          data-chart
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={title}
        >
          <text className="chart-axis-title" x={2} y={12}>
            Cost of the year, {currency}
          </text>
          <GridLines plot={plot} ticks={layout.yTicks} />
          <NumberAxis plot={plot} ticks={layout.xTicks} />
          <text className="chart-axis-title" x={plot.right} y={size.height - 6} textAnchor="end">
            Contacts lost, worst twentieth of years
          </text>
          <path className="chart-line" d={layout.path} fill="none" stroke="var(--chart-1)" strokeWidth={2} />
          {layout.dots.map((dot) => (
            <Dot key={dot.id} dot={dot} isPicked={dot.id === shown?.id} right={plot.right} />
          ))}
        </svg>
      </div>
    </div>
  );
});

const LABELS = { today: 'Today', spread: null, frontier: null } as const;

function Dot(props: {
  readonly dot: FrontierDot & { readonly x: number; readonly y: number };
  readonly isPicked: boolean;
  readonly right: number;
}) {
  const { dot, isPicked, right } = props;
  const { kind, x, y, isNearest, name } = dot;
  const label = LABELS[kind] ?? (isNearest ? `${name}, nearest better` : isPicked && kind === 'spread' ? name : null);
  const isLeft = x + (kind === 'today' ? 45 : 130) > right;
  const r = kind === 'today' ? 7 : 4.5;
  return (
    <g>
      {isPicked && <circle cx={x} cy={y} r={r + 5} fill="none" stroke="var(--chart-ink)" strokeWidth={1.5} />}
      {kind === 'today' ? (
        <path d={`M${x},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}z`} fill="var(--chart-2)" />
      ) : (
        <circle
          cx={x}
          cy={y}
          r={r}
          fill={kind === 'spread' ? 'var(--chart-surface)' : 'var(--chart-1)'}
          stroke={kind === 'spread' ? 'var(--chart-3)' : 'none'}
          strokeWidth={2}
        />
      )}
      {label && (
        <text
          className="chart-marker-label"
          x={isLeft ? x + 8 : x + 10}
          y={y - 14}
          textAnchor={isLeft ? 'end' : 'start'}
        >
          {label}
        </text>
      )}
    </g>
  );
}
