import { weekLabels, weekRuleOf } from '../calendar';
import type { Plan, Stream } from '../plan';
import { SERVICE_LEVEL_DEFINITIONS, type ServiceLevelDefinition } from '../queueing';
import type { TargetLabel } from './results';

/** A stream's promise in words; its service level counted as named, answered over offered unless said otherwise. */
export function targetLabel(stream: Stream, definition: ServiceLevelDefinition = 'answeredOverOffered'): TargetLabel {
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`;
  const { target } = stream;
  switch (target.kind) {
    case 'answer-within':
      return {
        kind: target.kind,
        share: target.share,
        text:
          definition === 'answeredOverOffered'
            ? `${percent(target.share)} of offered answered within ${target.seconds} s`
            : `${percent(target.share)} within ${target.seconds} s, counted as: ${definitionLabel(definition)}`,
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

/** The name of a definition of service level. */
export function definitionLabel(definition: ServiceLevelDefinition): string {
  return SERVICE_LEVEL_DEFINITIONS.find((entry) => entry.definition === definition)?.label ?? definition;
}

/** The names of a plan's weeks under its own rule. */
export function planWeekLabels(plan: Plan): string[] {
  const { startDate, weeks, weekRule } = plan.calendar;
  return weekLabels({ startDate, weeks }, weekRuleOf(weekRule)).map((week) => week.label);
}
