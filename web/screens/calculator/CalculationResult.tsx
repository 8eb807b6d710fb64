import type { CalculationAnswer } from '../../../engine/answers';
import { Panel, Source } from '../../ui';
import { CalculationFigures } from './CalculationFigures';
import { CalculationChart, CalculationTableView } from './CalculationParts';
import css from './calculator.module.css';

interface Props {
  readonly title: string;
  readonly answer: CalculationAnswer;
  readonly stale: boolean;
}

/** An answer from its sentence down to its tables. */
export function CalculationResult({ title, answer, stale }: Props) {
  return (
    <>
      <Panel stale={stale}>
        <p className={answer.unsolved ? css.noAnswer : css.headline} role="status">
          {answer.headline}
        </p>
      </Panel>
      <CalculationFigures answer={answer} stale={stale} />
      {answer.charts.map((chart) => (
        <CalculationChart key={chart.name} chart={chart} stale={stale} />
      ))}
      {answer.tables.map((table) => (
        <CalculationTableView key={table.name} table={table} title={title} stale={stale} />
      ))}
      <Source provenance={answer.provenance} />
    </>
  );
}
