import { reachesTeam, type TeamOrigin } from '../../footprint';
import type { Plan, Playbook, PlaybookAction, Stream, Team } from '../../plan';
import { share } from '../../units';
import { reachesStream } from '../reaches-stream';

type Callback = Extract<PlaybookAction, { kind: 'callback' }>;
type CrossSkill = Extract<PlaybookAction, { kind: 'cross-skill' }>;

/** Skills learned by an action: these teams may serve these streams once it works. */
export interface Trained {
  readonly action: number;
  readonly team: number;
  readonly streams: readonly number[];
}

/** A queue of calls to make: what an action moves out of a stream's live queue. */
export interface CallbackQueue {
  readonly action: number;
  readonly from: number;
  readonly to: number;
}

/** A plan with everything in it that a playbook needs: teams with the new skills, streams for calls to make. */
export interface EquippedPlan {
  readonly plan: Plan;
  readonly trained: readonly Trained[];
  readonly callbacks: readonly CallbackQueue[];
}

/** Whether an action needs the plan changed and not only its factors. */
const CHANGES_PLAN = new Set<PlaybookAction['kind']>(['cross-skill', 'callback']);

/**
 * The plan as a playbook finds it: the same demand and people, with the skills and streams that its actions use.
 *
 * Calls to make get a stream of their own behind each live stream that they come from: same skill, language and handle
 * time, one priority lower, to be finished within the hours given. New skills go to teams that lack them and speak a
 * language and channel in which somebody asks for them; where routing names teams, they are added. Streams stand behind
 * those of the plan, so positions of the plan's own stay.
 *
 * Cost: actions × (teams + streams).
 */
export function equipPlan(plan: Plan, origins: readonly TeamOrigin[], playbook: Playbook): EquippedPlan {
  if (!playbook.actions.some(({ kind }) => CHANGES_PLAN.has(kind))) return { plan, trained: [], callbacks: [] };
  const teams: Team[] = plan.teams.map((team) => ({ ...team, skills: [...team.skills] }));
  const streams: Stream[] = [...plan.streams];
  const routing = [...plan.routing];
  const trained: Trained[] = [];
  const callbacks: CallbackQueue[] = [];
  playbook.actions.forEach((action, at) => {
    if (action.kind === 'cross-skill') {
      for (const found of train(plan, origins, teams, action)) {
        trained.push({ action: at, ...found });
        letIn(routing, plan, found);
      }
    } else if (action.kind === 'callback') {
      plan.streams.forEach((stream, from) => {
        if (!takesCallbacks(stream, action)) return;
        const made = callbackStream(stream, action, at);
        callbacks.push({ action: at, from, to: streams.length });
        streams.push(made);
        routing.push(...callbackRouting(plan, stream, made.id));
      });
    }
  });
  return { plan: { ...plan, teams, streams, routing }, trained, callbacks };
}

function train(
  plan: Plan,
  origins: readonly TeamOrigin[],
  teams: Team[],
  action: CrossSkill,
): Omit<Trained, 'action'>[] {
  return teams.flatMap((team, at) => {
    if (!reachesTeam(action.scope, origins[at]!) || team.skills.some(({ skill }) => skill === action.skill)) return [];
    const streams = plan.streams.flatMap((stream, index) =>
      stream.skill === action.skill &&
      team.languages.includes(stream.language) &&
      team.channels.includes(stream.channel)
        ? [index]
        : [],
    );
    if (streams.length === 0) return [];
    team.skills.push({ skill: action.skill, proficiency: action.proficiency });
    return [{ team: at, streams }];
  });
}

/** Puts a trained team among those that a pool names; a fixed split stays as it is. */
function letIn(routing: Plan['routing'], plan: Plan, { team, streams }: Omit<Trained, 'action'>): void {
  const { id } = plan.teams[team]!;
  for (const at of streams) {
    const index = routing.findIndex(({ stream }) => stream === plan.streams[at]!.id);
    const rule = routing[index];
    if (rule?.mode === 'pool' && rule.teams && !rule.teams.includes(id))
      routing[index] = { ...rule, teams: [...rule.teams, id] };
  }
}

function takesCallbacks(stream: Stream, action: Callback): boolean {
  return stream.target.kind !== 'complete-within' && stream.channel === 'voice' && reachesStream(action.scope, stream);
}

function callbackStream(stream: Stream, action: Callback, at: number): Stream {
  const { events: _none, ...rest } = stream as Stream & { events?: unknown };
  const { dayOfWeekShare, intradayShare } = stream.demand;
  return {
    ...rest,
    id: `callback-${at + 1}-${stream.id}`.slice(0, 64),
    name: `Calls to make: ${stream.name}`.slice(0, 120),
    target: { kind: 'complete-within', share: share(0.9), hours: action.withinHours },
    priority: Math.min(9, stream.priority + 1),
    patienceSeconds: null,
    redialShare: share(0),
    dailyVariation: 0,
    demand: {
      kind: 'seasonal',
      contactsPerWeek: 0,
      growthPerYear: 0,
      weekOfYearIndex: Array.from({ length: 53 }, () => 1),
      dayOfWeekShare,
      intradayShare,
    },
  };
}

/** Calls are made by those who answer the stream. */
function callbackRouting(plan: Plan, stream: Stream, id: string): Plan['routing'] {
  const rule = plan.routing.find((each) => each.stream === stream.id);
  if (!rule) return [];
  const teams = rule.mode === 'split' ? rule.shares.map(({ team }) => team) : rule.teams;
  return [{ stream: id, mode: 'pool', ...(teams ? { teams } : {}) }];
}
