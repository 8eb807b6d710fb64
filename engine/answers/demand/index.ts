export { answerDemand } from './answer-demand';
export { type ChargeAnswer, chargeDepartments, type DepartmentCharge } from './charge-departments';
export { type CalendarDemand, type CalendarRow, demandByCalendar } from './demand-by-calendar';
export type { DemandAnswer, PlannedReason, PlannedStep, PlannedStream } from './demand-result';
export { type DemandTable, demandTables, departmentTable } from './demand-tables';
