import { memo, useMemo } from 'react';
import type { DriftAnswer } from '../../../../engine/answers';
import { ChartFrame, CurveChart, type CurveData } from '../../../charts';
import { formatNumber } from '../../../format';

interface Props {
  readonly answer: DriftAnswer;
  readonly notes: readonly string[];
}

const TITLE = 'Resilience score by revision';
const LABEL = 'Score: of 100 contacts, those kept';

/** The score of each revision with its interval. */
export const ScoreTrend = memo(function ScoreTrend({ answer: { revisions, years, changes }, notes }: Props) {
  const data = useMemo((): CurveData => {
    const scores = revisions.map(({ score }) => score);
    const low = Math.min(...scores.map(({ lo95, value }) => (Number.isFinite(lo95) ? lo95 : value)));
    const high = Math.max(...scores.map(({ hi95, value }) => (Number.isFinite(hi95) ? hi95 : value)));
    const format = (value: number) => formatNumber(value, 1);
    return {
      x: revisions.map((_, at) => at),
      xLabel: 'Revision',
      formatX: (at) => revisions[Math.round(at)]?.label ?? '',
      series: [
        { id: 'score', label: 'Score', values: scores.map(({ value }) => value), color: 1 },
        { id: 'low', label: '95 % sure: from', values: scores.map(({ lo95 }) => lo95), color: 7, dash: 'dotted' },
        { id: 'high', label: 'to', values: scores.map(({ hi95 }) => hi95), color: 7, dash: 'dotted' },
      ],
      y: { label: LABEL, format, min: Math.floor(low), max: Math.min(100, Math.ceil(high)) },
    };
  }, [revisions]);
  const table = () => ({
    columns: [
      { label: 'Revision' },
      { label: 'What was done' },
      ...['Score', '95 % from', 'to', 'Change', 'Change from', 'to'].map((label) => ({
        label,
        format: (value: number) => formatNumber(value, 2),
      })),
    ],
    rows: revisions.map(({ label, score }, at) => {
      const points = changes[at - 1]?.points;
      const change = [points?.value ?? null, points?.lo95 ?? null, points?.hi95 ?? null];
      return [label, notes[at] ?? '', score.value, score.lo95, score.hi95, ...change];
    }),
  });
  return (
    <ChartFrame
      title={TITLE}
      description={`Over the same ${years} sampled years. The axis doesn’t begin at zero; a change is known better than the scores, since all revisions share their luck.`}
      table={table}
      height={240}
      order={3}
    >
      {(size) => <CurveChart data={data} size={size} title={TITLE} />}
    </ChartFrame>
  );
});
