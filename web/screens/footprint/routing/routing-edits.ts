import { lacksFor, type Plan, type Routing, type Stream } from '../../../../engine/plan';
import { type Editable, editPlan } from '../../../state';

/** How contacts find a team: any that can, those named in one queue, or a fixed share to each. */
export type RoutingMode = 'any' | 'pool' | 'split';

type Pool = Extract<Routing, { mode: 'pool' }>;
type Split = Extract<Routing, { mode: 'split' }>;
type Draft = Editable<Plan>;

export const ruleOf = (plan: Plan, stream: string): Routing | null =>
  plan.routing.find((rule) => rule.stream === stream) ?? null;

export function modeOf(rule: Routing | null): RoutingMode {
  if (rule?.mode === 'split') return 'split';
  return rule?.teams ? 'pool' : 'any';
}

/** Teams that can serve a stream, and those that are named although they can't. */
export function teamsFor(plan: Plan, stream: Stream) {
  const rule = ruleOf(plan, stream.id);
  const named = namedIn(rule);
  const found = plan.teams
    .map((team) => ({ team, lacks: lacksFor(team, stream) }))
    .filter(({ team, lacks }) => lacks.length === 0 || named.includes(team.id));
  // In the order in which they are asked, the others behind.
  const place = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length);
  return found.sort((one, other) => place(one.team.id) - place(other.team.id));
}

export function namedIn(rule: Routing | null): readonly string[] {
  if (rule?.mode === 'split') return rule.shares.map(({ team }) => team);
  return rule?.teams ?? [];
}

/** Another way to find a team; teams named before stay named, otherwise all that can are. */
export function setMode(plan: Plan, stream: Stream, mode: RoutingMode): void {
  const words = { any: 'any team that can', pool: 'named teams', split: 'fixed shares' }[mode];
  edit(stream, `answered by ${words}`, (draft) => {
    const able = teamsFor(plan, stream).filter(({ lacks }) => lacks.length === 0);
    const named = namedIn(ruleOf(plan, stream.id));
    const teams = able.map(({ team }) => team).filter(({ id }) => named.length === 0 || named.includes(id));
    if (teams.length === 0 && mode !== 'any') return;
    if (mode === 'split') {
      const heads = teams.map((team) =>
        Math.max(
          1,
          team.headcount.reduce((sum, entry) => sum + entry.heads, 0),
        ),
      );
      const all = heads.reduce((sum, count) => sum + count, 0);
      const shares = teams.map(({ id }, at) => ({ team: id, share: heads[at]! / all }));
      putRule(draft, { stream: stream.id, mode, shares: rounded(shares), failover: true } as Split);
      return;
    }
    const pool = poolOf(draft, stream.id);
    if (mode === 'pool') pool.teams = teams.map(({ id }) => id);
    else delete pool.teams;
    for (const { team } of pool.teams ? (pool.overflow ?? []) : []) {
      if (!pool.teams?.includes(team)) dropOverflow(pool, team);
    }
  });
}

/** Takes a team in or leaves it out; one stays at least. */
export function setTakesPart(stream: Stream, team: Named, isIn: boolean): void {
  edit(stream, `${isIn ? 'also' : 'not'} answered by ${team.name}`, (draft) => {
    const rule = draft.routing.find((each) => each.stream === stream.id);
    if (rule?.mode === 'split') {
      if (isIn) {
        const share = 1 / (rule.shares.length + 1);
        rule.shares = rounded([
          ...rule.shares.map((entry) => ({ ...entry, share: entry.share * (1 - share) })),
          { team: team.id, share },
        ]) as typeof rule.shares;
      } else if (rule.shares.length > 1) {
        const left = rule.shares.filter((entry) => entry.team !== team.id);
        rule.shares = rounded(toOne(left)) as typeof rule.shares;
      }
    } else if (rule?.teams) {
      if (isIn) rule.teams.push(team.id);
      else if (rule.teams.length > 1) {
        rule.teams = rule.teams.filter((id) => id !== team.id);
        dropOverflow(rule, team.id);
      }
    }
  });
}

/** Another share for a team; the others take the rest in proportion. */
export function setShare(stream: Stream, team: Named, share: number): void {
  edit(stream, `share of ${team.name}`, (draft) => {
    const rule = draft.routing.find((each) => each.stream === stream.id);
    if (rule?.mode !== 'split') return;
    const others = toOne(rule.shares.filter((entry) => entry.team !== team.id));
    const rest = new Map(others.map((entry) => [entry.team, entry.share * (1 - share)]));
    const next = rule.shares.map((entry) => ({ ...entry, share: rest.get(entry.team) ?? share }));
    rule.shares = rounded(others.length === 0 ? toOne(next) : next) as typeof rule.shares;
  });
}

export function setFailover(stream: Stream, isOn: boolean): void {
  edit(stream, isOn ? 'others take over' : 'nobody takes over', (draft) => {
    const rule = draft.routing.find((each) => each.stream === stream.id);
    if (rule?.mode === 'split') rule.failover = isOn;
  });
}

/** Asks a team earlier or later than its neighbour. */
export function moveTeam(stream: Stream, team: Named, by: -1 | 1): void {
  edit(stream, `${team.name} asked ${by < 0 ? 'earlier' : 'later'}`, (draft) => {
    const rule = draft.routing.find((each) => each.stream === stream.id);
    if (rule?.mode !== 'pool' || !rule.teams) return;
    const at = rule.teams.indexOf(team.id);
    const to = at + by;
    if (at < 0 || to < 0 || to >= rule.teams.length) return;
    rule.teams.splice(to, 0, ...rule.teams.splice(at, 1));
  });
}

export function setChoice(stream: Stream, choice: NonNullable<Pool['choice']>): void {
  edit(stream, 'which free agent is asked', (draft) => {
    const pool = poolOf(draft, stream.id);
    if (choice === 'longest-idle') delete pool.choice;
    else pool.choice = choice;
  });
}

/** Seconds that a contact must have waited before a team helps; null: it helps at once. */
export function setHelpsAfter(stream: Stream, team: Named, seconds: number | null): void {
  edit(stream, `${team.name} helps ${seconds === null ? 'at once' : `after ${seconds} s`}`, (draft) => {
    const pool = poolOf(draft, stream.id);
    const known = pool.overflow?.find((entry) => entry.team === team.id);
    if (seconds === null) dropOverflow(pool, team.id);
    else if (known) known.afterSeconds = seconds;
    else pool.overflow = [...(pool.overflow ?? []), { team: team.id, afterSeconds: seconds }];
  });
}

export function setKeepFree(stream: Stream, agents: number | null): void {
  edit(stream, 'agents kept free', (draft) => {
    const pool = poolOf(draft, stream.id);
    if (agents === null) delete pool.keepFree;
    else pool.keepFree = agents;
  });
}

export function setPriority(stream: Stream, priority: number): void {
  edit(stream, `priority ${priority}`, (draft) => {
    const found = draft.streams.find(({ id }) => id === stream.id);
    if (found) found.priority = priority;
  });
}

/** Whom and when to offer a call back; null: nobody. What is set by hand says so. */
export function setCallback(stream: Stream, offer: { afterSeconds: number; acceptShare: number } | null): void {
  edit(stream, offer ? 'callbacks' : 'no callbacks', (draft) => {
    const found = draft.streams.find(({ id }) => id === stream.id);
    if (!found) return;
    if (offer === null) delete found.callbackOffer;
    else {
      found.callbackOffer = {
        ...offer,
        acceptShare: offer.acceptShare as NonNullable<Stream['callbackOffer']>['acceptShare'],
        source: 'set by hand',
        grade: 'opinion',
      };
    }
  });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function edit(stream: Stream, words: string, recipe: (draft: Draft) => void): void {
  editPlan(`${stream.name}: ${words}`, recipe);
}

/** The stream's pool in the draft; made where it has no rule or a split. */
function poolOf(draft: Draft, stream: string): Editable<Pool> {
  const rule = draft.routing.find((each) => each.stream === stream);
  if (rule?.mode === 'pool') return rule;
  const pool: Editable<Pool> = { stream, mode: 'pool' };
  putRule(draft, pool);
  return draft.routing.find((each) => each.stream === stream) as Editable<Pool>;
}

function putRule(draft: Draft, rule: Editable<Routing>): void {
  const at = draft.routing.findIndex((each) => each.stream === rule.stream);
  if (at >= 0) draft.routing[at] = rule;
  else draft.routing.push(rule);
}

function dropOverflow(pool: Editable<Pool>, team: string): void {
  pool.overflow = pool.overflow?.filter((entry) => entry.team !== team);
  if (!pool.overflow || pool.overflow.length === 0) delete pool.overflow;
}

interface Share {
  readonly team: string;
  readonly share: number;
}

/** In proportion, adding up to one; alike where all were nothing. */
function toOne(shares: readonly Share[]): Share[] {
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return shares.map((entry) => ({ ...entry, share: all > 0 ? entry.share / all : 1 / shares.length }));
}

/** To a millionth, so that nobody reads 0.30000000000000004 in the plan. */
function rounded(shares: readonly Share[]): Share[] {
  return shares.map((entry) => ({ ...entry, share: Math.round(entry.share * 1e6) / 1e6 }));
}
