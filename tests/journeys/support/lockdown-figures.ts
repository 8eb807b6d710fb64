import { simulateContacts, stressPlan } from '../../../engine/answers';
import { readPlan } from '../../../engine/plan';

/** What the lockdown does to a plan, by flow and contact by contact, as a text with every digit. */
export function lockdownFigures(document: unknown): string {
  const plan = readPlan(document);
  const { base, cases } = stressPlan(plan, { disruptions: ['lockdown'] });
  const { total, streams } = simulateContacts(plan, { disruptions: ['lockdown'], days: 1, replications: 1 });
  const columns = (_key: string, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  return JSON.stringify({ base: base.weekly, cases, total, streams }, columns);
}
