import { ZONE_EDITION } from '../calendar';

/** Where an answer comes from: enough to get the same one again, and to know what not to trust it for. */
export interface Provenance {
  readonly engineVersion: string;
  /** Hash of the plan that was answered from, or null where the answer needs no plan. */
  readonly planHash: string | null;
  /** Edition of the time zone database that the plan's clocks follow; null without a plan. */
  readonly zoneEdition: string | null;
  readonly seed: number | null;
  /** The method in planner's words. */
  readonly method: string;
  readonly warnings: readonly string[];
}

/** The engine's own version; it changes whenever an answer may change. */
export const ENGINE_VERSION = '0.1.0';

export function provenance(
  method: string,
  facts: { planHash?: string; seed?: number; warnings?: readonly string[] } = {},
): Provenance {
  return {
    engineVersion: ENGINE_VERSION,
    planHash: facts.planHash ?? null,
    zoneEdition: facts.planHash === undefined ? null : ZONE_EDITION,
    seed: facts.seed ?? null,
    method,
    warnings: facts.warnings ?? [],
  };
}
