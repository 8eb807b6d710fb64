import { type LibraryStrike, strikeLibrary } from '../../engine/answers';
import type { LibraryDisruption } from '../../engine/disruption';
import type { Disruption, Plan } from '../../engine/plan';
import { InputFault, issue } from '../../engine/units';
import { libraryDisruptions } from '../../scenarios';
import { naming, type OptionReader } from './options';
import type { Verb } from './verb';

/** Options that name what strikes a plan, the same for every verb. */
export const struckOptions = {
  library: {
    type: 'string',
    multiple: true,
    value: 'ID',
    help: 'a disruption of the library instead, with its own figures;\nmay be given again, and needs --start',
  },
  start: { type: 'string', value: 'DATE', help: 'the first day of --library, such as 2027-03-15' },
  target: {
    type: 'string',
    value: 'KIND:MEMBER',
    help: 'what --library strikes, such as metro:Lisbon or world;\nthe largest that the plan has without it',
  },
} as const satisfies Verb['options'];

/** What was asked for: ids of the plan's own disruptions and scenarios, and library disruptions with their day and place. */
export interface StruckChoice {
  readonly ids: readonly string[];
  readonly library: readonly string[];
  readonly start: string | undefined;
  readonly target: string | undefined;
}

export function readStruck(options: OptionReader): StruckChoice {
  const choice = {
    ids: options.texts('scenario'),
    library: options.texts('library'),
    start: options.text('start'),
    target: options.text('target'),
  };
  if (choice.library.length > 0) options.required('start', 'a date, the first day of --library');
  else for (const name of ['start', 'target']) options.onlyWith(name, 'library');
  return choice;
}

/** A plan with the library disruptions that were asked for, and the ids of what strikes it, by what the plan calls them. */
export interface StruckPlan {
  readonly plan: Plan;
  readonly disruptions: readonly string[];
  readonly scenarios: readonly string[];
}

/** Strikes a plan with what was asked for. Errors: `InputFault` that names the option, for ids that nobody knows. */
export function strikePlan(own: Plan, { ids, library, start, target }: StruckChoice): StruckPlan {
  const struck = start === undefined ? [] : strikes(own, library, { startDate: start, target });
  const plan = struck.length === 0 ? own : { ...own, disruptions: [...own.disruptions, ...struck] };
  const scenarios = new Set(own.scenarios.map(({ id }) => id));
  const disruptions = new Set(own.disruptions.map(({ id }) => id));
  const unknown = ids.filter((id) => !scenarios.has(id) && !disruptions.has(id));
  if (unknown.length > 0) {
    const known = [...disruptions, ...scenarios].join(', ') || 'none';
    const allowed = `a disruption or scenario of this plan: ${known}`;
    throw new InputFault(unknown.map((id) => issue('scenario.unknown', '--scenario', id, allowed)));
  }
  return {
    plan,
    disruptions: [...ids.filter((id) => !scenarios.has(id)), ...struck.map(({ id }) => id)],
    scenarios: ids.filter((id) => scenarios.has(id)),
  };
}

/** Refuses playbooks that the plan doesn't have. */
export function checkPlaybooks(plan: Plan, ids: readonly string[]): void {
  const own = plan.playbooks ?? [];
  const unknown = ids.filter((id) => !own.some((playbook) => playbook.id === id));
  if (unknown.length === 0) return;
  const known = own.map(({ id }) => id).join(', ') || 'none';
  throw new InputFault(
    unknown.map((id) => issue('playbook.unknown', '--playbook', id, `a playbook of this plan: ${known}`)),
  );
}

/** What the library calls its choices, and what they are called here. */
const OPTION_OF = { start: '--start', target: '--target' };

/** Library disruptions on the plan; ids that the library doesn't have are refused together. */
function strikes(plan: Plan, ids: readonly string[], strike: LibraryStrike): Disruption[] {
  const library = libraryDisruptions as readonly LibraryDisruption[];
  const unknown = ids.filter((id) => !library.some((entry) => entry.id === id));
  if (unknown.length > 0) {
    const known = library.map(({ id }) => id).join(', ');
    throw new InputFault(unknown.map((id) => issue('library.unknown', '--library', id, `one of ${known}`)));
  }
  const built: Disruption[] = [];
  for (const id of ids) {
    const entry = library.find((each) => each.id === id)!;
    const struck = { ...plan, disruptions: [...plan.disruptions, ...built] };
    built.push(naming(OPTION_OF, () => strikeLibrary(struck, entry, strike)));
  }
  return built;
}
