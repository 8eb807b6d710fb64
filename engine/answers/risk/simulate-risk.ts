import type { Plan } from '../../plan';
import type { RunControl } from '../../units';
import type { RiskOptions } from './risk-options';
import { riskReport } from './risk-report';
import type { RiskAnswer } from './risk-results';
import { sampleRisk } from './risk-sample';

/**
 * What a year may cost a plan, and how bad the worst years are.
 *
 * Samples years of hazards, demand and people and runs each; see `sampleRisk` to share a study out, and `riskReport`.
 * Errors: `InputFault` for options out of bounds.
 */
export function simulateRisk(plan: Plan, options: RiskOptions = {}, control?: RunControl): RiskAnswer {
  return riskReport(plan, sampleRisk(plan, options, control));
}
