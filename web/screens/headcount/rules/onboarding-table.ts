import { firstYearSpeed } from '../../../../engine/answers';
import { formatShare } from '../../../format';
import { countColumn, numberColumn, shareColumn, shownColumn } from '../../../grid';
import type { RuleTable } from './rule-table';
import { asTeam, eachTeam, onboardingOf, type TeamRow, teamName } from './team-rows';

/** From an accepted offer to full speed. */
export const onboardingTable: RuleTable<TeamRow> = {
  key: 'onboarding',
  title: 'Onboarding and learning',
  what: 'From an accepted offer to full speed: who never turns up, paid training and who leaves in it, weeks with somebody beside, and how speed grows by months on contacts.',
  ...eachTeam,
  columns: () => [
    teamName<TeamRow>(),
    countColumn<TeamRow>({
      key: 'trainingWeeks',
      label: 'Weeks of training',
      path: 'onboarding.trainingWeeks',
      max: 52,
      hint: 'Paid, before the first contact',
      get: ({ team }) => team.onboarding?.trainingWeeks ?? 0,
      set: ({ team }, value) => {
        onboardingOf(team).trainingWeeks = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'noShowShare',
      label: 'No-shows',
      path: 'onboarding.noShowShare',
      max: 0.9,
      hint: 'Share of accepted offers that never turn up',
      get: ({ team }) => team.onboarding?.noShowShare ?? 0,
      set: ({ team }, value) => {
        onboardingOf(team).noShowShare = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'trainingLossShare',
      label: 'Lost in training',
      path: 'onboarding.trainingLossShare',
      max: 0.9,
      hint: 'Share of those who start that leave before the first contact',
      get: ({ team }) => team.onboarding?.trainingLossShare ?? 0,
      set: ({ team }, value) => {
        onboardingOf(team).trainingLossShare = value;
      },
    }),
    countColumn<TeamRow>({
      key: 'nestingWeeks',
      label: 'Weeks of nesting',
      path: 'onboarding.nestingWeeks',
      max: 26,
      hint: 'First weeks on contacts, with somebody beside',
      get: ({ team }) => team.onboarding?.nestingWeeks ?? 0,
      set: ({ team }, value) => {
        onboardingOf(team).nestingWeeks = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'nestingSpeed',
      label: 'Speed in nesting',
      path: 'onboarding.nestingSpeed',
      get: ({ team }) => team.onboarding?.nestingSpeed ?? 1,
      set: ({ team }, value) => {
        onboardingOf(team).nestingSpeed = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'firstMonthSpeed',
      label: 'First-month speed',
      path: 'learning.firstMonthSpeed',
      hint: 'Against full speed',
      get: ({ team }) => team.learning.firstMonthSpeed,
      set: ({ team }, value) => {
        team.learning.firstMonthSpeed = value;
      },
    }),
    numberColumn<TeamRow>({
      key: 'monthsToFullSpeed',
      label: 'Months to full speed',
      path: 'learning.monthsToFullSpeed',
      max: 60,
      get: ({ team }) => team.learning.monthsToFullSpeed,
      set: ({ team }, value) => {
        team.learning.monthsToFullSpeed = value;
      },
    }),
    numberColumn<TeamRow>({
      key: 'shape',
      label: 'Shape of the curve',
      path: 'learning.shape',
      min: 0.1,
      max: 10,
      orNothing: true,
      hint: '1, or nothing, is a straight line; above it most is gained late, below it early',
      get: ({ team }) => team.learning.shape ?? null,
      set: ({ team }, value: number | null) => {
        if (value === null) delete team.learning.shape;
        else team.learning.shape = value;
      },
    }),
    shownColumn<TeamRow>(
      'yearMean',
      'First-year mean',
      'learning',
      ({ team }) => formatShare(firstYearSpeed(asTeam(team))),
      96,
      'Mean speed over the first twelve months on contacts of somebody who stays',
      true,
    ),
    numberColumn<TeamRow>({
      key: 'monthsPerExtraSkill',
      label: 'Months for each further skill',
      path: 'learning.monthsPerExtraSkill',
      max: 24,
      hint: 'Added to the months to full speed for every skill after the first',
      get: ({ team }) => team.learning.monthsPerExtraSkill ?? 0,
      set: ({ team }, value) => {
        team.learning.monthsPerExtraSkill = value;
      },
    }),
    shareColumn<TeamRow>({
      key: 'firstMonthQuality',
      label: 'First-month resolution',
      path: 'learning.firstMonthQuality',
      orNothing: true,
      hint: 'Contacts resolved in the first month against later; nothing leaves it out',
      get: ({ team }) => team.learning.firstMonthQuality ?? null,
      set: ({ team }, value: DraftQuality | null) => {
        if (value === null) delete team.learning.firstMonthQuality;
        else team.learning.firstMonthQuality = value;
      },
    }),
  ],
};

type DraftQuality = NonNullable<TeamRow['team']['learning']['firstMonthQuality']>;
