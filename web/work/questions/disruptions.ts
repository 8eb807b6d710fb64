import {
  comparePlaybooks,
  type FollowOptions,
  followContacts,
  type LuckOptions,
  luckBands,
  type PlaybookOptions,
  type SimulateContactsOptions,
  type StressOptions,
  simulateContacts,
  stressPlan,
} from '../../../engine/answers';
import type { Plan } from '../../../engine/plan';
import type { RunControl } from '../../../engine/units';

/** What happens when something goes wrong, and what helps. */
export const disruptionQuestions = {
  stress: (plan: Plan, options: StressOptions, control: RunControl) => stressPlan(plan, options, control),
  /** What a disruption does, without the curves: small enough to ask for many. */
  impact: (plan: Plan, options: { readonly disruption: string }, control: RunControl) => {
    const { cases, provenance } = stressPlan(plan, { disruptions: [options.disruption] }, control);
    return { cases: cases.map(({ id, name, impact }) => ({ id, name, impact })), provenance };
  },
  /** What playbooks buy; of their runs only what the curves need. */
  playbooks: (plan: Plan, options: PlaybookOptions, control: RunControl) => {
    const { base: _base, without, playbooks, ...rest } = comparePlaybooks(plan, options, control);
    return {
      ...rest,
      without: { impact: without.impact },
      playbooks: playbooks.map(({ run, ...book }) => ({
        ...book,
        daily: run.daily,
        streams: run.streams.map(({ id, daily }) => ({ id, daily })),
      })),
    };
  },
  /** Some days contact by contact: a range of replications, to be joined with others. */
  simulate: (plan: Plan, options: SimulateContactsOptions, control: RunControl) =>
    simulateContacts(plan, options, control),
  /** The lives of single contacts of such a simulation. */
  follow: (plan: Plan, options: FollowOptions, control: RunControl) => followContacts(plan, options, control),
  /** What busy and quiet days make of a disruption. */
  luck: (plan: Plan, options: LuckOptions, control: RunControl) => luckBands(plan, options, control),
};
