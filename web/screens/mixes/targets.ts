import type { MixVariant } from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import { isMove, type Mix, type MixView, moveVariant } from './mix-view';

/** A footprint that a way over months can lead to. */
export interface Target {
  /** As it stands in the address. */
  readonly value: string;
  readonly label: string;
  readonly variant: MixVariant;
}

/** Sizes as the address holds them; teams that the plan lacks and texts that are none are left out. */
export function sizesOf(plan: Plan, list: readonly string[]): { team: string; size: number }[] {
  return list.flatMap((text) => {
    const at = text.lastIndexOf(':');
    const team = text.slice(0, at);
    const size = Number(text.slice(at + 1));
    const known = plan.teams.some(({ id }) => id === team) || plan.candidates?.teams.some(({ id }) => id === team);
    return known && size >= 0 && size <= 20 ? [{ team, size }] : [];
  });
}

/** Where the footprint could go: the move on screen, the picked sizes, and the kept scenarios that change people. */
export function targetsOf(plan: Plan, view: MixView, mix: Mix, name: string): Target[] {
  const targets: Target[] = [];
  if (isMove(mix)) targets.push({ value: 'move', label: `The move above: ${name}`, variant: moveVariant(name, mix) });
  const sizes = sizesOf(plan, view.sizes);
  if (sizes.length > 0)
    targets.push({
      value: 'sizes',
      label: `The picked best mix: ${sizes.length} ${sizes.length === 1 ? 'team' : 'teams'} of another size`,
      variant: { id: 'sizes', name: 'The picked best mix', moves: [], sizes },
    });
  for (const { id, name: label, moves, edits } of plan.scenarios) {
    if (moves.length + edits.length === 0) continue;
    const value = `scenario:${id}`;
    targets.push({ value, label, variant: { id: value, name: label, moves, edits } });
  }
  return targets;
}
