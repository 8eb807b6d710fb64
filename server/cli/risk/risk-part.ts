import { runRiskTable, sampleRisk } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';
import type { RiskMessage, RiskPart } from './thread-messages';

/** Works on a part of a study. */
export function workOn(plan: Plan, part: RiskPart, control: RunControl): Exclude<RiskMessage, { kind: 'progress' }> {
  return part.kind === 'years'
    ? { kind: 'years', sample: sampleRisk(plan, part.options, control) }
    : { kind: 'table', entries: runRiskTable(plan, part.options, part.jobs, control) };
}
