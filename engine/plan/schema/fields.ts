import { config, z } from 'zod';
import type { Money, Seconds, Share } from '../../units';

// Pages run under a content policy that forbids making code from text, which zod would otherwise try.
config({ jitless: true });

/** A short name for references and addresses: lower-case letters, digits, hyphens. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'lower-case letters, digits and hyphens, at most 64, starting with a letter or digit',
  );

/** A name that people read; any script, but nothing that would break a line or hide text. */
export const name = z
  .string()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/, 'text without control characters');

export const note = z.string().max(4000);

/** A calendar date, such as 2027-01-04. Whether the day exists is checked with the plan as a whole. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2027-01-04');

const branded = <T>(schema: z.ZodNumber) => schema as unknown as z.ZodType<T, number>;

export const share = branded<Share>(z.number().min(0).max(1));
export const durationSeconds = branded<Seconds>(
  z
    .number()
    .min(1)
    .max(30 * 86_400),
);
export const amount = branded<Money>(z.number().min(0).max(1e9));
export const count = z.number().int().min(0).max(10_000_000);
export const quantity = z.number().min(0).max(1e9);
export const days = z.number().min(0).max(1000);

/** How far a figure can be trusted: a filing or official statement, a survey or press report, or somebody's opinion. */
export const grade = z.enum(['filing', 'survey', 'opinion']);

/** Where a figure comes from; every default that ships carries both. */
export const provenanceFields = { source: note.optional(), grade: grade.optional() };

/** Opening hours as text, such as `Mo-Fr 07:00-21:00; Sa 09:00-17:00`, or `24/7`. */
export const openingHours = z.string().min(1).max(200);

export const zone = z.string().min(1).max(64);
/** ISO 3166-1 alpha-2, such as PH. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code such as PH');
/** BCP 47 language, such as en or pt-BR. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language code such as en or pt-BR');

export const channel = z.enum(['voice', 'chat', 'messaging', 'email', 'back-office', 'social', 'callback', 'video']);
export const siteKind = z.enum(['in-house', 'outsourced', 'offshore', 'nearshore', 'work-at-home']);

export type Channel = z.infer<typeof channel>;
export type SiteKind = z.infer<typeof siteKind>;
export type Grade = z.infer<typeof grade>;
