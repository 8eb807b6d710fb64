import type { CalculationField } from './calculation';

/** Fields that several calculations take alike, so that one question is asked in the same words everywhere. */

/** How soon a contact should be answered. */
export const ANSWERED_WITHIN = {
  option: 'within',
  label: 'Answered within',
  unit: 's',
  usual: 20,
  min: 0,
  max: 1e7,
} as const satisfies CalculationField;

/** The share of contacts that should be answered in time. */
export const SERVICE_LEVEL = {
  option: 'target',
  label: 'Service level',
  unit: '%',
  usual: 0.8,
  min: 0,
  max: 0.9999,
} as const satisfies CalculationField;

/** How long people wait before they give up; nothing is said where they all stay. */
export const PATIENCE_OR_NONE = {
  option: 'patience',
  label: 'Mean patience',
  unit: 's',
  usual: 120,
  min: 0,
  max: 1e9,
  empty: 'nobody gives up',
} as const satisfies CalculationField;

/** How long people wait before they give up, where the mathematics needs that they do. */
export const PATIENCE = {
  option: 'patience',
  label: 'Mean patience',
  unit: 's',
  usual: 180,
  min: 0,
  max: 1e7,
  above: true,
} as const satisfies CalculationField;

/** How long a contact keeps an agent. */
export const HANDLE_TIME = {
  option: 'handle-time',
  label: 'Mean handle time',
  unit: 's',
  usual: 300,
  min: 0,
  max: 1e7,
  above: true,
} as const satisfies CalculationField;

/** Share of those who gave up that call again. */
export const REDIAL_SHARE = {
  option: 'redial',
  label: 'Try again after giving up',
  unit: '%',
  usual: 0.4,
  min: 0,
  max: 1,
} as const satisfies CalculationField;
