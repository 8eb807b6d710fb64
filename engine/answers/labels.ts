import { weekLabels, weekRuleOf } from '../calendar';
import type { Plan, Stream } from '../plan';
import type { TargetLabel } from './results';

/** A stream's promise in words. */
export function targetLabel(stream: Stream): TargetLabel {
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
  const { target } = stream;
  switch (target.kind) {
    case 'answer-within':
      return {
        kind: target.kind,
        share: target.share,
        text: `${percent(target.share)} of offered answered within ${target.seconds} s`,
      };
    case 'abandonment':
      return { kind: target.kind, share: target.maxShare, text: `at most ${percent(target.maxShare)} abandoned` };
    case 'complete-within':
      return {
        kind: target.kind,
        share: target.share,
        text: `${percent(target.share)} finished within ${target.hours} h`,
      };
  }
}

/** The names of a plan's weeks under its own rule. */
export function planWeekLabels(plan: Plan): string[] {
  const { startDate, weeks, weekRule } = plan.calendar;
  return weekLabels({ startDate, weeks }, weekRuleOf(weekRule)).map((week) => week.label);
}
