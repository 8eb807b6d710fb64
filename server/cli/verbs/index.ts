import type { Verb } from '../verb';

/** A verb's line in the overview, and its module, which is loaded when the verb is called. */
export interface VerbEntry {
  readonly summary: string;
  readonly load: () => Promise<Verb>;
}

const entry = (summary: string, load: () => Promise<Verb>): VerbEntry => ({ summary, load });

/** Every verb, in the order of the overview. */
export const VERBS: ReadonlyMap<string, VerbEntry> = new Map([
  ['check', entry('validates a plan and explains it', async () => (await import('./check')).check)],
  ['erlang', entry('answers a table of queue cases, or solves them', async () => (await import('./erlang')).erlang)],
  [
    'calculate',
    entry(
      'answers one queue, overload policies, uncertain days and more',
      async () => (await import('./calculate')).calculate,
    ),
  ],
  ['queue', entry('simulates one queue contact by contact', async () => (await import('./queue')).queue)],
  ['forecast', entry('forecasts contact volume from its history', async () => (await import('./forecast')).forecast)],
  [
    'demand',
    entry('contacts from model to agents: events, measures, overrides', async () => (await import('./demand')).demand),
  ],
  ['staff', entry('requirement and cover by interval, stream and site', async () => (await import('./staff')).staff)],
  ['plan', entry('headcount by week: needed, there, joining, leaving', async () => (await import('./plan')).plan)],
  [
    'money',
    entry('loaded cost, value, staffing by value, business cases', async () => (await import('./money')).money),
  ],
  ['stress', entry('runs every disruption against the plan', async () => (await import('./stress')).stress)],
  ['simulate', entry('simulates days of a plan contact by contact', async () => (await import('./simulate')).simulate)],
  ['risk', entry('samples years of hazards: what they may cost, and why', async () => (await import('./risk')).risk)],
  ['merge', entry('makes one footprint of two plans: before and after', async () => (await import('./merge')).merge)],
  ['mix', entry('finds sizes of teams: least cost for how much risk', async () => (await import('./mix')).mix)],
  [
    'concentration',
    entry(
      'shows what hangs on one provider, place or platform',
      async () => (await import('./concentration')).concentration,
    ),
  ],
  ['decide', entry('the one move that makes the worst failure milder', async () => (await import('./decide')).decide)],
  ['serve', entry('starts the screens and the HTTP interface', async () => (await import('./serve')).serve)],
]);
