import type { Plan } from '../../../../engine/plan';
import { countColumn, moneyColumn, numberColumn, shareColumn, shownColumn } from '../../../grid';
import type { DraftTeam, RuleTable } from './rule-table';
import { eachTeam, hiringOf, type TeamRow, teamName } from './team-rows';

type Hiring = NonNullable<DraftTeam['hiring']>;

/** Weeks of notice that a team's provider wants before it takes people on; nothing for own people. */
function noticeOf(plan: Plan, team: DraftTeam): number | null {
  const site = plan.sites.find(({ id }) => id === team.site);
  return plan.providers.find(({ id }) => id === site?.provider)?.contract?.rampNoticeWeeks ?? null;
}

/** One of the limits; an emptied cell takes all limits of the team away. */
const limit = <Field extends Exclude<keyof Hiring, 'source' | 'grade'>>(field: Field) => ({
  orNothing: true,
  get: ({ team }: TeamRow) => team.hiring?.[field],
  set: ({ team }: TeamRow, value: Hiring[Field] | null) => {
    if (value === null) delete team.hiring;
    else hiringOf(team)[field] = value;
  },
});

/** Limits within which people are hired. */
export const hiringTable: RuleTable<TeamRow> = {
  key: 'hiring',
  title: 'Hiring limits',
  what: 'Within which classes are planned: their size, weeks from decision to the first day of training, how many places recruiting fills, and what hiring and losing somebody costs. Where any team states limits, teams without them hire nobody; an emptied cell takes a team’s limits away.',
  ...eachTeam,
  columns: (plan) => [
    teamName<TeamRow>(),
    countColumn<TeamRow>({
      key: 'minClass',
      label: 'Smallest class',
      path: 'hiring.minClass',
      min: 1,
      max: 1000,
      ...limit('minClass'),
    }),
    countColumn<TeamRow>({
      key: 'maxClass',
      label: 'Largest class',
      path: 'hiring.maxClass',
      min: 1,
      max: 1000,
      ...limit('maxClass'),
    }),
    countColumn<TeamRow>({
      key: 'leadWeeks',
      label: 'Lead time, weeks',
      path: 'hiring.leadWeeks',
      max: 52,
      hint: 'From the decision to the first day of training',
      ...limit('leadWeeks'),
    }),
    shownColumn<TeamRow>(
      'notice',
      'Notice, weeks',
      'site',
      ({ team }) => noticeOf(plan, team),
      84,
      'What the provider’s contract wants before it takes people on; the longer of the two holds. It is set with the provider',
      true,
    ),
    shareColumn<TeamRow>({
      key: 'fillRate',
      label: 'Places filled',
      path: 'hiring.fillRate',
      min: 0.05,
      ...limit('fillRate'),
    }),
    moneyColumn<TeamRow>(plan.currency, {
      key: 'costPerHire',
      label: 'Cost of a hire',
      path: 'hiring.costPerHire',
      ...limit('costPerHire'),
    }),
    moneyColumn<TeamRow>(plan.currency, {
      key: 'costPerLeaver',
      label: 'Cost of a leaver',
      path: 'hiring.costPerLeaver',
      hint: 'Beside the replacement: exit, knowledge lost',
      ...limit('costPerLeaver'),
    }),
    numberColumn<TeamRow>({
      key: 'hires',
      label: 'Planned hires',
      path: 'hires',
      get: ({ team }) => team.hires.reduce((sum, { heads }) => sum + heads, 0),
      set: () => {},
      isFixed: () => true,
      decimals: 1,
    }),
  ],
};
