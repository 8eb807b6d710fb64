import { addDays, dayNumber } from '../../calendar';
import type { Disruption, Plan } from '../../plan';
import { expectedContacts, type FlowRecords, type PlanContacts, planContacts } from '../../simulate';
import { InputFault, type Issue, issue, type RunControl } from '../../units';
import { contactScene, type SceneOptions, struckBy } from './contact-scene';

/** Which days of a plan are simulated, and under what. */
export interface ContactWindowOptions extends SceneOptions {
  /** First day; the first day of the disruptions, or of the plan, unless given. */
  readonly from?: string | undefined;
  /** 1 to 28; 7 unless given. */
  readonly days?: number | undefined;
  /** A whole number; 1 unless given. */
  readonly seed?: number | undefined;
}

/** A stretch of a plan made ready for simulation. */
export interface ContactWindow {
  /** The plan as it is simulated: a scenario's variant of it, with the streams and skills that a playbook needs. */
  readonly plan: Plan;
  readonly contacts: PlanContacts;
  readonly days: readonly string[];
  readonly seed: number;
  /** The flow model's counts under the same disruptions, over the whole horizon. */
  readonly flow: FlowRecords;
  readonly warnings: readonly string[];
}

const MOST_DAYS = 28;
/** A replication keeps every contact: about 60 bytes each. */
const MOST_CONTACTS = 8e6;

export function contactWindow(plan: Plan, options: ContactWindowOptions, control?: RunControl): ContactWindow {
  const { seed = 1, days = 7 } = options;
  const struck = struckBy(plan, options);
  const last = addDays(plan.calendar.startDate, plan.calendar.weeks * 7 - 1);
  const from = options.from ?? firstDay(plan, struck, days, last);
  checkWindow(plan, from, days, seed, last);
  const { network, modifiers, flow } = contactScene(plan, options, struck, control);
  const fromDay = dayNumber(from) - network.grid.startDay;
  const contacts = planContacts(network, { fromDay, days, modifiers, flow });
  checkSize(contacts, days);
  return {
    plan: network.plan,
    contacts,
    days: network.days.slice(fromDay, fromDay + days),
    seed,
    flow,
    warnings: warningsOf(network.plan, contacts),
  };
}

function firstDay(plan: Plan, struck: readonly Disruption[], days: number, last: string): string {
  const start = struck.map(({ startDate }) => startDate).sort()[0] ?? plan.calendar.startDate;
  const latest = addDays(last, 1 - Math.max(1, Math.min(days, MOST_DAYS)));
  // Dates in this form sort as text.
  return [plan.calendar.startDate, [start, latest].sort()[0]!].sort()[1]!;
}

function checkWindow(plan: Plan, from: string, days: number, seed: number, last: string): void {
  const issues: Issue[] = [];
  const { startDate } = plan.calendar;
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    issues.push(issue('simulate.days', 'days', days, `a whole number from 1 to ${MOST_DAYS}`));
  } else if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || from < startDate || addDays(from, days - 1) > last) {
    issues.push(issue('simulate.from', 'from', from, `a day of the plan, ${startDate} to ${addDays(last, 1 - days)}`));
  }
  if (!Number.isSafeInteger(seed)) issues.push(issue('simulate.seed', 'seed', seed, 'a whole number'));
  if (issues.length > 0) throw new InputFault(issues);
}

function checkSize({ model }: PlanContacts, days: number): void {
  const expected = expectedContacts(model);
  if (expected <= MOST_CONTACTS) return;
  const found = `${days} days with ${Math.round(expected / 1e5) / 10} million contacts`;
  throw new InputFault([
    issue('simulate.size', 'days', found, `fewer days, so that at most ${MOST_CONTACTS / 1e6} million contacts come`),
  ]);
}

function warningsOf(plan: Plan, contacts: PlanContacts): string[] {
  const warnings: string[] = [];
  if (contacts.dayStarts[0] === 0) {
    warnings.push(
      'The plan has no days before these, so they start empty: no backlog and nobody trying again from before.',
    );
  }
  const uneven = plan.streams.filter(({ concurrency }) => concurrency && concurrency.contacts % 1 !== 0);
  if (uneven.length > 0) {
    const names = uneven.map(({ name }) => name).join(', ');
    warnings.push(`Contacts at once are whole numbers here, with the same output of a full agent: ${names}.`);
  }
  return warnings;
}
