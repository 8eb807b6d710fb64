import { z } from 'zod';
import { provenanceFields } from './fields';

/** How far a year is off what is planned: standard deviations of its demand and of its people at work, as shares. */
export const riskAssumptions = z.strictObject({
  demandErrorShare: z.number().min(0).max(0.3).optional(),
  peopleErrorShare: z.number().min(0).max(0.3).optional(),
  ...provenanceFields,
});

export type RiskAssumptions = z.infer<typeof riskAssumptions>;
