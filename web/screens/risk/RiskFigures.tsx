import { memo } from 'react';
import type { RiskAnswer, RiskDistribution } from '../../../engine/answers';
import { formatNumber } from '../../format';
import { Figure, Figures } from '../../ui';
import { readingNote } from './reading-note';
import css from './risk.module.css';
import { FIGURE_WORDS } from './risk-view';

interface Props {
  readonly report: RiskAnswer;
  readonly distribution: RiskDistribution;
  readonly write: (value: number) => string;
}

/** One score, what a bad year is, and how sure each is. */
export const RiskFigures = memo(function RiskFigures({ report, distribution, write }: Props) {
  const { score, scoreMeaning, years } = report;
  const between = ({ lo95, hi95 }: { readonly lo95: number; readonly hi95: number }, of: (value: number) => string) =>
    Number.isFinite(hi95 - lo95)
      ? `95 % sure: ${of(Math.max(0, lo95))} to ${of(hi95)}`
      : 'too few years to say how sure';
  const { label, unit } = FIGURE_WORDS[distribution.figure];
  return (
    <section aria-label="Figures">
      <Figures>
        <Figure
          label="Plan score"
          value={formatNumber(score.value, 1)}
          detail={between(score, (value) => formatNumber(value, 1))}
        />
        <Figure label={`${label}, planned`} value={write(distribution.planned)} detail={unit} />
        <Figure
          label="Half of years exceed"
          value={write(distribution.p50.value)}
          detail={between(distribution.p50, write)}
        />
        <Figure
          label="One in five exceeds"
          value={write(distribution.p80.value)}
          detail={between(distribution.p80, write)}
        />
        <Figure
          label="One in twenty exceeds"
          value={write(distribution.p95.value)}
          detail={between(distribution.p95, write)}
        />
        <Figure
          label="Mean of the worst twentieth"
          value={write(distribution.cvar95.value)}
          detail={between(distribution.cvar95, write)}
        />
      </Figures>
      <p className={css.note}>
        {scoreMeaning} From {formatNumber(years, 0)} sampled years. {readingNote(report, distribution.figure)}
        {report.provenance.warnings.join(' ')}
      </p>
    </section>
  );
});
