export { answerCalculation, CALCULATIONS } from './answer-calculation';
export type {
  CalculatedChart,
  CalculatedFigure,
  CalculatedTable,
  Calculation,
  CalculationAnswer,
  CalculationChoice,
  CalculationColumn,
  CalculationField,
  CalculationInput,
  CalculationTable,
  CalculationUnit,
  InputCell,
} from './calculation';
export { rowsByColumn } from './rows-by-column';
export {
  STAFF_TABLE,
  type StaffTableAnswer,
  staffTable,
  staffTableColumns,
  staffTableRows,
} from './staff-table';
