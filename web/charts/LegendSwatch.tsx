import type { ChartColor, LineDash } from './chart-types';
import { DASH_ARRAYS } from './LinePlot';

interface Props {
  readonly color: ChartColor;
  readonly dash?: LineDash | undefined;
  readonly band?: 'strong' | 'faint' | undefined;
  readonly point?: boolean | undefined;
}

/** A short piece of the line or band that a legend names. */
export function LegendSwatch({ color, dash, band, point }: Props) {
  const paint = `var(--chart-${color})`;
  return (
    <svg className="chart-swatch" width={22} height={12} aria-hidden="true">
      {point ? (
        <circle cx={11} cy={6} r={4} fill="none" stroke={paint} strokeWidth={2.2} />
      ) : band ? (
        <rect width={22} height={12} rx={2} fill={paint} fillOpacity={band === 'faint' ? 0.18 : 0.35} />
      ) : (
        <line
          x1={0}
          x2={22}
          y1={6}
          y2={6}
          stroke={paint}
          strokeWidth={2.4}
          strokeDasharray={DASH_ARRAYS[dash ?? 'solid']}
        />
      )}
    </svg>
  );
}
