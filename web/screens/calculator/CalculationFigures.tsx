import type { CalculationAnswer } from '../../../engine/answers';
import { ExplainedFigures } from '../../ui';
import css from './calculator.module.css';
import { writeValue } from './units';

/** The figures of an answer; each explains itself when it is clicked. */
export function CalculationFigures({ answer, stale }: { readonly answer: CalculationAnswer; readonly stale: boolean }) {
  const figures = answer.figures.map(({ value, unit, ...rest }) => ({ ...rest, text: writeValue(value, unit) }));
  if (figures.length === 0) return null;
  return (
    <div className={css.figures}>
      <ExplainedFigures figures={figures} stale={stale} />
    </div>
  );
}
