import type { Disruption, Plan, Scenario } from '../plan';
import { InputFault, issue } from '../units';

/** Ids of disruptions and of scenarios of a plan; all of both when neither is given. */
export interface CaseChoice {
  readonly disruptions?: readonly string[] | undefined;
  readonly scenarios?: readonly string[] | undefined;
}

interface Words {
  /** What the codes of issues begin with. */
  readonly code: string;
  /** Where an id was given, as it is called there. */
  readonly places: { readonly disruption: string; readonly scenario: string };
}

/** The disruptions and scenarios that a question is about. Errors: `InputFault` for ids that the plan doesn't have. */
export function chosenCases(
  plan: Plan,
  choice: CaseChoice,
  words: Words,
): { readonly disruptions: readonly Disruption[]; readonly scenarios: readonly Scenario[] } {
  const isAll = choice.disruptions === undefined && choice.scenarios === undefined;
  const of = (ids: readonly string[] | undefined) => (isAll ? undefined : (ids ?? []));
  return {
    disruptions: pick('disruption', plan.disruptions, of(choice.disruptions), words),
    scenarios: pick('scenario', plan.scenarios, of(choice.scenarios), words),
  };
}

function pick<T extends { readonly id: string }>(
  what: 'disruption' | 'scenario',
  entries: readonly T[],
  ids: readonly string[] | undefined,
  { code, places }: Words,
): readonly T[] {
  if (ids === undefined) return entries;
  const missing = ids.filter((id) => !entries.some((entry) => entry.id === id));
  if (missing.length > 0) {
    const known = entries.map((entry) => entry.id).join(', ') || 'none';
    throw new InputFault(
      missing.map((id) => issue(`${code}.unknown-${what}`, places[what], id, `a ${what} of this plan: ${known}`)),
    );
  }
  return ids.map((id) => entries.find((entry) => entry.id === id)!);
}
