export { type EarlierPlan, earlierPlans } from './earlier-plans';
export { type CheckPlan, keepSaved } from './keep-saved';
export { nameIssues, plainPath } from './name-issues';
export {
  addPlan,
  type IsSamePlan,
  keepBoth,
  keepMine,
  openPlan,
  type PlanDoors,
  type ReadDocument,
  takeStored,
  type WorkedPlan,
} from './open-plan';
export {
  type Editable,
  editPlan,
  endGesture,
  type PlanState,
  redo,
  type SaveState,
  type Step,
  showProblem,
  undo,
  usePlanStore,
} from './plan-store';
export { fetchPlan, listPlans, type PlanSummary } from './server-api';
