import type { HireAnswer, PlanLimit } from '../../../engine/answers';
import { formatMoney } from '../../format';

/** A limit with the weeks in which it binds, one line for each team or site and kind of limit. */
export interface LimitLine {
  readonly key: string;
  readonly words: string;
  readonly saving: number;
}

/** What holds the plan back, the dearest first; neighboring weeks of the same limit are one line. */
export function limitLines(limits: readonly PlanLimit[], currency: string): LimitLine[] {
  const groups = new Map<string, PlanLimit[]>();
  for (const limit of limits) {
    const key = `${limit.limit}|${limit.id}`;
    groups.set(key, [...(groups.get(key) ?? []), limit]);
  }
  return [...groups]
    .map(([key, members]): LimitLine => {
      const weeks = [...members].sort((a, b) => a.week - b.week);
      const most = members.reduce((best, one) => (one.saving > best.saving ? one : best));
      const first = weeks[0]!;
      const last = weeks.at(-1)!;
      const span = first === last ? first.label : `${weeks.length} weeks, ${first.label} to ${last.label}`;
      return { key, words: sentenceOf(most, span, currency), saving: most.saving };
    })
    .sort((a, b) => b.saving - a.saving);
}

function sentenceOf(limit: PlanLimit, span: string, currency: string): string {
  const saving = formatMoney(limit.saving, currency);
  switch (limit.limit) {
    case 'lead time':
      return `${limit.name}: people would be wanted before anybody can start (${span}); one head more in ${limit.label} would save ${saving}.`;
    case 'freeze':
      return `${limit.name}: the hiring freeze holds back ${span}; one head more in ${limit.label} would save ${saving}.`;
    case 'class size':
      return `${limit.name}: classes are full (${span}); one place more in ${limit.label} would save ${saving}.`;
    case 'rooms and trainers':
      return `${limit.name}: all training rooms or trainers are taken (${span}); one class more at once in ${limit.label} would save ${saving}.`;
  }
}

/** What the plan costs against doing nothing, and what waiting costs, in a sentence. */
export function costWords({ cost, costWithout, delay, classes }: HireAnswer, currency: string): string {
  const money = (value: number) => formatMoney(value, currency);
  const heads = classes.reduce((sum, one) => sum + one.heads, 0);
  return `${heads} heads in ${classes.length} classes: ${money(cost.people)} for them, ${money(cost.overtime)} of overtime and ${money(cost.short)} for hours still missing, ${money(cost.total)} together, against ${money(costWithout.total)} without new hires. Deciding ${delay.weeks} weeks later costs ${money(delay.cost)} more.`;
}
