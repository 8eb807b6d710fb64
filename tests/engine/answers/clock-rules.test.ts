import { expect, it } from 'vitest';
import { clockRules } from '../../../engine/answers/clock-rules';
import type { Plan } from '../../../engine/plan';
import { readPlan } from '../../../engine/plan';
import { libraryPlans } from '../../../scenarios';

const plan = readPlan(libraryPlans.find(({ id }) => id === 'two-lights')?.document);

const moved = (zone: string): Plan => ({ ...plan, sites: plan.sites.map((site) => ({ ...site, zone })) });

it('tells clock rules apart that a plan feels, and no others', () => {
  expect(clockRules(plan)).toMatch(/^[0-9a-f]{8}$/);
  expect(clockRules({ ...plan, name: 'Another name', disruptions: [] })).toBe(clockRules(plan));
  expect(clockRules(moved('Africa/Casablanca'))).not.toBe(clockRules(plan));
  // Horizons without and with the autumn change feel other rules of the same zones.
  expect(clockRules({ ...plan, calendar: { ...plan.calendar, weeks: 50 } })).not.toBe(clockRules(plan));
});
