import { useView } from '../../address';
import { CalculationPage } from './CalculationPage';
import { aboutView, calculationNamed } from './calculation-view';
import { QueueCalculator } from './QueueCalculator';

/** A planner's sums without a plan: one queue in one interval, and what lies beyond one. */
export function CalculatorScreen() {
  const [{ about }] = useView('calculator', aboutView);
  const calculation = calculationNamed(about);
  return calculation ? <CalculationPage key={about} calculation={calculation} /> : <QueueCalculator />;
}
