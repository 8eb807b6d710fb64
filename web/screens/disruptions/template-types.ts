import type { Effect, Scope } from '../../../engine/plan';
import templates from '../../../scenarios/templates/disruptions.json';

type WithoutScope<Each> = Each extends unknown ? Omit<Each, 'scope'> : never;

/** An effect of a template: everything but where it strikes, and what of it a longer disruption makes longer. */
export type TemplateEffect = WithoutScope<Effect> & { readonly stretch: 'hold' | 'ramp' | 'delay' };

/** A kind of disruption that planners know, with figures and their sources, to be struck somewhere on some day. */
export interface DisruptionTemplate {
  readonly id: string;
  readonly label: string;
  /** How a disruption made of it is called; `{target}` stands for what it strikes. */
  readonly name: string;
  readonly idStem: string;
  readonly targets: readonly Scope['of'][];
  /** How the length is called, and whether people count it in days or hours. */
  readonly lasts: { readonly label: string; readonly unit: 'days' | 'hours' };
  readonly recovers: { readonly label: string };
  /** What the size of the first effect is called. */
  readonly size: { readonly label: string };
  readonly description: string;
  readonly source: string;
  readonly grade: 'filing' | 'survey' | 'opinion';
  readonly effects: readonly [TemplateEffect, ...TemplateEffect[]];
}

// The file's texts are wider for the compiler than they are; the tests read every template through the plan's schema.
export const disruptionTemplates = templates as unknown as readonly [DisruptionTemplate, ...DisruptionTemplate[]];
