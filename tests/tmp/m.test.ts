import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { planHires } from '../../engine/answers';
import { headcountGround } from '../../engine/answers/headcount';
import { planProblem } from '../../engine/answers/hires/hiring-problem';
import { readPlan } from '../../engine/plan';
import { highsSolver } from '../../engine/stats';
import { hiringProgram } from '../../engine/workforce/hire-program';

test('m', async () => {
  const doc = JSON.parse(readFileSync('scenarios/library/farwater.json', 'utf8'));
  doc.calendar.weeks = 104;
  const variant = process.env.VARIANT ?? 'none';
  if (variant !== 'none')
    for (const t of doc.teams) {
      t.onboarding = {
        trainingWeeks: 4,
        nestingWeeks: 2,
        nestingSpeed: 0.5,
        noShowShare: 0.05,
        trainingLossShare: 0.1,
      };
      t.hiring = { minClass: 6, maxClass: 20, leadWeeks: 5, fillRate: 0.95, costPerHire: 2500, costPerLeaver: 1500 };
      t.overtime = { maxShare: 0.1, premium: 0.5 };
    }
  if (variant === 'rooms') for (const s of doc.sites) s.training = { rooms: 2, trainers: 2 };
  const plan = readPlan(doc);
  const solver = await highsSolver();
  const a0 = performance.now();
  const g = headcountGround(plan, null);
  const a1 = performance.now();
  const { problem } = planProblem(plan, g, { keepPlanned: false, shortHourFactor: 3 });
  const a2 = performance.now();
  const made = hiringProgram(problem);
  const a3 = performance.now();
  console.log(
    'cols',
    made.program.cost.length,
    'rows',
    made.program.rowLower.length,
    'nnz',
    made.program.columns.length,
    'ground',
    (a1 - a0).toFixed(0),
    'problem',
    (a2 - a1).toFixed(0),
    'program',
    (a3 - a2).toFixed(0),
  );
  const r = solver(made.program, { relaxed: true });
  const a4 = performance.now();
  console.log('lp', r.status, r.objective.toFixed(0), (a4 - a3).toFixed(0));
  const ans = planHires(plan, { reasons: 0 }, solver);
  const a5 = performance.now();
  console.log(
    'whole',
    (a5 - a4).toFixed(0),
    'gap',
    ans.gap,
    'classes',
    ans.classes.length,
    ans.cost,
    ans.costWithout,
    ans.limits.slice(0, 5),
    ans.delay,
    ans.sentence,
    ans.provenance.warnings,
  );
}, 120000);
