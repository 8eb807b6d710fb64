import type { Plan } from '../../plan';
import type { RunControl } from '../../units';
import { partOf } from '../prepared-plan';
import type { RiskAnswer } from './risk-results';
import { joinFindings, type RiskFindings, type RiskStudy, riskAnswer, riskParts, workOnRisk } from './risk-study';

/**
 * What a year may cost a plan, and how bad the worst years are.
 *
 * Works on a study's parts one after another; see `riskParts` to share them out. Errors: `InputFault` for options out of bounds.
 */
export function simulateRisk(plan: Plan, study: RiskStudy = {}, control?: RunControl): RiskAnswer {
  let found: RiskFindings | undefined;
  for (let parts = riskParts(plan, study); parts.length > 0; parts = riskParts(plan, study, found)) {
    for (const [at, part] of parts.entries()) {
      const one = workOnRisk(plan, part, partOf(control, at / parts.length, (at + 1) / parts.length));
      found = found ? joinFindings(found, one) : one;
    }
  }
  return riskAnswer(plan, found!)!;
}
