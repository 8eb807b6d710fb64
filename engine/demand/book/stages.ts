/**
 * The steps from a stream's model to the contacts that agents get, in the order in which they are worked out.
 *
 * The order is fixed; within a step it is that of the plan's list. Each step sees what those before it have left.
 */
export const DEMAND_STAGES = [
  'model',
  'events',
  'drift',
  'duplicates',
  'pilot',
  'proactive',
  'new-channel',
  'automation',
  'leakage',
  'overrides',
] as const;

export type DemandStage = (typeof DEMAND_STAGES)[number];
