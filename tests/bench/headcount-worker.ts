import { parentPort, workerData } from 'node:worker_threads';
import { checkPlan, planHeadcount } from '../../engine/answers';
import { type Plan, readPlan } from '../../engine/plan';

/** Answers edits of a plan as the engine's worker in the browser does, and says how long each took. */
const plan: Plan = readPlan(workerData);

parentPort?.on('message', ({ team, week }: { readonly team: number; readonly week: number }) => {
  const attritionPerYear = Array.from({ length: plan.calendar.weeks }, (_, at) => (at === week ? 1.2 : null));
  const teams = plan.teams.map((one, at) => (at === team ? { ...one, byWeek: { attritionPerYear } } : one));
  const edited = { ...plan, teams };
  const began = performance.now();
  const used = process.cpuUsage();
  const { issues } = checkPlan(edited);
  const { total } = planHeadcount(edited, { by: 'team' });
  const { user, system } = process.cpuUsage(used);
  const wall = performance.now() - began;
  const heads = total.weekly.endHeads.at(-1);
  parentPort?.postMessage({ wall, processor: (user + system) / 1000, issues: issues.length, heads });
});
