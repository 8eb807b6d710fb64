import { describe, expect, test } from 'vitest';
import { readPlan, readPlanText } from '../../../engine/plan';
import { InputFault, type Issue } from '../../../engine/units';
import { brokenPlans, type Loose } from '../../support/broken-plans';
import { tinyDocument } from '../../support/tiny-plan';

function issuesOf(read: () => unknown): readonly Issue[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputFault) return error.issues;
    throw error;
  }
  throw new Error('The broken plan was accepted.');
}

describe('broken plans', () => {
  test.each(brokenPlans)('%s is refused with its place', (_, change, code, path) => {
    const plan = tinyDocument() as Loose;
    change(plan);
    const issues = issuesOf(() => readPlan(plan));
    expect(issues.map((entry) => `${entry.code} ${entry.path}`)).toContain(`${code} ${path}`);
    for (const entry of issues) {
      expect(entry.found.length).toBeGreaterThan(0);
      expect(entry.allowed.length).toBeGreaterThan(0);
      expect(entry.message).toContain(entry.path);
    }
  });

  test('there are more than 20 of them, and the plan they break is valid', () => {
    expect(brokenPlans.length).toBeGreaterThanOrEqual(20);
    expect(readPlan(tinyDocument()).id).toBe('tiny');
  });

  test('all faults are listed at once, not the first', () => {
    const plan = tinyDocument() as Loose;
    plan.sites[0].zone = 'Nowhere/Land';
    plan.streams[0].market = 'mars';
    plan.teams[0].site = 'atlantis';
    expect(issuesOf(() => readPlan(plan)).length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ['nothing', '', 'json.syntax'],
    ['half a document', '{"format": "ballast-plan",\n "version": ', 'json.syntax'],
    ['a list', '[]', 'plan.type'],
    ['a number', '42', 'plan.type'],
    ['null', 'null', 'plan.type'],
    ['a prototype key', '{"__proto__": {"format": "ballast-plan"}}', 'plan.format'],
  ])('%s is no plan', (_, text, code) => {
    expect(issuesOf(() => readPlanText(text))[0]?.code).toBe(code);
  });

  test('prototype keys inside a plan are unknown keys', () => {
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const text = JSON.stringify(tinyDocument()).replace('"currency"', `"${key}":{"polluted":true},"currency"`);
      const issues = issuesOf(() => readPlanText(text));
      expect(issues.map((entry) => entry.path)).toContain(key);
    }
    const nested = JSON.stringify(tinyDocument()).replace('"seats":200', '"seats":200,"__proto__":{"zone":"UTC"}');
    expect(issuesOf(() => readPlanText(nested)).some((entry) => entry.path.includes('__proto__'))).toBe(true);
    expect(({} as Loose).polluted).toBeUndefined();
  });

  test('a syntax error names line and column', () => {
    const [issue] = issuesOf(() => readPlanText('{\n  "format": ballast\n}'));
    expect(issue?.path).toMatch(/^line 2, column \d+$/);
  });
});
