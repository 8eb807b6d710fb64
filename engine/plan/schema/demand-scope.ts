import { z } from 'zod';
import { channel, id, language } from './fields';

/** The part of the demand that an event, a measure or an override reaches: all of it, less what each list leaves out. */
export const demandScope = z.strictObject({
  markets: z.array(id).min(1).max(100).optional(),
  channels: z.array(channel).min(1).max(8).optional(),
  languages: z.array(language).min(1).max(50).optional(),
  streams: z.array(id).min(1).max(200).optional(),
});

/** As `demandScope`, down to why customers make contact; a stream without reasons is only reached where none are named. */
export const reasonScope = z.strictObject({
  ...demandScope.shape,
  reasons: z.array(id).min(1).max(200).optional(),
});

export type DemandScope = z.infer<typeof demandScope>;
export type ReasonScope = z.infer<typeof reasonScope>;
