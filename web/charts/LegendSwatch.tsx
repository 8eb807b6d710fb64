import type { BandStrength, ChartColor, LineDash } from './chart-types';
import { DASH_ARRAYS } from './LinePlot';

interface Props {
  readonly color: ChartColor;
  readonly dash?: LineDash | undefined;
  readonly band?: BandStrength | undefined;
  readonly point?: boolean | undefined;
}

/** As bands look where they lie over each other. */
const OPACITY: Readonly<Record<BandStrength, number>> = { faint: 0.16, middle: 0.3, strong: 0.5 };

/** A short piece of the line or band that a legend names. */
export function LegendSwatch({ color, dash, band, point }: Props) {
  const paint = `var(--chart-${color})`;
  return (
    <svg className="chart-swatch" width={22} height={12} aria-hidden="true">
      {point ? (
        <circle cx={11} cy={6} r={4} fill="none" stroke={paint} strokeWidth={2.2} />
      ) : band ? (
        <rect width={22} height={12} rx={2} fill={paint} fillOpacity={OPACITY[band]} />
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
