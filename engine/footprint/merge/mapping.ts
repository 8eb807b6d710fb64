import type { Plan } from '../../plan';
import { InputFault, type Issue, issue } from '../../units';

/** Lists whose members can be the same thing in two plans. */
export const MERGED_LISTS = ['providers', 'platforms', 'markets', 'reasons', 'sites', 'streams'] as const;
export type MergedList = (typeof MERGED_LISTS)[number];

/** What is the same in two plans: in each list, ids of the second plan and the first plan's id for it. */
export type MergeMapping = { readonly [List in MergedList]?: Readonly<Record<string, string>> | undefined };

type Entry = Plan[MergedList][number];

/**
 * What looks like the same thing in both plans: members of one list with the same name, or the same id, as far as their facts
 * allow it, and the two companies themselves. A proposal, to be looked through.
 *
 * Names are compared without case and double spaces. Sites must be of one metro, kind and provider, streams of one language and channel,
 * markets of one zone with the same hours and holidays. Cost: the product of the lists' lengths.
 */
export function proposeMapping(first: Plan, second: Plan): MergeMapping {
  const mapping: { [List in MergedList]?: Record<string, string> } = {};
  for (const list of MERGED_LISTS) mapping[list] = proposedPairs(first, second, list, mapping.providers ?? {});
  return mapping;
}

function proposedPairs(
  first: Plan,
  second: Plan,
  list: MergedList,
  providers: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = (plan: Plan) => plan.providers.filter(({ kind }) => kind === 'in-house');
  const taken = new Set<string>();
  const pairs = new Map<string, string>();
  for (const entry of second[list] as readonly Entry[]) {
    const same = (first[list] as readonly Entry[]).find(
      (other) =>
        !taken.has(other.id) &&
        isAlike(other, entry) &&
        whyNot(list, other, entry) === null &&
        isHarmless(list, other, entry, providers),
    );
    if (!same) continue;
    taken.add(same.id);
    pairs.set(entry.id, same.id);
  }
  const [one, other] = [own(first), own(second)];
  if (list === 'providers' && one.length === 1 && other.length === 1 && !taken.has(one[0]!.id))
    pairs.set(other[0]!.id, one[0]!.id);
  return Object.fromEntries(pairs);
}

/** Members of the first plan that a member of the second could be: those whose facts allow it. */
export function couldBe(first: Plan, list: MergedList, entry: Entry): readonly Entry[] {
  return (first[list] as readonly Entry[]).filter((other) => whyNot(list, other, entry) === null);
}

/** Errors: `InputFault` for pairs of members that aren't there or can't be one. */
export function checkMapping(first: Plan, second: Plan, mapping: MergeMapping): void {
  const issues: Issue[] = [];
  for (const list of Object.keys(mapping)) {
    if (!MERGED_LISTS.some((one) => one === list))
      issues.push(issue('merge.list', list, list, `a list of ${MERGED_LISTS.join(', ')}`));
  }
  for (const list of MERGED_LISTS) {
    for (const [from, to] of Object.entries(mapping[list] ?? {})) {
      const path = `${list}.${from}`;
      const entry = (second[list] as readonly Entry[]).find(({ id }) => id === from);
      const other = (first[list] as readonly Entry[]).find(({ id }) => id === to);
      if (!entry) issues.push(issue('merge.unknown', path, from, `an id of the second plan’s ${list}`));
      if (!other) issues.push(issue('merge.unknown', path, to, `an id of the first plan’s ${list}`));
      const reason = entry && other ? whyNot(list, other, entry) : null;
      if (reason !== null) issues.push(issue('merge.different', path, `${from} as ${to}`, reason));
    }
  }
  if (issues.length > 0) throw new InputFault(issues);
}

function isAlike(a: Entry, b: Entry): boolean {
  const plain = (name: string) => name.trim().toLocaleLowerCase('en').replace(/\s+/g, ' ');
  return plain(a.name) === plain(b.name) || a.id === b.id;
}

/**
 * Whether a pair changes nothing that nobody asked for: markets of other hours or holidays would move contacts to other times, and a
 * site of another provider is another site. Whoever wants that says so.
 */
function isHarmless(list: MergedList, a: Entry, b: Entry, providers: Readonly<Record<string, string>>): boolean {
  if (list === 'sites') {
    const [mine, yours] = [a, b] as Plan['sites'];
    return providers[yours!.provider] === mine!.provider;
  }
  if (list !== 'markets') return true;
  const [mine, yours] = [a, b] as Plan['markets'];
  return (
    mine!.openingHours === yours!.openingHours && JSON.stringify(mine!.holidays) === JSON.stringify(yours!.holidays)
  );
}

/** Why two members can't be one; null where they can. */
function whyNot(list: MergedList, a: Entry, b: Entry): string | null {
  const differ = <T extends Entry>(fields: readonly (keyof T & string)[]) =>
    fields.filter((field) => (a as T)[field] !== (b as T)[field]);
  const need = (fields: readonly string[]) => (fields.length === 0 ? null : `the same ${fields.join(' and ')} in both`);
  switch (list) {
    case 'sites':
      return need(differ<Plan['sites'][number]>(['metro', 'country', 'zone', 'kind']));
    case 'streams':
      return need(differ<Plan['streams'][number]>(['language', 'channel']));
    case 'markets':
      return need(differ<Plan['markets'][number]>(['country', 'zone']));
    case 'platforms':
    case 'providers':
      return need(differ<Plan['providers'][number]>(['kind']));
    case 'reasons':
      return null;
  }
}
