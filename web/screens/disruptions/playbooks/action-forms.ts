import { targetGroups } from '../../../../engine/disruption';
import type { Disruption, Plan, PlaybookAction, Scope } from '../../../../engine/plan';

export type ActionKind = PlaybookAction['kind'];

/** A number of an action, as people read it. */
export interface ActionField {
  readonly key: string;
  readonly label: string;
  /** What a person reads, over what the plan holds. */
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
  /** What counts while the plan says nothing. */
  readonly absent?: number;
}

const share = (key: string, label: string, max = 1): ActionField => ({
  key,
  label: `${label}, %`,
  scale: 100,
  min: 0,
  max,
  decimals: 1,
});
const number = (key: string, label: string, min: number, max: number, decimals = 1): ActionField => ({
  key,
  label,
  scale: 1,
  min,
  max,
  decimals,
});
const money = (key: string, label: string): ActionField => ({ ...number(key, label, 0, 1e9, 0), absent: 0 });

const TIMING = [number('afterDays', 'Works after, days', 0, 1000), number('forDays', 'For, days', 0, 1000)];
const ONCE = money('costOnce', 'Cost once');

/** What each kind of action is called, and its numbers. */
export const ACTION_FORMS: Record<ActionKind, { readonly label: string; readonly fields: readonly ActionField[] }> = {
  overtime: {
    label: 'Overtime',
    fields: [
      share('moreHoursShare', 'Hours more', 0.5),
      share('acceptance', 'Who agrees'),
      { ...share('premium', 'Premium', 5), absent: 0.5 },
      ...TIMING,
    ],
  },
  surge: {
    label: 'Surge contract',
    fields: [
      number('heads', 'Heads', 0, 1e6, 0),
      number('weeksToHalf', 'Weeks to 50 %', 0.1, 104),
      number('weeksToNinety', 'Weeks to 90 %', 0.1, 208),
      { ...share('premium', 'Premium', 5), absent: 0.25 },
      ...TIMING,
    ],
  },
  'cross-skill': {
    label: 'Train for another skill',
    fields: [
      { ...share('proficiency', 'Speed', 2), min: 0.2 },
      number('trainingHours', 'Training, hours', 0, 400),
      number('trainingDays', 'Training takes, days', 1, 400),
      ...TIMING,
    ],
  },
  hours: { label: 'Shorter opening hours', fields: [share('returnShare', 'Who comes later'), ...TIMING] },
  callback: {
    label: 'Offer callbacks',
    fields: [
      share('offeredShare', 'Offered to'),
      share('acceptance', 'Who accepts'),
      number('withinHours', 'Called within, hours', 0.25, 240),
      ONCE,
      ...TIMING,
    ],
  },
  'shift-channel': {
    label: 'Message that moves contacts',
    fields: [
      share('offeredShare', 'Offered to'),
      share('acceptance', 'Who follows'),
      share('returnShare', 'Who comes back'),
      number('returnAfterHours', 'After, hours', 0, 240),
      ONCE,
      ...TIMING,
    ],
  },
  priority: { label: 'Serve sooner or later', fields: [number('steps', 'Steps of priority', -8, 8, 0), ...TIMING] },
  'work-at-home': {
    label: 'Send people home',
    fields: [money('costPerHead', 'Equipment for each'), ...TIMING],
  },
};

const SUPPLY = ['world', 'country', 'metro', 'site', 'provider', 'kind'] as const;
const DEMAND = ['world', 'language', 'market', 'channel', 'stream'] as const;

/** What an action may reach; nothing for those that name a team or stream. */
export function scopesOf(kind: ActionKind): readonly Scope['of'][] {
  if (kind === 'surge' || kind === 'priority') return [];
  return kind === 'hours' || kind === 'callback' || kind === 'shift-channel' ? DEMAND : SUPPLY;
}

/** An action that a planner can start from: two weeks from the third day on, everywhere. Its figures are opinions. */
export function usualAction(kind: ActionKind, plan: Plan, struck: Disruption): PlaybookAction {
  const timing = { afterDays: 2, forDays: 14, source: 'Set by hand', grade: 'opinion' as const };
  const world = { of: 'world' } as const;
  const stream = plan.streams[0];
  const id = stream?.id ?? '';
  const of: Record<ActionKind, object> = {
    overtime: { scope: world, moreHoursShare: 0.1, acceptance: 0.5, premium: 0.5 },
    surge: { team: freeTeam(plan, struck), heads: 20, weeksToHalf: 3, weeksToNinety: 6, premium: 0.3, forDays: 60 },
    'cross-skill': {
      scope: world,
      skill: stream?.skill ?? '',
      proficiency: 0.85,
      trainingHours: 16,
      trainingDays: 5,
      forDays: 30,
    },
    hours: { scope: { of: 'stream', member: id }, openingHours: 'Mo-Su 09:00-18:00', returnShare: 0.7 },
    callback: { scope: world, offeredShare: 0.6, acceptance: 0.35, withinHours: 24, costOnce: 5000 },
    'shift-channel': {
      scope: { of: 'stream', member: id },
      to: elsewhere(plan, id),
      offeredShare: 0.5,
      acceptance: 0.2,
      returnShare: 0.2,
      returnAfterHours: 4,
      costOnce: 5000,
    },
    priority: { stream: id, steps: 2 },
    'work-at-home': { scope: world, conversion: 'emergency', costPerHead: 600, forDays: 60 },
  };
  return { kind, ...timing, ...of[kind] } as PlaybookAction;
}

/** Where a message sends contacts: another channel of the same market, else of the same language, else any other stream. */
function elsewhere(plan: Plan, id: string): string {
  const stream = plan.streams.find((each) => each.id === id);
  const others = plan.streams.filter((each) => each.id !== id);
  const channels = others.filter(
    ({ channel, language }) => channel !== stream?.channel && language === stream?.language,
  );
  const near = channels.filter(({ market }) => market === stream?.market);
  return ([...near, ...channels, ...others][0] ?? stream)?.id ?? id;
}

/** The largest team that the disruption doesn't reach; the largest of all when it reaches everybody. */
function freeTeam(plan: Plan, struck: Disruption): string {
  const members = new Set(struck.effects.flatMap(({ scope }) => (scope.of === 'world' ? [] : [scope.member])));
  const heads = (team: Plan['teams'][number]) => team.headcount.reduce((sum, entry) => sum + entry.heads, 0);
  const isFree = (team: Plan['teams'][number]) => {
    const site = plan.sites.find(({ id }) => id === team.site);
    return (
      !site || ![site.id, site.metro, site.country, site.provider, ...site.platforms].some((id) => members.has(id))
    );
  };
  const teams = [...plan.teams].sort((a, b) => heads(b) - heads(a));
  return (teams.find(isFree) ?? teams[0])?.id ?? '';
}

/** Choices of a target, in groups. */
export const scopeChoices = (plan: Plan, kind: ActionKind) =>
  targetGroups(plan, scopesOf(kind)).map(({ group, items }) => ({ group, items: [...items] }));
