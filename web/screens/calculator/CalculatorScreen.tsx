import { STAFF_TABLE } from '../../../engine/answers';
import { useView } from '../../address';
import { CalculationPage } from './CalculationPage';
import { aboutView, calculationNamed } from './calculation-view';
import { QueueCalculator } from './QueueCalculator';
import { TablePage } from './TablePage';

/** A planner's sums without a plan: one queue in one interval, and what lies beyond one. */
export function CalculatorScreen() {
  const [{ about }] = useView('calculator', aboutView);
  const calculation = calculationNamed(about);
  if (calculation?.name === STAFF_TABLE.name) return <TablePage />;
  return calculation ? <CalculationPage key={about} calculation={calculation} /> : <QueueCalculator />;
}
