import type { Verb } from '../verb';

/** A verb's line in the overview, and its module, which is loaded when the verb is called. */
export interface VerbEntry {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

/** Every verb, in the order of the overview. */
export const VERBS: ReadonlyMap<string, VerbEntry> = new Map([
  ['check', { summary: 'validates a plan and explains it', load: async () => (await import('./check')).check }],
  [
    'serve',
    { summary: 'starts the screens and the HTTP interface', load: async () => (await import('./serve')).serve },
  ],
]);
