import { type Disruption, type Effect, effectSize, effectSizeField, type Plan } from '../../../engine/plan';
import type { Target } from './disruption-targets';
import { freeId, freeName } from './free-id';
import type { DisruptionTemplate, TemplateEffect } from './template-types';

/** What the planner chooses of a template; lengths in days. */
export interface TemplateChoice {
  readonly target: Target;
  readonly startDate: string;
  readonly lastsDays: number;
  readonly recoveryDays: number;
  /** Size of the first effect: a share lost, or a factor. */
  readonly size: number;
}

/** How long and how hard a template strikes by itself. */
export function templateDefaults(template: DisruptionTemplate): Omit<TemplateChoice, 'target' | 'startDate'> {
  const [first] = template.effects;
  return {
    lastsDays: first.stretch === 'ramp' ? first.curve.rampDays : first.curve.holdDays,
    recoveryDays: first.curve.recoveryDays,
    size: effectSize(first)?.value ?? 0,
  };
}

/**
 * A template struck somewhere on some day, ready to go into the plan under an id of its own.
 *
 * A figure that the planner sets differently is the planner's: its effect says so and is graded an opinion.
 */
export function buildDisruption(plan: Plan, template: DisruptionTemplate, choice: TemplateChoice): Disruption {
  const where = choice.target.scope.of === 'world' ? 'everywhere' : choice.target.label;
  const name = freeName(
    template.name.replace('{target}', () => where),
    plan.disruptions,
  );
  return {
    id: freeId(`${template.idStem} ${where}`, template.idStem, plan.disruptions),
    name,
    description: template.description,
    startDate: choice.startDate,
    source: template.source,
    grade: template.grade,
    effects: template.effects.map((effect, at) => strike(effect, at === 0, template, choice)),
  };
}

function strike(
  effect: TemplateEffect,
  isFirst: boolean,
  template: DisruptionTemplate,
  { target, lastsDays, recoveryDays, size }: TemplateChoice,
): Effect {
  const own = templateDefaults(template);
  const { stretch, ...rest } = effect;
  const hasLength = lastsDays === own.lastsDays && recoveryDays === own.recoveryDays;
  const hasSize = !isFirst || size === own.size;
  const longer = lastsDays / own.lastsDays;
  const { delayDays, rampDays, holdDays, recoveryDays: backDays, recoveryShape } = effect.curve;
  const by = {
    hold: { holdDays: Math.max(0, tidy(holdDays + lastsDays - own.lastsDays)) },
    ramp: { rampDays: tidy(rampDays * longer) },
    delay: { delayDays: tidy(delayDays * longer) },
  }[stretch];
  const back = stretch === 'delay' ? backDays : tidy((backDays * recoveryDays) / own.recoveryDays);
  const byHand = [...(hasSize ? [] : ['size']), ...(hasLength ? [] : ['length'])].join(' and ');
  return {
    ...rest,
    ...(isFirst ? sized(effect, size) : {}),
    scope: target.scope,
    curve: { delayDays, rampDays, holdDays, ...by, recoveryDays: Math.min(1000, back), recoveryShape },
    ...(byHand === ''
      ? {}
      : { source: `${effect.source ?? template.source}; ${byHand} set by hand`, grade: 'opinion' }),
  } as Effect;
}

function sized(effect: TemplateEffect, size: number): object {
  const field = effectSizeField(effect);
  return field ? { [field]: size } : {};
}

/** Without the dust of binary fractions: to a ten-thousandth of a day, nine seconds. */
const tidy = (days: number): number => Math.round(days * 10_000) / 10_000;
