import { dayNumber, isDate } from '../calendar';
import { buildDisruption, type LibraryDisruption, strikeDefaults, type Target, targetGroups } from '../disruption';
import type { Disruption, Plan } from '../plan';
import { InputFault, type Issue, issue } from '../units';

export interface LibraryStrike {
  readonly startDate: string;
  /** Such as `country:PH` or `world`; the plan's largest target of the first kind when absent. */
  readonly target?: string | undefined;
}

/**
 * A library disruption on any plan, as it would be added on the screen with its own figures.
 *
 * Errors: `InputFault` for a date outside the plan, a target that the plan doesn't have or that this kind of disruption
 * can't strike, or an entry of which nothing would be left. Cost: constant.
 */
export function strikeLibrary(plan: Plan, entry: LibraryDisruption, strike: LibraryStrike): Disruption {
  const issues: Issue[] = [];
  const { startDate, weeks } = plan.calendar;
  const first = dayNumber(startDate);
  const day = isDate(strike.startDate) ? dayNumber(strike.startDate) - first : -1;
  if (day < 0 || day >= weeks * 7) {
    issues.push(
      issue('library.start', 'start', strike.startDate, `a day of the plan: ${weeks * 7} days from ${startDate} on`),
    );
  }
  const targets = targetGroups(plan, entry.targets).flatMap(({ items }) => items);
  const target = targetOf(targets, strike.target);
  if (!target) {
    const some = targets.slice(0, 12).map(({ value }) => value);
    const allowed =
      some.length === 0
        ? `a ${entry.targets.join(' or ')}, of which this plan has none`
        : `one of ${some.join(', ')}${targets.length > some.length ? ', …' : ''}`;
    issues.push(issue('library.target', 'target', strike.target, allowed));
  }
  if (issues.length > 0 || !target) throw new InputFault(issues);
  const built = buildDisruption(plan, entry, { ...strikeDefaults(entry), target, startDate: strike.startDate });
  if (!built) {
    throw new InputFault([
      issue('library.nothing', 'library', entry.id, 'a disruption that strikes something that this plan has'),
    ]);
  }
  return built;
}

function targetOf(targets: readonly Target[], wanted: string | undefined): Target | undefined {
  return wanted === undefined ? targets[0] : targets.find(({ value }) => value === wanted);
}
