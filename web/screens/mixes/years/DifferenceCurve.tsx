import { memo, useMemo } from 'react';
import type { MixYearsAnswer } from '../../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../../charts';
import { formatCount, signed } from '../../../format';

const POINTS = 51;
const TITLE = 'Contacts lost, mix less today, years in order';
const DASHES = ['solid', 'dashed', 'dotted', 'dash-dot'] as const;

/** The differences of all years from the best to the worst: below zero the mix loses fewer. */
export const DifferenceCurve = memo(function DifferenceCurve({ mixes }: Pick<MixYearsAnswer, 'mixes'>) {
  const data = useMemo((): CurveData => {
    const curves = mixes.map(({ id, name, figures }) => ({
      id,
      label: name,
      values: thinned(figures[0]!.differences),
    }));
    const all = curves.flatMap(({ values }) => values);
    const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
    const room = 0.06 * (high - low || 1);
    return {
      x: Array.from({ length: POINTS }, (_, at) => (100 * at) / (POINTS - 1)),
      xLabel: 'Share of years, best for the mix first, %',
      formatX: (value) => `${formatCount(value)} %`,
      series: curves.map((curve, at) => ({
        ...curve,
        color: (3 + (at % 5)) as 3,
        dash: DASHES[at % DASHES.length]!,
      })),
      limits: [{ value: 0, label: 'as today' }],
      y: {
        label: 'Contacts a year',
        format: (value) => (value === 0 ? '0' : signed(value, formatCount)),
        min: low - room,
        max: high + room,
      },
      isSpan: true,
    };
  }, [mixes]);
  return (
    <ChartFrame
      title={TITLE}
      description="Each line is one mix; where it is below zero, that share of years loses fewer contacts with it."
      table={() => ({
        columns: [
          { label: 'Share of years', unit: '%', format: formatCount },
          ...mixes.map(({ name }) => ({ label: name, unit: 'contacts', format: formatCount })),
        ],
        rows: data.x.map((x, at) => [x, ...data.series.map(({ values }) => values[at] ?? null)]),
      })}
      height={230}
      order={3}
    >
      {(size) => <CurveChart data={data} size={size} title={TITLE} />}
    </ChartFrame>
  );
});

/** Ordered differences at even shares of the years. */
function thinned(sorted: Float64Array): number[] {
  const last = sorted.length - 1;
  return Array.from({ length: POINTS }, (_, at) => {
    const place = (last * at) / (POINTS - 1);
    const below = Math.floor(place);
    const above = Math.min(last, below + 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  });
}
