export {
  type ByteSource,
  type CsvTable,
  type Delimiter,
  type DurationUnit,
  type Encoding,
  type ImportCorrections,
  type ImportFinding,
  type ImportInput,
  readCsvTable,
  type SheetCell,
  sheetText,
} from '../demand';
export type { Band } from '../experience';
export { DIMENSIONS } from '../footprint';
export type { BusyDays, DaysToHold } from '../queueing';
export { KNOWN_FACTS, RISK_MODIFIERS } from '../sourcing';
export { answerOverview } from './answer-overview';
export type { AppliedForecast } from './apply-forecast';
export * from './bills';
export * from './calculations';
export { type CheckAnswer, checkPlan, type PlanSummary } from './check-plan';
export { compareMixes, type MixOptions } from './compare-mixes';
export {
  type Bought,
  comparePlaybooks,
  type PlaybookAnswer,
  type PlaybookCase,
  type PlaybookOptions,
} from './compare-playbooks';
export {
  type ConcentrationAnswer,
  type CoverMember,
  type CoverRow,
  DIMENSION_LABELS,
  type DimensionShare,
  MEASURE_WORDS,
  type MemberShare,
  measureConcentration,
} from './concentration';
export * from './consistency';
export * from './contacts';
export {
  COVER_CAUSES,
  type CoverAnswer,
  type CoverCause,
  type CoverOptions,
  shiftCover,
  type TeamCover,
} from './cover';
export { type DecidedNote, decidedForecast } from './decided-forecast';
export * from './decision';
export {
  answerDemand,
  type CalendarDemand,
  type CalendarRow,
  type ChargeAnswer,
  chargeDepartments,
  type DemandAnswer,
  type DemandTable,
  type DepartmentCharge,
  demandByCalendar,
  demandTables,
  departmentTable,
  type PlannedReason,
  type PlannedStep,
  type PlannedStream,
} from './demand';
export { answerErlangCases, type ErlangCasesAnswer, type ErlangCasesOptions, type UnsolvedCase } from './erlang-cases';
export { explainRequirement } from './explain-requirement';
export { type CrewMember, type ForecastPart, forecastWithCrew, tryPart } from './forecast';
export type { ForecastColumns } from './forecast-columns';
export {
  type ForecastAnswer,
  type ForecastedSeries,
  type ForecastOptions,
  forecastDemand,
  forecastTable,
  pathTable,
} from './forecast-demand';
export {
  type ForecastAhead,
  type ForecastHistoryOptions,
  forecastAhead,
  forecastForStream,
  forecastHeldOut,
  forecastHistory,
  type HistoryForecast,
} from './forecast-history';
export {
  firstYearSpeed,
  HEADCOUNT_FIGURES,
  HEADCOUNT_GROUPINGS,
  type HeadcountAnswer,
  type HeadcountColumns,
  type HeadcountFigure,
  type HeadcountGroup,
  type HeadcountGrouping,
  type HeadcountOptions,
  type HeadcountRates,
  headcountRates,
  planHeadcount,
  type WeeklyService,
} from './headcount';
export {
  type HireAnswer,
  type HireOptions,
  type HireReason,
  type PlanLimit,
  type PlannedClass,
  planHires,
  withHires,
} from './hires';
export { countHistory, type HistoryGrid, type KeepAs, keptHistory } from './kept-history';
export { kpisAt } from './kpis';
export { type LaunchAnswer, type LaunchReadiness, launchReadiness, type TeamReadiness } from './launches';
export { type LuckAnswer, type LuckOptions, luckBands } from './luck-bands';
export { type MeasuredHandleTime, measuredHandleTime } from './measured-handle-time';
export * from './merge';
export * from './mix';
export * from './mix-years';
export * from './money';
export {
  type ConfirmAnswer,
  type ConfirmedOutage,
  type ConfirmOptions,
  confirmOutages,
  joinConfirmed,
  type NamedNode,
  type OutageOptions,
  type PairSweepOptions,
  sweepOutages,
  sweepPairs,
} from './outages';
export { type LayeredHistory, layersOf, overlayHistory, withLayers } from './overlay-history';
export { type BacklogAnswer, type BacklogStream, trackBacklog } from './plan-backlog';
export { type DriverPreview, previewDrivers } from './preview-drivers';
export { type HistoryPreview, type PreviewOptions, previewHistory } from './preview-history';
export { ENGINE_VERSION, type Provenance } from './provenance';
export type {
  CalculatedQuantile,
  CalculatedQueue,
  CalculatedStaff,
  CurvePoint,
  ExplainedFigure,
  NamedServiceLevel,
  QueueCalculation,
} from './queue-calculation';
export { calculateQueue } from './queue-calculator';
export type { CalculatorChannel, QueueCalculatorInput, QueueQuestion } from './queue-calculator-input';
export { type HistoryAnswer, readHistory } from './read-history';
export type * from './results';
export * from './risk';
export {
  HOME_DAYS,
  type HomeReach,
  type ProviderScore,
  type ScorecardAnswer,
  type SiteAttributes,
  type SupplierAttributes,
  scoreProviders,
} from './scorecards';
export { type SimulatedQueue, type SimulateQueueOptions, simulateQueue } from './simulate-queue';
export { sizeEdits } from './size-edits';
export { type SkillAnswer, type SkillMonth, type SkillOptions, type SkillRow, skillPipeline } from './skills';
export { type StaffOptions, staffIntervals } from './staff-intervals';
export { type StaffedStream, type StaffedYear, staffYear, type YearStream } from './staff-year';
export type { StaffingModel } from './stream-requirement';
export { type StressOptions, stressPlan } from './stress-plan';
export { type LibraryStrike, strikeLibrary } from './strike-library';
export { FTE_HOURS_PER_WEEK } from './team-costs';
export * from './transition';
export { whoAbsorbs } from './who-absorbs';
