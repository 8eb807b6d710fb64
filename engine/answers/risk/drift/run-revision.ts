import type { Plan } from '../../../plan';
import type { RunControl } from '../../../units';
import { partOf } from '../../prepared-plan';
import { stressPlan } from '../../stress-plan';
import type { RiskOptions } from '../risk-options';
import { sampleRisk } from '../risk-sample';
import type { RevisionRun } from './drift-results';

/** Years of a revision when nobody says. */
export const DRIFT_YEARS = 100;

/**
 * Runs a revision of a plan through sampled years, and the disruptions that it keeps again.
 *
 * Give every revision the same seed and years: they then share their luck. Cost: `sampleRisk`, and one run a disruption.
 */
export function runRevision(plan: Plan, options: RiskOptions, control?: RunControl): RevisionRun {
  const years = options.years ?? DRIFT_YEARS;
  const sample = sampleRisk(plan, { ...options, years, apartYears: 0 }, partOf(control, 0, 0.8));
  const disruptions = plan.disruptions.map(({ id }) => id);
  const { cases } = stressPlan(plan, { disruptions, scenarios: [] }, partOf(control, 0.8, 1));
  return {
    sample,
    stress: cases.map(({ id, name, impact }) => ({
      id,
      name,
      contactsLost: impact.contactsLost,
      worstServiceLevel: impact.worstServiceLevel,
      daysToRecover: impact.daysToRecover,
    })),
  };
}
