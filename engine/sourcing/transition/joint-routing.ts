import type { Plan } from '../../plan';

/**
 * Who answers what while a footprint is neither the old nor the new one: the teams of both.
 *
 * A stream whose fixed shares the target changes is answered by whoever of both is free, because shares that move month by
 * month can't be told in a plan.
 */
export function jointRouting(now: Plan, target: Plan): { routing: Plan['routing']; warnings: string[] } {
  const warnings: string[] = [];
  const routing = target.routing.map((rule): Plan['routing'][number] => {
    const was = now.routing.find(({ stream }) => stream === rule.stream);
    if (!was || sameRule(was, rule)) return rule;
    const names = [was, rule].map((one) => (one.mode === 'split' ? one.shares.map(({ team }) => team) : one.teams));
    if (was.mode === 'split' || rule.mode === 'split') {
      const name = target.streams.find(({ id }) => id === rule.stream)?.name ?? rule.stream;
      warnings.push(
        `${name} has fixed shares that the move changes; while it lasts, whoever of both sides is free answers.`,
      );
    }
    const settings = rule.mode === 'pool' ? rule : { stream: rule.stream, mode: 'pool' as const };
    if (names.includes(undefined)) {
      const { teams: _all, ...open } = settings as Extract<Plan['routing'][number], { mode: 'pool' }>;
      return open;
    }
    return { ...settings, teams: [...new Set(names.flatMap((teams) => teams ?? []))] };
  });
  return { routing, warnings };
}

function sameRule(a: Plan['routing'][number], b: Plan['routing'][number]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
