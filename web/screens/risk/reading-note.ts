import type { RiskAccuracy, RiskAnswer, RiskFigure } from '../../../engine/answers';
import { formatNumber, formatShare } from '../../format';

/** What of an answer was run and what was read, and how far reading is off: nothing to say where every year was run. */
export function readingNote({ years, yearsRun, accuracy, worstAccuracy }: RiskAnswer, figure: RiskFigure): string {
  if (yearsRun >= years) return 'Every year was run in full. ';
  const off = (of: RiskAccuracy | null, which: string): string => {
    const errors = of?.figures.find((one) => one.figure === figure);
    if (!of || !errors) return '';
    const mean = `${errors.mean < 0 ? '−' : '+'}${formatShare(Math.abs(errors.mean))}`;
    return `${which} ${formatNumber(of.years, 0)} years, read, are ${mean} off in their sum and ${formatShare(errors.typical)} year by year. `;
  };
  const run = `${formatNumber(yearsRun, 0)} of them were run in full, the others are read from a table of runs of each hazard alone. `;
  return run + off(accuracy, 'Measured against running: the first') + off(worstAccuracy, 'The worst');
}
