import type { MixVariant } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { choiceField, dateField, listField, numberField, textField, type ViewOf } from '../../address';
import { formatShare } from '../../format';
import { type Member, memberName, membersOf, PLACE_KINDS, type PlaceKind } from './mix-members';

const KINDS = PLACE_KINDS.map(({ value }) => value);

/** How many sampled years can be asked for. */
export const YEARS = ['40', '100', '200', '500'] as const;

/** The mix on screen, as it stands in the address. */
export const MIX_VIEW = {
  fromKind: choiceField(KINDS, 'country'),
  from: textField(),
  toKind: choiceField(KINDS, 'country'),
  to: textField(),
  /** Per cent. */
  share: numberField(20, 0, 100),
  streams: listField(),
  hit: textField(),
  /** Sizes of teams picked from the best mixes, such as `makati-voice:0.8`; teams that stay as today are left out. */
  sizes: listField(),
  /** What stands beside the move: picked sizes, and kept scenarios as `scenario:` and their id. */
  beside: listField(),
  years: choiceField(YEARS, '100'),
  seed: numberField(1, 0, 1e9),
  /** Stream whose sites are shown beside each other. */
  same: textField(),
  /** Id of the kept plan that is merged with this one. */
  with: textField(),
  /** Where a way over months leads: the move above, the picked sizes, or a kept scenario's id; nowhere when empty. */
  way: textField(),
  /** Day of the decision; the plan's first without it. */
  decided: dateField(),
  months: numberField(6, 1, 36),
  overlap: numberField(8, 0, 52),
  /** Largest points of service below today's in a week. */
  dip: numberField(3, 0, 100),
};

export type MixView = ViewOf<typeof MIX_VIEW>;

/** A mix with everything filled in that the view leaves open. */
export interface Mix {
  readonly from: { readonly of: PlaceKind; readonly member: string };
  readonly to: { readonly of: PlaceKind; readonly member: string };
  readonly share: number;
  readonly streams: readonly string[];
  readonly hit: string | null;
  readonly fromMembers: readonly Member[];
  readonly toMembers: readonly Member[];
}

/** The view as a mix of this plan: largest and second-largest country unless others are chosen. */
export function mixOf(plan: Plan, view: MixView): Mix {
  const fromMembers = membersOf(plan, view.fromKind);
  const toMembers = membersOf(plan, view.toKind);
  const from = fromMembers.find(({ value }) => value === view.from) ?? fromMembers[0];
  const others = toMembers.filter(({ value }) => view.toKind !== view.fromKind || value !== from?.value);
  const to = toMembers.find(({ value }) => value === view.to) ?? others[0] ?? toMembers[0];
  return {
    from: { of: view.fromKind, member: from?.value ?? '' },
    to: { of: view.toKind, member: to?.value ?? '' },
    share: view.share / 100,
    streams: view.streams.filter((id) => plan.streams.some((stream) => stream.id === id)),
    hit: plan.disruptions.find(({ id }) => id === view.hit)?.id ?? plan.disruptions[0]?.id ?? null,
    fromMembers,
    toMembers,
  };
}

/** Whether there is anything to compare. */
export function isMove({ from, to, share }: Mix): boolean {
  return share > 0 && from.member !== '' && to.member !== '' && !(from.of === to.of && from.member === to.member);
}

export function mixName(plan: Plan, mix: Mix): string {
  const what =
    mix.streams.length === 0
      ? ''
      : ` of ${mix.streams.length === 1 ? (plan.streams.find(({ id }) => id === mix.streams[0])?.name ?? '') : `${mix.streams.length} streams`}`;
  return `${formatShare(mix.share)}${what} from ${memberName(plan, mix.from.of, mix.from.member)} to ${memberName(plan, mix.to.of, mix.to.member)}`;
}

/** The move on screen as a mix. */
export function moveVariant(name: string, { from, to, share, streams }: Mix): MixVariant {
  return { id: 'mix', name, moves: [{ from, to, share, ...(streams.length > 0 ? { streams } : {}) }] };
}
