import type { HistoryForecast } from '../../../../engine/answers';
import { freeId } from '../../../../engine/disruption';
import type { History, HistoryDecision, Plan } from '../../../../engine/plan';
import { formatDate } from '../../../format';
import { editPlan } from '../../../state';

export type Note = HistoryForecast['report']['cleaned'][number];

/** What a finding or a decision is called. */
export const KIND_WORDS: Readonly<Record<HistoryDecision['kind'], string>> = {
  outlier: 'outlier',
  closure: 'closure',
  break: 'break',
  missing: 'gap',
  'level-shift': 'level shift',
  days: 'days',
};

/** What a decision makes of what it speaks of. */
export function decisionWords({ kind, decision }: Pick<HistoryDecision, 'kind' | 'decision'>): string {
  if (decision === 'leave-out') return kind === 'level-shift' ? 'all before it left out' : 'left out';
  if (kind === 'missing') return 'counted as no contacts';
  return kind === 'level-shift' ? 'seen, and left to the models' : 'restored; learned like any other day';
}

export function daysWords({ from, until }: { readonly from: string; readonly until: string }): string {
  return from === until ? formatDate(from) : `${formatDate(from)}–${formatDate(until)}`;
}

/** Who decided last, here or on an override; a new decision starts with it. */
export function lastDecider(plan: Plan, history: History): string {
  return history.decisions?.at(-1)?.author ?? plan.overrides?.at(-1)?.author ?? '';
}

/** Keeps a decision about days of a history; one about the same finding takes the place of the earlier one. */
export function decide(history: History, decision: Omit<HistoryDecision, 'id'>, instead?: string): void {
  const { kind, from, until } = decision;
  const words = decision.decision === 'learn' && kind !== 'missing' ? 'Restore' : 'Decide on';
  editPlan(
    `${kind === 'days' ? 'Leave out' : words} ${KIND_WORDS[kind]} ${daysWords({ from, until })} in ${history.name}`,
    (draft) => {
      const target = draft.histories.find(({ id }) => id === history.id);
      if (!target) return;
      const others = (target.decisions ?? []).filter(({ id }) => id !== instead);
      target.decisions = [...others, { id: freeId(`${kind} ${from}`, 'decision', others), ...decision }];
    },
  );
}

/** Takes a decision back: the finding is treated as if nobody had looked at it. */
export function takeBack(history: History, decision: HistoryDecision): void {
  editPlan(`Take back: ${KIND_WORDS[decision.kind]} ${daysWords(decision)} in ${history.name}`, (draft) => {
    const target = draft.histories.find(({ id }) => id === history.id);
    if (!target?.decisions) return;
    target.decisions = target.decisions.filter(({ id }) => id !== decision.id);
    if (target.decisions.length === 0) delete target.decisions;
  });
}

/** Who decided, or why, put otherwise; an empty reason goes. */
export function sayWhy(history: History, decision: HistoryDecision, what: 'author' | 'reason', text: string): void {
  const label = what === 'author' ? 'Who decided' : 'Reason';
  editPlan(`${label} of ${KIND_WORDS[decision.kind]} ${daysWords(decision)} in ${history.name}`, (draft) => {
    const target = draft.histories.find(({ id }) => id === history.id)?.decisions?.find(({ id }) => id === decision.id);
    if (!target) return;
    if (what === 'author') target.author = text;
    else if (text === '') delete target.reason;
    else target.reason = text;
  });
}
