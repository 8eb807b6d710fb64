import { type Plan, readPlan } from '../../plan';
import { exchangeRate, inCurrency } from './convert-amounts';
import { answerersOf, jointRouting, withSharedSkills } from './joint-work';
import { checkMapping, MERGED_LISTS, type MergeMapping } from './mapping';
import { withOwnScope } from './own-scope';
import { type Renames, renameList } from './rename-ids';
import { overSharedWeeks } from './same-calendar';
import { differences, joinedMoney, newHazards, withBudgets } from './union-facts';

export interface MergedPlans {
  /** Both over the weeks that they share, the second in the first's currency: what the union is compared with. */
  readonly first: Plan;
  readonly second: Plan;
  readonly union: Plan;
  readonly rate: number;
  readonly warnings: readonly string[];
}

/** Lists whose members are put beside the first plan's, each under an id of its own. */
const LISTS = [
  ...MERGED_LISTS,
  'teams',
  'events',
  'measures',
  'overrides',
  'hazards',
  'disruptions',
  'scenarios',
  'playbooks',
  'histories',
  'launches',
  'shiftTemplates',
] as const;

/**
 * The union of two plans under a mapping of what is the same in both.
 *
 * What is mapped is there once, with the first plan's facts: seats of one site and customers of one market add up. Streams are
 * never thrown together: those that are one kind of work keep their contacts and are answered by both plans' teams. Everything
 * else stands beside the first plan's, under another id and name where they collide. Policies, budget lines for all, inflation and
 * leads are the first plan's; yearly budgets add up.
 *
 * Errors: `InputFault` for calendars that differ, a rate that is missing, pairs that can't be one, and a union that is no sound plan.
 * Cost: linear in both documents.
 */
export function mergePlans(one: Plan, other: Plan, mapping: MergeMapping, rate?: number): MergedPlans {
  checkMapping(one, other, mapping);
  const exchange = exchangeRate(one, other, rate);
  const shared = overSharedWeeks(one, inCurrency(other, one.currency, exchange));
  const first = withOwnScope(shared.first);
  const second = withOwnScope(shared.second);
  const renames = freeIds(first, second, mapping);
  const theirs = renamed(withSharedSkills(first, second, mapping.streams ?? {}), renames);
  const { hazards, warnings: twice } = newHazards(first, theirs);
  const warnings = [...shared.warnings, ...differences(first, second, mapping), ...twice];
  const union = {
    ...first,
    id: `${first.id.slice(0, 31)}-and-${second.id.slice(0, 27)}`,
    name: `${first.name} and ${second.name}`.slice(0, 120),
    ...joined(first, theirs, mapping),
    hazards: [...first.hazards, ...hazards],
    policies: withBudgets(first, second),
    money: joinedMoney(first, theirs),
  } as Plan;
  const work = new Map([...answerersOf(first), ...answerersOf(theirs)]);
  const streamOf = (id: string) => renames.get('streams')?.get(id) ?? id;
  const pairs = Object.entries(mapping.streams ?? {}).map(([mine, yours]) => [streamOf(mine), yours] as const);
  const rules = { ...union, routing: [...first.routing, ...theirs.routing] };
  const { routing, warnings: apart } = jointRouting(rules, work, pairs);
  return {
    first: shared.first,
    second: shared.second,
    union: readPlan(JSON.parse(JSON.stringify({ ...union, routing }))),
    rate: exchange,
    warnings: [...warnings, ...apart],
  };
}

/** New ids for what the second plan has: the first's where it is the same, a free one where the first has it for something else. */
function freeIds(first: Plan, second: Plan, mapping: MergeMapping): Renames {
  return new Map(
    LISTS.map((list) => {
      const same =
        MERGED_LISTS.some((each) => each === list) && list !== 'streams'
          ? mapping[list as keyof MergeMapping]
          : undefined;
      const taken = new Set((first[list] ?? []).map(({ id }) => id));
      const ids = (second[list] ?? []).map(({ id }): [string, string] => {
        const mapped = same && Object.hasOwn(same, id) ? same[id] : undefined;
        if (mapped !== undefined) return [id, mapped];
        let free = id;
        for (let number = 2; taken.has(free); number++) free = `${id.slice(0, 60)}-${number}`;
        taken.add(free);
        return [id, free];
      });
      return [list, new Map(ids)];
    }),
  );
}

function renamed(plan: Plan, renames: Renames): Plan {
  const lists = Object.fromEntries(
    [...LISTS, 'transfers' as const, 'hiringFreezes' as const, 'routing' as const].flatMap((list) => {
      const entries = plan[list] as readonly { readonly id?: string }[] | undefined;
      return entries ? [[list, renameList(list, entries, renames)]] : [];
    }),
  );
  const [money] = plan.money ? renameList('money', [plan.money as object], renames) : [];
  return { ...plan, ...lists, ...(money ? { money } : {}) } as Plan;
}

/** Members of both, those that are the same once; what the second has under a name of the first's is told apart by its plan. */
function joined(first: Plan, second: Plan, mapping: MergeMapping): Partial<Plan> {
  const lists = [...LISTS.filter((list) => list !== 'hazards'), 'transfers', 'hiringFreezes'] as const;
  return Object.fromEntries(
    lists.flatMap((list) => {
      const [mine, yours] = [first[list], second[list]] as (readonly { id?: string; name?: string }[] | undefined)[];
      if (!mine && !yours) return [];
      const same = list === 'streams' ? new Set() : new Set(Object.values(mapping[list as keyof MergeMapping] ?? {}));
      const names = new Set(mine?.map(({ name }) => name));
      const added = (yours ?? [])
        .filter(({ id }) => id === undefined || !same.has(id))
        .map((entry) =>
          entry.name !== undefined && names.has(entry.name)
            ? { ...entry, name: `${entry.name.slice(0, 70)} (${second.name.slice(0, 45)})` }
            : entry,
        );
      return [[list, [...(mine ?? []).map((entry) => grownMember(list, entry, second)), ...added]]];
    }),
  );
}

/** What a member that both have gains from the second plan: seats, customers. */
function grownMember(list: string, entry: { id?: string }, second: Plan): object {
  if (list === 'sites') {
    const site = entry as Plan['sites'][number];
    const more = second.sites.filter(({ id }) => id === site.id).reduce((sum, { seats }) => sum + (seats ?? 0), 0);
    return site.seats === null ? site : { ...site, seats: site.seats + more };
  }
  if (list === 'markets') {
    const market = entry as Plan['markets'][number];
    const more = second.markets.filter(({ id }) => id === market.id).reduce((sum, { customers }) => sum + customers, 0);
    return { ...market, customers: market.customers + more };
  }
  return entry;
}
